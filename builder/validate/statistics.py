"""Figures: shown only while they are new enough."""

from collections.abc import Iterator

from builder.model.content.statistic import Statistic
from builder.model.problem import Problem
from builder.validate.review import Review


def expired(review: Review) -> Iterator[Problem]:
    """A figure past its day is left out of the site, and the editor hears of it."""
    for file, field, number, figure in _figures(review):
        if figure.expires_on < review.today:
            message = f"“{figure.id}” expired on {figure.expires_on} and is no longer shown."
            place = review.value(file, field, number, "expires_on")
            yield Problem(place, "expired-statistic", message, "Replace it with the newest figure.")
        elif figure.age(review.today) > (window := review.library.config.windows.statistic_days):
            message = f"“{figure.id}” was last checked {figure.age(review.today)} days ago; {window} are allowed."
            place = review.value(file, field, number, "checked_on")
            yield Problem(place, "expired-statistic", message, "Read the source again.")


def _figures(review: Review) -> Iterator[tuple[str, str, int, Statistic]]:
    for place in review.library.jurisdictions.values():
        for number, figure in enumerate(place.facts.statistics):
            yield place.facts_file, "statistics", number, figure
    for page in review.library.pages.values():
        for number, figure in enumerate(page.facts.figures):
            yield page.facts_file, "figures", number, figure
