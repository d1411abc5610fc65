"""Lines that are indented with tabs → the same with as many spaces as were meant."""

import re
from collections.abc import Callable, Iterator

from builder.model.document import Document, Node, SourceFile
from builder.model.problem import Correction, Place, Problem
from builder.parse.lines import ITEM, indent_of, key_column

_INDENT_WITH_TAB = re.compile(r" *\t[ \t]*")
# How wide editors show a tab.
_WIDTHS = (2, 4, 8)


def tab_indents(source: SourceFile, read: Callable[[SourceFile], Document]) -> Iterator[Problem]:
    """Lines whose indentation holds a tab: YAML counts spaces, and a tab looks like some number of them.

    `read` tells how wide the tabs were meant to be.
    """
    lines = source.text.split("\n")
    tabbed = [(number, match) for number, line in enumerate(lines, 1) if (match := _INDENT_WITH_TAB.match(line))]
    spaced, sure = _spaced(source, lines, read) if tabbed else (lines, False)
    for number, match in tabbed:
        message = "This line is indented with a tab; YAML counts spaces."
        spaces = spaced[number - 1][: indent_of(spaced[number - 1])] if spaced else None
        place = Place(source.path, number, match[0].rindex("\t") + 1)
        right = None if spaces is None else Correction(Place(source.path, number, 1, match.end()), spaces, sure)
        yield Problem(place, "tab-indent", message, "Use spaces, two per level.", correction=right)


def _spaced(
    source: SourceFile, lines: list[str], read: Callable[[SourceFile], Document]
) -> tuple[list[str] | None, bool]:
    """The lines with spaces instead of tabs, as wide as lets the whole file be read; and whether nothing else does."""
    ways = [[_with_tabs_of(line, width) for line in lines] for width in _WIDTHS]
    sound = [each for way in ways if (each := _read(source, way, read))]
    sound = sound or [each for each in (_read(source, _below_one_another(lines), read),) if each]
    if not sound:
        return None, False
    return sound[0][0], all(value == sound[0][1] for _, value in sound)


def _read(
    source: SourceFile, lines: list[str], read: Callable[[SourceFile], Document]
) -> tuple[list[str], Node] | None:
    """The lines and what they say, if nothing is wrong with them."""
    document = read(SourceFile(source.path, "\n".join(lines), ""))
    return (lines, document.value) if document.value is not None and not document.problems else None


def _with_tabs_of(line: str, width: int) -> str:
    tabs = _INDENT_WITH_TAB.match(line)
    return tabs[0].expandtabs(width) + line[tabs.end() :] if tabs else line


def _below_one_another(lines: list[str]) -> list[str]:
    """Each line with a tab right below the one above it."""
    moved: list[str] = []
    for line in lines:
        tabs = _INDENT_WITH_TAB.match(line)
        above = moved[-1] if moved else ""
        indent = indent_of(above) if ITEM.match(line.lstrip()) else key_column(above)
        moved.append(" " * indent + line[tabs.end() :] if tabs else line)
    return moved
