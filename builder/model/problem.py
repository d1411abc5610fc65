"""What is wrong, where, and how to mend it."""

from dataclasses import dataclass, field
from typing import Literal

from builder.model.codes import Code

# An error keeps content from being published, a warning does so in production only, a note never does.
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file. Line and column count from 1, columns in characters."""

    file: str
    line: int = 1
    column: int = 1
    width: int = 1


@dataclass(frozen=True, order=True)
class Correction:
    """What would mend a problem: `text` instead of the `place.width` characters at `place`, all in one line.

    A width of 0 is an insertion. `safe` says that nothing else can have been meant; anything else is a guess.
    """

    place: Place
    text: str
    safe: bool = False

    def applied(self, text: str) -> str:
        """The whole text of the file with this one change."""
        lines = text.split("\n")
        number, start = self.place.line - 1, self.place.column - 1
        line = lines[number]
        lines[number] = line[:start] + self.text + line[start + self.place.width :]
        return "\n".join(lines)


@dataclass(frozen=True, order=True)
class Problem:
    """One sentence in the author's words, a hint how to mend it, and the correction where it can be known.

    How grave it is, its code says (`protection.py`), and the project: a check leaves that to the gate.
    """

    place: Place
    code: Code
    message: str
    hint: str = ""
    severity: Severity = "error"
    correction: Correction | None = field(default=None, compare=False)
