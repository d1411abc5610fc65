"""Problems for people: the line they are in, with a caret below the spot."""

import unicodedata
from collections.abc import Mapping

from rich.console import Console
from rich.text import Text

from builder.model.document import Document
from builder.model.problem import Problem

# Of a line that is longer, only the part around the spot is shown.
_LONGEST_EXCERPT, _BEFORE = 400, 40
_COLOURS = {"error": "bold red", "warning": "bold yellow"}


def full(problem: Problem, documents: Mapping[str, Document]) -> Text:
    """Place and code, the sentence, the source line with a caret below the spot, and the hint."""
    place = problem.place
    text = Text(f"{place.file}:{place.line}:{place.column} ")
    text.append(f"{problem.severity} {problem.code}", style=_COLOURS[problem.severity])
    text.append(f"\n  {problem.message}\n")
    source = documents.get(place.file)
    lines = source.source.text.split("\n") if source else []
    if place.line <= len(lines) and lines[place.line - 1].strip():
        text.append_text(_excerpt(lines[place.line - 1], place.line, place.column, place.width))
    if problem.hint:
        text.append(f"  Hint: {problem.hint}\n", style="cyan")
    return text


def _excerpt(line: str, number: int, column: int, width: int) -> Text:
    gutter = f"  {number} | "
    first = max(0, column - 1 - _BEFORE) if len(line) > _LONGEST_EXCERPT else 0
    shown = line.replace("\t", " ")[first : first + _LONGEST_EXCERPT]
    before, marked = shown[: column - 1 - first], shown[column - 1 - first : column - 1 - first + width]
    text = Text(f"{gutter}{shown}\n", style="dim")
    text.append(
        " " * (len(gutter) - 2) + "| " + " " * _cells(before) + "^" * max(_cells(marked), 1) + "\n", style="red"
    )
    return text


def _cells(text: str) -> int:
    """Columns a text takes on a terminal: Chinese characters take two, combining marks none."""
    wide = {"W": 2, "F": 2}
    return sum(0 if unicodedata.combining(char) else wide.get(unicodedata.east_asian_width(char), 1) for char in text)


def stderr_console() -> Console:
    """Problems and progress go to stderr; rich honours NO_COLOR and knows when it is not a terminal."""
    return Console(stderr=True, highlight=False, soft_wrap=True)
