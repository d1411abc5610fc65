"""Facts: read in a good source, and not in the future."""

from collections.abc import Iterator

from builder.model.content.source import Sourced
from builder.model.document import Path
from builder.model.library import SHORT_CODES
from builder.model.problem import Problem
from builder.validate.review import Review

_NOT_YET = "Write the day on which it really happened; today is the latest that can be."


def good_sources(review: Review) -> Iterator[Problem]:
    """Nothing is published that was not read in a good source, by today."""
    for file, path, fact in _sourced(review):
        if fact.confidence in ("low", "memory"):
            message = f"A fact of confidence “{fact.confidence}” is never published."
            hint = "Read it in a better source, or take it out."
            yield Problem(review.value(file, *path, "confidence"), "weak-source", message, hint)
        if fact.checked_on > review.today:
            message = f"The check of {fact.checked_on} lies in the future; today is {review.today}."
            yield Problem(review.value(file, *path, "checked_on"), "check-in-future", message, _NOT_YET)


def _sourced(review: Review) -> Iterator[tuple[str, Path, Sourced]]:
    library = review.library
    for partner in library.partners.values():
        yield partner.facts_file, (), partner.facts
    for scam in library.scams.values():
        for number, name in enumerate(scam.facts.official_names):
            yield scam.facts_file, ("official_names", number), name
    for place in library.jurisdictions.values():
        for number, contact in enumerate(place.facts.contacts):
            yield place.facts_file, ("contacts", number), contact
        for number, statistic in enumerate(place.facts.statistics):
            yield place.facts_file, ("statistics", number), statistic
    for page in library.pages.values():
        for number, figure in enumerate(page.facts.figures):
            yield page.facts_file, ("figures", number), figure
    for number, code in enumerate(library.short_codes):
        yield SHORT_CODES, ("short_codes", number), code


def reviews(review: Review) -> Iterator[Problem]:
    """A native editor's review lies in the past."""
    for own in review.words:
        file, words = own.file, own.words
        if words.reviewed and words.reviewed.on > review.today:
            message = f"The review of {words.reviewed.on} lies in the future; today is {review.today}."
            yield Problem(review.value(file, "reviewed", "on"), "check-in-future", message, _NOT_YET)
