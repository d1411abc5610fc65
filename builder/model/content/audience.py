"""Whom an alert is meant for: conditions over the few facts that a host app may report about a transfer."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from builder.model.content.scalars import Authored

Fact = Literal["address", "first-send", "amount", "asset", "channel"]
# Facts with values of their own. `asset` and `channel` take whatever code the app uses, such as USDT and tron.
VALUES: Mapping[Fact, tuple[str, ...]] = {
    "address": ("new", "known"),
    "first-send": ("yes", "no"),
    # Bands, never a sum: where one begins is for the app to say, in the currency of the place.
    "amount": ("low", "medium", "high", "very-high"),
}
Value = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]


class Condition(Authored):
    """The alert is meant for users of whom the host app reports one of these values.

    A fact the app does not report counts as a match: it is worse to stay silent than to warn once too often.
    """

    fact: Fact
    any_of: tuple[Value, ...] = Field(min_length=1, max_length=100)
