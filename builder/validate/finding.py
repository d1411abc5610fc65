"""One of pydantic's findings, with what a sentence about it needs."""

from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from builder.model.content.refusal import shown
from builder.model.content.scalars import Authored
from builder.model.document import Path
from builder.validate.values import name_at


@dataclass(frozen=True)
class Finding:
    """One of pydantic's error details about a file of this model."""

    model: type[Authored]
    details: ErrorDetails

    @property
    def kind(self) -> str:
        """Pydantic's name of the error, or one of our codes."""
        return self.details["type"]

    @property
    def path(self) -> Path:
        """The path to the value, or to the key."""
        return path_of(self.details)

    @property
    def concerns_key(self) -> bool:
        """Whether a key is wrong, and not its value."""
        return self.kind == "extra_forbidden" or "[key]" in self.details["loc"]

    @property
    def name(self) -> str:
        """The key or the number in the list."""
        return shown(str(self.path[-1])) if self.path else ""

    @property
    def owner(self) -> str:
        """The last name in the path."""
        return shown(name_at(self.path))

    @property
    def given(self) -> str:
        """What stands there, as a message can hold it."""
        return shown(str(self.details["input"]))

    @property
    def limits(self) -> dict[str, Any]:
        """What pydantic says of the rule that was broken."""
        return self.details.get("ctx", {})


def path_of(details: ErrorDetails) -> Path:
    """The path of one of pydantic's errors, as positions know it."""
    return tuple(part for part in details["loc"] if part != "[key]")
