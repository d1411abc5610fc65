"""Stage 2, the only gate: documents → a complete Library, or every problem with its place."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from builder.model.document import Document
from builder.model.library import Library
from builder.model.problem import Problem
from builder.model.suppressed import Findings, Suppressed
from builder.validate import (
    addresses,
    alerts,
    campaigns,
    contacts,
    folders,
    links,
    locales,
    phone_numbers,
    schedules,
    scripts,
    sources,
    statistics,
    translations,
    trust,
    unfinished,
    wording,
)
from builder.validate.assemble import assemble
from builder.validate.judging import Settings, judged
from builder.validate.names import leading_somewhere
from builder.validate.review import Review
from builder.validate.surroundings import AuthorFiles, Surroundings

CHECKS: tuple[Callable[[Review], Iterator[Problem]], ...] = (
    folders.folder_names,
    folders.case_clashes,
    links.references,
    links.duplicate_ids,
    locales.missing_files,
    locales.undeclared_locales,
    translations.words_for_facts,
    translations.texts_agree,
    unfinished.words_to_write,
    wording.placeholders,
    addresses.addresses,
    addresses.phone_numbers,
    scripts.scripts,
    wording.long_sentences,
    contacts.reachable,
    phone_numbers.phones,
    phone_numbers.listed_places,
    contacts.hosts,
    sources.good_sources,
    sources.reviews,
    contacts.stale,
    statistics.expired,
    schedules.dates,
    schedules.supersessions,
    schedules.overlaps,
    campaigns.audiences,
    campaigns.situations,
    campaigns.friction,
    campaigns.holdouts,
    campaigns.groups,
    campaigns.switches,
    alerts.one_question,
    alerts.bare_buttons,
    trust.keys,
    trust.parties,
)


@dataclass(frozen=True)
class Verdict:
    """What the gate says: a library if there is no error, and all problems, sorted by place.

    `numbers` are contacts by the digits of their numbers, `spoken` the digits of numbers in words: no word of any part
    may name a number of a contact. `suppressed` are problems that the project has decided to live with for a while.
    """

    library: Library | None
    problems: tuple[Problem, ...]
    numbers: Mapping[str, str] = field(default_factory=dict)
    spoken: frozenset[str] = frozenset()
    suppressed: tuple[Suppressed, ...] = ()


def validate(
    documents: tuple[Document, ...], today: date, *, production: bool = False, around: Surroundings | None = None
) -> Verdict:
    """Checks everything, stops once. In production a warning is an error.

    `around` is given where the documents are only a part of the content.
    """
    partly = around is not None
    around = around or Surroundings(AuthorFiles(frozenset(document.source.path for document in documents)))
    assembled = assemble(documents, around.typing)
    problems = set(leading_somewhere(assembled.problems, assembled.documents, around.files))
    if assembled.library is None:
        return Verdict(None, _judged(problems, None, today, production=production).problems)
    review = Review(assembled.library, assembled.documents, today, around, assembled.listed, assembled.untyped)
    problems.update(problem for check in CHECKS for problem in check(review))
    problems = set(unfinished.without_consequences(review, problems))
    found = _judged(problems, review, today, production=production)
    # A part cannot know whether another one needs a suppression; whoever joins the parts does.
    stopping = (problem for problem in found.problems if not (partly and problem.code == "idle-suppression"))
    passed = not any(problem.severity == "error" for problem in stopping)
    library = assembled.library if passed else None
    spoken = frozenset(addresses.spoken_numbers(review))
    numbers = addresses.contact_numbers(assembled.library)
    return Verdict(library, found.problems, numbers, spoken, found.suppressed)


def _judged(problems: Iterable[Problem], review: Review | None, today: date, *, production: bool) -> Findings:
    """The problems as the project’s settings have them, if those could be read."""
    settings = Settings(review.library.config, review.documents["site_config.yml"]) if review else None
    checks_names = review is not None and review.around.checks_names
    return judged(problems, settings, today, production=production, checks_names=checks_names)
