"""Figures as sentences; an expired one is left out."""

from collections.abc import Iterator, Mapping
from datetime import date

from builder.model.cards import FigureLine
from builder.model.content.placeholders import fill
from builder.model.content.statistic import Statistic
from builder.model.site import Scope
from builder.plan.contact_cards import source_line
from builder.plan.formats import amount


def figure_lines(
    figures: tuple[Statistic, ...], sentences: Mapping[str, str], scope: Scope, today: date
) -> Iterator[FigureLine]:
    """Each figure still in force, put into the sentence of its id."""
    for figure in figures:
        if figure.expires_on >= today:
            facts = {"value": amount(figure, scope.formats), "period": figure.period}
            yield FigureLine(fill(sentences[figure.id], facts), source_line(figure, scope.strings))
