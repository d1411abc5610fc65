"""What is wrong, where, and how to mend it."""

from dataclasses import dataclass
from typing import Literal

from builder.model.codes import Code

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file. Line and column count from 1, columns in characters."""

    file: str
    line: int = 1
    column: int = 1
    width: int = 1


@dataclass(frozen=True, order=True)
class Problem:
    """One sentence in the author's words, and a hint with the correction where it can be known."""

    place: Place
    code: Code
    message: str
    hint: str = ""
    severity: Severity = "error"
