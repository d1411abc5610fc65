"""Characters that no author means to write: invisible ones can hide a changed number or turn a text around."""

import re
import unicodedata
from collections.abc import Iterator

from builder.model.document import SourceFile
from builder.model.problem import Place, Problem

# Controls, bidi embeddings, overrides and isolates, zero-width space, word joiner, byte order mark, line separators.
# Zero-width joiners and left-to-right marks stay: some scripts need them.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ud800-\udfff]")


def forbidden_characters(source: SourceFile) -> Iterator[Problem]:
    """Every forbidden character of a file's text, at its own place."""
    for number, line in enumerate(source.text.split("\n"), start=1):
        for match in FORBIDDEN.finditer(line):
            yield forbidden(Place(source.path, number, match.start() + 1), match.group())


def forbidden(place: Place, character: str) -> Problem:
    """The problem of one forbidden character."""
    name = unicodedata.name(character, "a control character").lower()
    message = f"An invisible character stands here: U+{ord(character):04X}, {name}."
    return Problem(place, "forbidden-character", message, "Delete it, or type the word again by hand.")
