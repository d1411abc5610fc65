"""Stage 2, the only gate: documents → a complete Library, or every problem with its place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from builder.model.document import Document
from builder.model.library import Library
from builder.model.problem import Problem
from builder.validate import (
    addresses,
    alerts,
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
    alerts.one_question,
    alerts.bare_buttons,
    trust.keys,
    trust.parties,
)


@dataclass(frozen=True)
class Verdict:
    """What the gate says: a library if there is no error, and all problems, sorted by place."""

    library: Library | None
    problems: tuple[Problem, ...]


def validate(documents: tuple[Document, ...], today: date, *, production: bool = False) -> Verdict:
    """Checks everything, stops once. In production a warning is an error."""
    assembled = assemble(documents)
    problems = set(assembled.problems)
    if assembled.library:
        review = Review(assembled.library, assembled.documents, today, assembled.listed, assembled.untyped)
        problems.update(problem for check in CHECKS for problem in check(review))
    if production:
        problems = {replace(problem, severity="error") for problem in problems}
    passed = not any(problem.severity == "error" for problem in problems)
    return Verdict(assembled.library if passed else None, tuple(sorted(problems)))
