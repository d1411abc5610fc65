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
    lines = document.source.text.split("\n")
    first = lines[place.line - 1]
    # The places of a text over several lines say where it begins only.
    own = first[place.column - 1 : place.column - 1 + place.width] if place.width > 1 else None
    texts = (
        [(place.line, place.column - 1, own)] if own else [(number, 0, line) for number, line in enumerate(lines, 1)]
    )
    spots = [
        (line, shift + match.start()) for line, shift, text in texts for match in re.finditer(re.escape(given), text)
    ]
    if len(spots) != 1:
        return None
    ((line, column),) = spots
    return Correction(Place(place.file, line, column + 1, len(given)), meant.text, meant.sure)


def standing_at(document: Document, place: Place) -> str:
    """The characters at a place, as they are written."""
    lines = document.source.text.split("\n")
    return lines[place.line - 1][place.column - 1 : place.column - 1 + place.width] if place.line <= len(lines) else ""
