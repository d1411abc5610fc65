"""Stage 2, the only gate: documents → a complete Library, or every problem with its place."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from builder.model.document import Document
from builder.model.library import Library
from builder.model.problem import Problem
from builder.validate import (
    addresses,
    alerts,
    campaigns,
    contacts,
    folders,
    links,
    phone_numbers,
    schedules,
    scripts,
    sources,
    statistics,
    translations,
    trust,
    wording,
)
from builder.validate.assemble import assemble
from builder.validate.review import Review
from builder.validate.surroundings import AuthorFiles, Surroundings

CHECKS: tuple[Callable[[Review], Iterator[Problem]], ...] = (
    folders.folder_names,
    folders.case_clashes,
    links.references,
    links.duplicate_ids,
    translations.missing_files,
    translations.undeclared_locales,
    translations.words_for_facts,
    translations.texts_agree,
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
    may name a number of a contact.
    """

    library: Library | None
    problems: tuple[Problem, ...]
    numbers: Mapping[str, str] = field(default_factory=dict)
    spoken: frozenset[str] = frozenset()


def validate(
    documents: tuple[Document, ...], today: date, *, production: bool = False, around: Surroundings | None = None
) -> Verdict:
    """Checks everything, stops once. In production a warning is an error.

    `around` is given where the documents are only a part of the content.
    """
    around = around or Surroundings(AuthorFiles(frozenset(document.source.path for document in documents)))
    assembled = assemble(documents, around.typing)
    problems = set(assembled.problems)
    if assembled.library is None:
        return Verdict(None, _judged(problems, production=production))
    review = Review(assembled.library, assembled.documents, today, around, assembled.listed, assembled.untyped)
    problems.update(problem for check in CHECKS for problem in check(review))
    judged = _judged(problems, production=production)
    passed = not any(problem.severity == "error" for problem in judged)
    library = assembled.library if passed else None
    spoken = frozenset(addresses.spoken_numbers(review))
    return Verdict(library, judged, addresses.contact_numbers(assembled.library), spoken)


def _judged(problems: Iterable[Problem], *, production: bool) -> tuple[Problem, ...]:
    if production:
        problems = (replace(problem, severity="error") for problem in problems)
    return tuple(sorted(problems))
