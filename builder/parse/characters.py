"""Characters that no author means to write: invisible ones can hide a changed number or turn a text around."""

import re
import unicodedata
from collections.abc import Iterator

from builder.model.document import SourceFile
from builder.model.problem import Place, Problem

# Controls, soft hyphen, bidi embeddings, overrides and isolates, zero-width space, word joiner, byte order mark, line
# separators, tag characters. Zero-width joiners and left-to-right marks stay: some scripts need them.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2060-\u2064\u2066-\u206f\ud800-\udfff\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)
# A no-break space has its place inside a sentence, not where YAML counts spaces.
_MISPLACED_SPACE = re.compile("^ *\xa0|:\xa0|^ *-\xa0")


def forbidden_characters(source: SourceFile) -> Iterator[Problem]:
    """Every forbidden character of a file's text, at its own place."""
    for number, line in enumerate(source.text.split("\n"), start=1):
        for match in FORBIDDEN.finditer(line):
            yield forbidden(Place(source.path, number, match.start() + 1), match.group())
        if space := _MISPLACED_SPACE.search(line):
            yield forbidden(Place(source.path, number, space.end()), space.group()[-1])


def forbidden(place: Place, character: str) -> Problem:
    """The problem of one forbidden character."""
    name = unicodedata.name(character, "a control character").lower()
    message = f"An invisible character stands here: U+{ord(character):04X}, {name}."
    hint = "Save the file as UTF-8 without BOM." if character == "\ufeff" else "Delete it, and type the spot again."
    return Problem(place, "forbidden-character", message, hint)
