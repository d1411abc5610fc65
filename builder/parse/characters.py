"""Characters that no author means to write: they hide, stack up or pass for others, and can change a number unseen."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from builder.model.codes import Code
from builder.model.document import SourceFile
from builder.model.problem import Correction, Place, Problem

# Controls, soft hyphen, grapheme joiner, Hangul fillers, bidi embeddings, overrides and isolates, zero-width space,
# word joiner, byte order mark, line separators, the empty Braille cell, variation selectors, tag characters.
_HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2028-\u202e\u2060-\u206f\u2800"
    "\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e01ef"
)
# A letter that was lost on the way, and characters that only one program’s font gives a meaning.
_MEANINGLESS = "\ue000-\uf8ff\ufffc\ufffd\U000f0000-\U0010fffd"
# Left by web pages and word processors between letters; without them a text is the same.
_BREAKS = frozenset("\x0b\x0c\r\x85\u2028\u2029")
_MEANS_NOTHING = frozenset("\xad\u200b\u2060\ufeff")
_FORBIDDEN = re.compile(f"[{_HIDDEN}{_MEANINGLESS}]")
_LOST = re.compile(f"[{_MEANINGLESS}]")
_SOMETIMES_NEEDED = re.compile("[\u061c\u200c-\u200f]")
# Zero-width joiners shape the letters of these scripts: Arabic and its kin, the scripts of India, Myanmar, Khmer.
_JOINED = re.compile("[\u0600-\u0dff\u1000-\u109f\u1780-\u18af]")
_RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"))
# A no-break space has its place inside a sentence, not where YAML counts spaces: before a value, a key or a hyphen, and
# after one.
_MISPLACED_SPACE = re.compile(r"^ *(?:- +)*(?:[\w-]+:|-)?\xa0")
_NO_BREAK_SPACE = re.compile("\xa0")
_PLAIN = re.compile(r"[\t\n -~]*")
# Runs of signs that could be stacked marks; where there is none, nothing has to be counted.
_SIGNS_IN_A_ROW = re.compile(r"[^\w\s!-~\u2010-\u2027\u3000-\u303f\uff00-\uffef]{5}")
_WORD = re.compile(r"\S+")
# Vietnamese stacks two marks on a letter, Arabic and Hebrew three; nobody writes five.
_MOST_MARKS = 4


class Fault(NamedTuple):
    """What is wrong inside one text, at an index of it, and what belongs there instead, if that can be known."""

    at: int
    width: int
    code: Code
    message: str
    hint: str
    meant: str | None = None
    sure: bool = False


def character_problems(source: SourceFile) -> Iterator[Problem]:
    """Every fault of a file's text, at its own place."""
    if _is_harmless(source.text):
        return
    for number, line in enumerate(source.text.split("\n"), start=1):
        if space := _MISPLACED_SPACE.search(line):
            yield _mendable(source.path, number, _forbidden(space.end() - 1, "\xa0"))
        yield from (_mendable(source.path, number, fault) for fault in faults(line, source.path))


def _is_harmless(text: str) -> bool:
    """Whether nothing in the text needs a closer look; true of nearly every file, and quickly told."""
    if _PLAIN.fullmatch(text):
        return True
    suspects = (_FORBIDDEN, _SOMETIMES_NEEDED, _SIGNS_IN_A_ROW, _NO_BREAK_SPACE)
    return not any(suspect.search(text) for suspect in suspects) and unicodedata.is_normalized("NFC", text)


def faults_at(place: Place, text: str) -> Iterator[Problem]:
    """The faults that an escape, such as one of a control character, brought into a value, at its place."""
    yield from (_problem(place, fault) for fault in faults(text, place.file))


def faults(text: str, file: str) -> Iterator[Fault]:
    """What no author means to write, in a text of a file; the file's name tells the direction of its language."""
    yield from (_forbidden(match.start(), match[0]) for match in _FORBIDDEN.finditer(text))
    if text.isascii():
        return
    for match in _SOMETIMES_NEEDED.finditer(text):
        if not _needed(text, match.start(), file):
            yield _forbidden(match.start(), match[0])
    yield from _stacked_marks(text)
    if not unicodedata.is_normalized("NFC", text):
        yield from _unusual_spellings(text)


def _needed(text: str, at: int, file: str) -> bool:
    """Joiners between two letters of a joined script; direction marks in the words of a right-to-left language."""
    if text[at] not in "\u200c\u200d":
        return file.rpartition("/")[2].removesuffix(".yml").split("-")[0] in _RIGHT_TO_LEFT
    return all(
        _JOINED.match(letter) and not letter.isdecimal() for letter in (text[at - 1 : at], text[at + 1 : at + 2])
    )


def _forbidden(at: int, character: str) -> Fault:
    name = unicodedata.name(character, "a control character").lower()
    what = "A character that was lost or has no meaning" if _LOST.match(character) else "An invisible character"
    message = f"{what} stands here: U+{ord(character):04X}, {name}."
    hint = "Save the file as UTF-8 without BOM." if character == "\ufeff" else "Delete it, and type the spot again."
    if character == "\xa0":
        return Fault(at, 1, "forbidden-character", message, "Type an ordinary space instead.", " ", sure=True)
    meant = None if _LOST.match(character) else " " if character in _BREAKS else ""
    return Fault(at, 1, "forbidden-character", message, hint, meant, sure=character in _MEANS_NOTHING)


def _stacked_marks(text: str) -> Iterator[Fault]:
    at = 0
    for is_mark, run in groupby(text, lambda character: unicodedata.category(character) in ("Mn", "Me")):
        width = len(list(run))
        if is_mark and width > _MOST_MARKS:
            message = f"{width} marks are stacked on one letter; at most {_MOST_MARKS} are ever needed."
            yield Fault(at, width, "stacked-marks", message, "Delete the letter, and type it again.")
        at += width


def _unusual_spellings(text: str) -> Iterator[Fault]:
    for match in _WORD.finditer(text):
        usual = unicodedata.normalize("NFC", match[0])
        if usual != match[0]:
            message = f"“{match[0]}” is stored with other characters than usual, though it looks the same."
            hint = f"Type the word again, or copy this: “{usual}”."
            yield Fault(match.start(), len(match[0]), "unusual-spelling", message, hint, usual, sure=True)


def _mendable(file: str, number: int, fault: Fault) -> Problem:
    """The problem of a fault in a line as it stands in the file, where the fault itself can be replaced."""
    place = Place(file, number, fault.at + 1, fault.width)
    right = None if fault.meant is None else Correction(place, fault.meant, fault.sure)
    return replace(_problem(place, fault), correction=right)


def _problem(place: Place, fault: Fault) -> Problem:
    return Problem(place, fault.code, fault.message, fault.hint)
