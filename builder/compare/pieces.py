"""A text before and after → its pieces, and which of them changed."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

# Words, spaces, and single signs; Chinese, Japanese and Thai are written without spaces, so there each sign counts.
_PIECES = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+|\s+|.")


class Piece(NamedTuple):
    """A part of a text."""

    text: str
    changed: bool


def pieces_of(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces of both texts; joined, they are the texts again."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    was: list[Piece] = []
    now: list[Piece] = []
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for at, (kind, i1, i2, j1, j2) in enumerate(steps):
        # A space between two changed words belongs to the change.
        between = 0 < at < len(steps) - 1 and not "".join(old[i1:i2]).strip()
        changed = kind != "equal" or between
        was += [Piece("".join(old[i1:i2]), changed)] if i2 > i1 else []
        now += [Piece("".join(new[j1:j2]), changed)] if j2 > j1 else []
    return tuple(_joined(was)), tuple(_joined(now))


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Neighbours that are both changed, or both not, as one."""
    for changed, together in groupby(pieces, key=lambda piece: piece.changed):
        yield Piece("".join(piece.text for piece in together), changed)
