"""Texts without quotes that YAML accepts though hardly anyone means them → what was swallowed or cut off, and where."""

import re
from collections.abc import Iterator

from builder.model.document import SourceFile
from builder.model.problem import Correction, Place, Problem
from builder.parse.lines import indent_of
from builder.parse.repairs import QUOTE_THE_WHOLE, first_that_mends, value_in_quotes

_CUT = re.compile(r"[ \t]+#")
_CUT_AFTER_ONE_WORD = re.compile(r"[ \t]+#\S")
_ITEM = re.compile(r" *- ")
_ITEM_WITHOUT_SPACE = re.compile(r" *-(?=[^\s\d-])")
# Signs that begin no text in YAML: after a space the item would be something else, or nothing at all.
_BEGINS_SOMETHING_ELSE = frozenset("!%&*,>@[]`{|}#")
_PARTNERS = {"”": "“", "“": "”", "»": "«", "«": "»"}


def slips_in_bare_text(source: SourceFile, text: str, start: Place, end: Place, rest: str) -> Iterator[Problem]:
    """A comment that cuts the text, a lone quote.

    `end` is where the text ends in its last line, and `rest` what follows it there.
    """
    if _CUT.match(rest) if " " in text else _CUT_AFTER_ONE_WORD.match(rest):
        message = "The text ends at “#”: YAML takes the rest of the line as a comment."
        hint = "Put the whole text into double quotes, or the comment above it."
        whole = value_in_quotes(source, start.line, start.column - 1) if start.line == end.line else iter(())
        yield Problem(end, "cut-text", message, hint, correction=first_that_mends(source, whole))
    if text.count('"') % 2:
        message = "A quotation mark stands alone in this text."
        closed = first_that_mends(source, _paired(text, start))
        yield Problem(start, "open-quote", message, QUOTE_THE_WHOLE, correction=closed)


def _paired(text: str, start: Place) -> Iterator[Correction]:
    """The lone mark as the partner of a typographic one, or with the opening one that is missing before the text."""
    if text.count('"') != 1 or start.width != len(text):
        return
    at = text.index('"')
    lonely = [mark for mark in "“”«»" if text.count(mark) == text.count(_PARTNERS[mark]) + 1]
    if lonely:
        yield Correction(Place(start.file, start.line, start.column + at, 1), _PARTNERS[lonely[0]])
    elif at == len(text) - 1:
        yield Correction(Place(start.file, start.line, start.column, 0), '"')


def swallowed(lines: list[str], place: Place, last: int) -> Iterator[Problem]:
    """Lines that look like items of a list, but belong to a text that began before them: YAML takes them as part of it.

    `lines` are those of the file, `last` the number of the text's last line.
    """
    yield from _without_space(lines, place, last)
    number = next((at for at in range(place.line + 1, last + 1) if _ITEM.match(lines[at - 1])), 0)
    if not number:
        return
    opening = lines[place.line - 1]
    if not _ITEM.match(opening):
        message = "The hyphens below belong to this text, since it starts in the line of its key."
        hint = "Move the text after the colon into an item of its own."
        yield Problem(place, "yaml-syntax", message, hint)
        return
    wanted, has = (indent_of(line) for line in (opening, lines[number - 1]))
    where = Place(place.file, number, 1, max(has, 1))
    if has <= wanted:
        message = "This item became a part of the text above it."
        yield Problem(where, "yaml-syntax", message, "Look for a bracket that is opened above it.")
        return
    message = "This item stands further in than the one above it, and so became a part of its text."
    right = Correction(Place(place.file, number, 1, has), " " * wanted)
    yield Problem(where, "wrong-indent", message, "Put the hyphens of a list below one another.", correction=right)


def _without_space(lines: list[str], place: Place, last: int) -> Iterator[Problem]:
    starts_line = not lines[place.line - 1][: place.column - 1].strip()
    for number in range(place.line + (not starts_line), last + 1):
        if match := _ITEM_WITHOUT_SPACE.match(lines[number - 1]):
            message, hint = "A space is missing after the hyphen.", "Write - text, with a space between."
            where = Place(place.file, number, match.end() + 1)
            begun = lines[number - 1][match.end()] in _BEGINS_SOMETHING_ELSE
            space = None if begun else Correction(Place(place.file, number, match.end() + 1, 0), " ")
            yield Problem(where, "yaml-syntax", message, hint, correction=space)
