"""A figure with its period, source and expiry."""

from pydantic import Field

from builder.model.content.scalars import IsoDate, Label, Number, Slug
from builder.model.content.source import Sourced


class Statistic(Sourced):
    """A published figure. The words around it are a sentence with `{value}` and `{period}`."""

    id: Slug
    value: Number
    unit: Label = Field(description="An ISO 4217 currency code, `percent`, or a noun such as `cases`.")
    period: Label
    expires_on: IsoDate = Field(description="After this day the figure is no longer shown.")
