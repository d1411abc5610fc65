"""What an author meant, as a word → the correction of the line where the wrong one stands."""

import re

from builder.model.document import Document
from builder.model.problem import Correction, Place
from builder.model.quoting import said_by, written_like
from builder.validate.suggestions import Meant


def instead(document: Document, place: Place, given: str, meant: Meant | None) -> Correction | None:
    """The word that was meant, in the place and in the quotes of the one given.

    None where nothing was meant, or where what stands there is not that word alone in one line.
    """
    raw = standing_at(document, place)
    if meant is None or not given or meant.text == given or said_by(raw) != given:
        return None
    return Correction(place, written_like(raw, meant.text), meant.sure)


def within(document: Document, place: Place, given: str, meant: Meant | None) -> Correction | None:
    """The same for a part of a text that begins at a place; None where that part does not stand there exactly once."""
    if meant is None or meant.text == given:
        return None
    raw = standing_at(document, place)
    # The place of a text over several lines says only where it begins.
    rows = [(place.line, place.column, raw)] if place.width > 1 else _from(document, place)
    found = [(line, first + each.start()) for line, first, row in rows for each in re.finditer(re.escape(given), row)]
    if len(found) != 1:
        return None
    spot = Place(place.file, *found[0], len(given))
    if place.width > 1 and spot.column == place.column:
        # A text without quotes may need them, now that it begins with something else.
        return instead(document, place, raw, Meant(meant.text + raw[len(given) :], meant.sure))
    return Correction(spot, meant.text, meant.sure)


def _from(document: Document, place: Place) -> list[tuple[int, int, str]]:
    """The lines from that of a place on: number, first column and text of each."""
    lines = document.source.text.split("\n")
    return [(number, 1, line) for number, line in enumerate(lines[place.line - 1 :], place.line)]


def standing_at(document: Document, place: Place) -> str:
    """The characters at a place, as they are written."""
    lines = document.source.text.split("\n")
    return lines[place.line - 1][place.column - 1 : place.column - 1 + place.width] if place.line <= len(lines) else ""
