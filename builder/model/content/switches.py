"""`switches.yml`: alerts turned off at once, by the exchange alone, until somebody has mended them.

The words of an alert need two signatures; to stop showing them needs none but the pointer's. What is turned off leaves
the general warning with the local contacts, never silence.
"""

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from builder.model.content.scalars import Authored, IsoDate, Sentence, Slug
from builder.model.release import Off


class Switch(Authored):
    """One alert, or all alerts of a group."""

    alert: Slug | None = None
    group: Slug | None = None
    since: IsoDate
    reason: Sentence

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.alert is None) == (self.group is None):
            raise PydanticCustomError("wrong-shape", "A switch names either an “alert” or a “group”, one of the two.")
        return self


class Switches(Authored):
    """The whole of `switches.yml`."""

    off: tuple[Switch, ...] = Field(default=(), max_length=100)

    @property
    def published(self) -> Off:
        """What clients are told."""
        return Off(
            alerts=tuple(sorted({switch.alert for switch in self.off if switch.alert})),
            groups=tuple(sorted({switch.group for switch in self.off if switch.group})),
        )
