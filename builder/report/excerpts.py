"""Problems for people: the line they are in, a caret below the spot, what to do, and the line as it should be."""

import unicodedata
from collections.abc import Mapping

from rich.console import Console
from rich.text import Text

from builder.model.document import Document
from builder.model.problem import Correction, Problem

# Of a line that is longer, only the part around the spot is shown.
_LONGEST_EXCERPT, _BEFORE = 400, 40
_TAB = "\t"
_COLOURS = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}


def full(problem: Problem, documents: Mapping[str, Document]) -> Text:
    """Place and code, the sentence, the source line with a caret below the spot, the hint, and the line corrected.

    `documents` are the files of the problems, by their paths.
    """
    place = problem.place
    text = Text(f"{place.file}:{place.line}:{place.column} ")
    text.append(f"{problem.severity} {problem.code}", style=_COLOURS[problem.severity])
    text.append(f"\n  {problem.message}\n")
    source = documents.get(place.file)
    lines = source.source.text.split("\n") if source else []
    if place.line <= len(lines) and lines[place.line - 1].strip():
        text.append_text(_excerpt(lines[place.line - 1], place.line, place.column, place.width))
    correction = problem.correction
    if problem.hint:
        also = " Or run “antiscam fix”." if correction and correction.safe else ""
        text.append(f"  Hint: {problem.hint}{also}\n", style="cyan")
    if correction and correction.place.line <= len(lines):
        text.append_text(_corrected(lines[correction.place.line - 1], correction))
    return text


def _corrected(line: str, correction: Correction) -> Text:
    """The line as it should be, what is new in it standing out; nothing where only what cannot be seen changes."""
    place = correction.place
    start = place.column - 1
    before, after = line[:start], line[start + place.width :]
    if _visible(before + correction.text + after) == _visible(line):
        return Text()
    if len(line) > _LONGEST_EXCERPT:
        before, after = before[-_BEFORE:], after[: _LONGEST_EXCERPT - _BEFORE]
    text = Text(f"  {place.line} + {_harmless(before)}", style="green")
    text.append(_harmless(correction.text), style="bold green")
    text.append(f"{_harmless(after.rstrip())}\n", style="green")
    return text


def _harmless(line: str) -> str:
    """The line, each character in its column, without those that would steer the terminal."""
    return "".join(" " if char == _TAB else "�" if unicodedata.category(char) == "Cc" else char for char in line)


def _visible(line: str) -> str:
    """What a reader can tell from another line."""
    shown = (
        " " if char.isspace() else char
        for char in line
        if unicodedata.category(char) not in ("Cf", "Cc") or char == _TAB
    )
    return unicodedata.normalize("NFC", "".join(shown))


def _excerpt(line: str, number: int, column: int, width: int) -> Text:
    gutter = f"  {number} | "
    first = max(0, column - 1 - _BEFORE) if len(line) > _LONGEST_EXCERPT else 0
    shown = _harmless(line[first : first + _LONGEST_EXCERPT])
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
