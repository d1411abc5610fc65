"""Lines that stand too far left or right, or lack their colon → where they belong, told by their neighbours."""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from builder.model.document import Document, Node, SourceFile
from builder.model.problem import Correction, Place, Problem
from builder.parse.repairs import first_that_mends

_ITEM = re.compile(r" *-(?= |$)")
_TO_KEY = re.compile(r"(?: |-(?= ))*")
_KEYED = re.compile(r"(?: |-(?= ))*[\w-]+:(?= |$)")
_LONE_WORD = re.compile(r" *([a-z0-9][\w-]*) *$")
_FIRST_WORD = re.compile(r"(?: |-(?= ))*([a-z][a-z0-9_-]*)(?= [^\sa-z])")
_INDENT_WITH_TAB = re.compile(r" *\t[ \t]*")
# A slip is of a few spaces; further away a line belongs to something else.
_FURTHEST = 4
# How wide editors show a tab.
_TAB_WIDTHS = (2, 4, 8)


def tab_indents(source: SourceFile, read: Callable[[SourceFile], Document]) -> Iterator[Problem]:
    """Lines whose indentation holds a tab: YAML counts spaces, and a tab looks like some number of them.

    `read` tells how wide the tabs were meant to be.
    """
    lines = source.text.split("\n")
    tabbed = [(number, match) for number, line in enumerate(lines, 1) if (match := _INDENT_WITH_TAB.match(line))]
    spaced, sure = _spaced(source, lines, read) if tabbed else (lines, False)
    for number, match in tabbed:
        message = "This line is indented with a tab; YAML counts spaces."
        spaces = spaced[number - 1][: _indent_of(spaced[number - 1])] if spaced else None
        place = Place(source.path, number, match[0].rindex("\t") + 1)
        right = None if spaces is None else Correction(Place(source.path, number, 1, match.end()), spaces, sure)
        yield Problem(place, "tab-indent", message, "Use spaces, two per level.", correction=right)


def _spaced(
    source: SourceFile, lines: list[str], read: Callable[[SourceFile], Document]
) -> tuple[list[str] | None, bool]:
    """The lines with spaces instead of tabs, as wide as lets the whole file be read; and whether nothing else does."""
    ways = [[_with_tabs_of(line, width) for line in lines] for width in _TAB_WIDTHS]
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
        indent = (
            _key_column(moved[-1])
            if moved and not _ITEM.match(line.lstrip())
            else _indent_of(moved[-1])
            if moved
            else 0
        )
        moved.append(" " * indent + line[tabs.end() :] if tabs else line)
    return moved


def misplaced(source: SourceFile, broken: int, opened: int) -> Problem | None:
    """The line that stands in the wrong place, if moving it mends the file.

    `broken` is the line in which reading failed, `opened` the one in which what could not be finished began.
    """
    numbers = [number for number in dict.fromkeys((broken, broken - 1, opened)) if number > 0]
    moved = [correction for number in numbers for correction in _moved(source, number)]
    if not (correction := first_that_mends(source, moved)):
        return None
    has, wants = correction.place.width, len(correction.text)
    message = f"This line is indented by {_spaces(has)}; to belong to the lines around it, it needs {_spaces(wants)}."
    place = Place(source.path, correction.place.line, 1, max(has, 1))
    hint = "Put it right below the first letter of the line that it belongs beside."
    return Problem(place, "wrong-indent", message, hint, correction=correction)


def lone_key(source: SourceFile, broken: int, opened: int) -> Problem | None:
    """The line with nothing but a key that lacks its colon, if a colon mends the file."""
    return _without_colon(source, (opened, broken, broken - 1), _LONE_WORD)


def key_and_text(source: SourceFile, broken: int, opened: int) -> Problem | None:
    """The line with a key, no colon and a text, if a colon mends the file."""
    return _without_colon(source, (opened, broken, broken - 1), _FIRST_WORD)


def _without_colon(source: SourceFile, numbers: tuple[int, ...], pattern: re.Pattern[str]) -> Problem | None:
    colons = [colon for number in dict.fromkeys(numbers) for colon in _colons(source, number, pattern)]
    if not (correction := first_that_mends(source, colons)):
        return None
    place, line = correction.place, _line(source, correction.place.line)
    word = line[: place.column - 1].split()[-1]
    hint = f"Write {word}: and its text after a space."
    where = Place(source.path, place.line, place.column - len(word), len(word))
    return Problem(where, "yaml-syntax", f"A colon is missing after “{word}”.", hint, correction=correction)


def unfinished(source: SourceFile, opened: int) -> Problem | None:
    """The line that goes on with the text above it, but does not stand further in."""
    line = _line(source, opened)
    if opened < 2 or _KEYED.match(line) or _ITEM.match(line) or not line.strip():
        return None
    indent = len(line) - len(line.lstrip())
    if item := _without_hyphen(source, opened):
        return item
    wanted = _key_column(_line(source, opened - 1)) + 2
    correction = Correction(Place(source.path, opened, 1, indent), " " * wanted)
    if not first_that_mends(source, [correction]):
        return None
    message = "This line goes on with the text above it, but does not stand further in."
    place = Place(source.path, opened, indent + 1, len(line.strip()))
    hint = f"Start it with {_spaces(wanted)}, or join it to the line above."
    return Problem(place, "wrong-indent", message, hint, correction=correction)


def _without_hyphen(source: SourceFile, number: int) -> Problem | None:
    """The line right below the hyphen of an item that has none itself, if a hyphen mends the file."""
    above, line = _line(source, number - 1), _line(source, number)
    if not _ITEM.match(above) or _indent_of(above) != _indent_of(line):
        return None
    place = Place(source.path, number, _indent_of(line) + 1, 0)
    hyphen = first_that_mends(source, [Correction(place, "- ")])
    hint = "Start each item of a list with a hyphen and a space."
    where = Place(source.path, number, place.column, len(line.strip()))
    message = "A hyphen is missing before this item."
    return Problem(where, "yaml-syntax", message, hint, correction=hyphen) if hyphen else None


def _moved(source: SourceFile, number: int) -> Iterator[Correction]:
    line = _line(source, number)
    has = len(line) - len(line.lstrip(" "))
    if not (_KEYED.match(line) or _ITEM.match(line)):
        return
    for wanted in dict.fromkeys(_neighbouring(source, number, is_item=bool(_ITEM.match(line)))):
        if wanted != has and abs(wanted - has) <= _FURTHEST:
            yield Correction(Place(source.path, number, 1, has), " " * wanted)


def _neighbouring(source: SourceFile, number: int, *, is_item: bool) -> Iterator[int]:
    """How far in the neighbours stand that a line may belong to, the likeliest first."""
    lines = source.text.split("\n")
    written = [line for line in lines[number:] if line.strip()]
    below = written[0] if written else ""
    above = list(islice((line for line in reversed(lines[: number - 1]) if line.strip()), 8))
    if not is_item and _line(source, number).rstrip().endswith(":") and _key_column(below) >= 2:
        yield _indent_of(below) - 2
    # What a line above opens stands two spaces further in; else lines of a kind stand below one another.
    if above and above[0].rstrip().endswith(":"):
        yield _key_column(above[0]) + 2
    for other in (*above[:1], below, *above[1:]):
        if is_item and _ITEM.match(other):
            yield _indent_of(other)
        elif not is_item and _KEYED.match(other):
            yield _key_column(other)


def _colons(source: SourceFile, number: int, pattern: re.Pattern[str]) -> Iterator[Correction]:
    if match := pattern.match(_line(source, number)):
        yield Correction(Place(source.path, number, match.end(1) + 1, 0), ":")


def _line(source: SourceFile, number: int) -> str:
    lines = source.text.split("\n")
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _key_column(line: str) -> int:
    match = _TO_KEY.match(line)
    return match.end() if match else 0


def _spaces(count: int) -> str:
    return {0: "no spaces", 1: "1 space"}.get(count, f"{count} spaces")
