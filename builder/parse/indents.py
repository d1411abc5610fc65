"""Lines that stand too far left or right, or lack their colon → where they belong, told by their neighbours."""

import re
from collections.abc import Iterator
from itertools import islice

from builder.model.document import SourceFile
from builder.model.problem import Correction, Place, Problem
from builder.parse.lines import ITEM, indent_of, key_column, line_of
from builder.parse.repairs import first_that_mends

_KEYED = re.compile(r"(?: |-(?= ))*[\w-]+:(?= |$)")
_LONE_WORD = re.compile(r" *([a-z0-9][\w-]*) *$")
_FIRST_WORD = re.compile(r"(?: |-(?= ))*([a-z][a-z0-9_-]*)(?= [^\sa-z])")
# A slip is of a few spaces; further away a line belongs to something else.
_FURTHEST = 4


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
    place, line = correction.place, line_of(source, correction.place.line)
    word = line[: place.column - 1].split()[-1]
    hint = f"Write {word}: and its text after a space."
    where = Place(source.path, place.line, place.column - len(word), len(word))
    return Problem(where, "yaml-syntax", f"A colon is missing after “{word}”.", hint, correction=correction)


def unfinished(source: SourceFile, opened: int) -> Problem | None:
    """The line that goes on with the text above it, but does not stand further in."""
    line = line_of(source, opened)
    if opened < 2 or _KEYED.match(line) or ITEM.match(line) or not line.strip():
        return None
    indent = indent_of(line)
    if item := _without_hyphen(source, opened):
        return item
    above = line_of(source, opened - 1)
    opens_it = _KEYED.match(above) or ITEM.match(above)
    wanted = key_column(above) + 2 if opens_it else indent_of(above)
    correction = Correction(Place(source.path, opened, 1, indent), " " * wanted)
    if not first_that_mends(source, [correction]):
        return None
    message = "This line goes on with the text above it, but does not stand further in."
    place = Place(source.path, opened, indent + 1, len(line.strip()))
    hint = f"Start it with {_spaces(wanted)}, or join it to the line above."
    return Problem(place, "wrong-indent", message, hint, correction=correction)


def _without_hyphen(source: SourceFile, number: int) -> Problem | None:
    """The line right below the hyphen of an item that has none itself, if a hyphen mends the file."""
    above, line = line_of(source, number - 1), line_of(source, number)
    if not ITEM.match(above) or indent_of(above) != indent_of(line):
        return None
    place = Place(source.path, number, indent_of(line) + 1, 0)
    hyphen = first_that_mends(source, [Correction(place, "- ")])
    hint = "Start each item of a list with a hyphen and a space."
    where = Place(source.path, number, place.column, len(line.strip()))
    message = "A hyphen is missing before this item."
    return Problem(where, "yaml-syntax", message, hint, correction=hyphen) if hyphen else None


def _moved(source: SourceFile, number: int) -> Iterator[Correction]:
    line = line_of(source, number)
    has = indent_of(line)
    if not (_KEYED.match(line) or ITEM.match(line)):
        return
    for wanted in dict.fromkeys(_neighbouring(source, number, is_item=bool(ITEM.match(line)))):
        if wanted != has and abs(wanted - has) <= _FURTHEST:
            yield Correction(Place(source.path, number, 1, has), " " * wanted)


def _neighbouring(source: SourceFile, number: int, *, is_item: bool) -> Iterator[int]:
    """How far in the neighbours stand that a line may belong to, the likeliest first."""
    lines = source.text.split("\n")
    written = [line for line in lines[number:] if line.strip()]
    below = written[0] if written else ""
    above = list(islice((line for line in reversed(lines[: number - 1]) if line.strip()), 8))
    if not is_item and line_of(source, number).rstrip().endswith(":") and key_column(below) >= 2:
        yield indent_of(below) - 2
    # What a line above opens stands two spaces further in; else lines of a kind stand below one another.
    if above and above[0].rstrip().endswith(":"):
        yield key_column(above[0]) + 2
    for other in (*above[:1], below, *above[1:]):
        if is_item and ITEM.match(other):
            yield indent_of(other)
        elif not is_item and _KEYED.match(other):
            yield key_column(other)


def _colons(source: SourceFile, number: int, pattern: re.Pattern[str]) -> Iterator[Correction]:
    if match := pattern.match(line_of(source, number)):
        yield Correction(Place(source.path, number, match.end(1) + 1, 0), ":")


def _spaces(count: int) -> str:
    return {0: "no spaces", 1: "1 space"}.get(count, f"{count} spaces")
