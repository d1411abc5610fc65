"""Where a fact comes from: every contact, figure and official name carries one of these."""

from datetime import date
from typing import Literal

from pydantic import Field

from builder.model.content.scalars import Authored, IsoDate, Line, SourceUrl

Confidence = Literal["high", "medium", "low", "memory"]


class Source(Authored):
    """The page a fact was read on."""

    title: Line = Field(description="Title of the page, shortened if long.")
    url: SourceUrl
    date: IsoDate | None = Field(default=None, description="The date the page itself shows, where it shows one.")


class Sourced(Authored):
    """A fact somebody looked up.

    `high`: the authority's own page was read. `medium`: a press report, law firm, bank or university page was read.
    `low` and `memory` may stand in a file while an editor works, but are refused at the gate.
    """

    confidence: Confidence
    source: Source
    checked_on: IsoDate = Field(description="The day somebody last read the source or dialled the number.")
    checked_by: Line | None = Field(default=None, description="Who did so; never published.")

    def age(self, today: date) -> int:
        """Days since the last check."""
        return (today - self.checked_on).days
