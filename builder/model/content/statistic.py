"""A figure with its period, source and expiry."""

from typing import Annotated

from babel.numbers import list_currencies
from pydantic import AfterValidator, Field, StringConstraints

from builder.model.content.refusal import refusal
from builder.model.content.scalars import IsoDate, Label, Number, Slug
from builder.model.content.source import Sourced


def _known_unit(text: str) -> str:
    if text in list_currencies() or text.islower():
        return text
    raise refusal("unknown-value", "“{text}” is neither a currency code nor a noun in small letters.", text)


class Statistic(Sourced):
    """A published figure. The words around it are a sentence with `{value}` and `{period}`."""

    id: Slug
    value: Annotated[Number, Field(ge=0)]
    unit: Annotated[str, AfterValidator(_known_unit)] = Field(
        description="An ISO 4217 currency code, `percent`, or a noun in small letters such as `cases`."
    )
    period: Annotated[Label, StringConstraints(pattern=r"^[^{}]*$")]
    expires_on: IsoDate = Field(description="After this day the figure is no longer shown.")
