"""The letters of a text fit its language: a text left in another language, or a look-alike letter, stands out."""

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from builder.model.content.language_tags import script_of
from builder.model.problem import Problem
from builder.validate.review import Review, WordsFile

# Where a language is written with other letters than the name of its script says, by the names Unicode gives them.
_ALPHABETS = {
    "Latn": ("LATIN",), "Arab": ("ARABIC",), "Cyrl": ("CYRILLIC",), "Grek": ("GREEK",), "Hebr": ("HEBREW",),
    "Deva": ("DEVANAGARI",), "Beng": ("BENGALI",), "Taml": ("TAMIL",), "Telu": ("TELUGU",), "Thai": ("THAI",),
    "Hans": ("CJK", "BOPOMOFO"), "Hant": ("CJK", "BOPOMOFO"), "Jpan": ("CJK", "HIRAGANA", "KATAKANA"),
    "Kore": ("HANGUL", "CJK"),
}  # fmt: skip
_PLACEHOLDER = re.compile(r"\{[a-z_]*\}")
# Names of coins and offices are written in capitals everywhere: USDT, ADCC.
_ACRONYM = re.compile(r"[A-Z0-9]{2,}")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ALIKE = frozenset(("LATIN", "CYRILLIC", "GREEK"))
# Where most letters of an alphabet are. A letter elsewhere only makes us look closer.
_BLOCKS = {
    "LATIN": ((0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F)), "ARABIC": ((0x620, 0x6FF),), "CYRILLIC": ((0x400, 0x4FF),),
    "CJK": ((0x3400, 0x9FFF),), "GREEK": ((0x370, 0x3FF),), "HEBREW": ((0x5D0, 0x5EA),),
    "HIRAGANA": ((0x3041, 0x309F),), "KATAKANA": ((0x30A0, 0x30FF),), "HANGUL": ((0xAC00, 0xD7A3),),
}  # fmt: skip
# Signs and digits of ASCII, and the punctuation of all languages.
_NO_LETTERS = (
    (0x00, 0x40), (0x5B, 0x60), (0x7B, 0xA9), (0xAB, 0xB9), (0xBB, 0xBF), (0x600, 0x61F), (0x2000, 0x206F),
    (0x3000, 0x303F), (0xFF00, 0xFF20),
)  # fmt: skip
# Letters of the two alphabets that pass for Latin ones.
_LOOKS_LATIN = re.compile("[\u0370-\u052f\u1c80-\u1c8f\u1d26-\u1d2b\u1f00-\u1fff\u2de0-\u2dff\ua640-\ua69f]")
# A lone foreign word is often a name; a text needs more of them to be in another language.
_FEWEST_FOREIGN = 2


def scripts(review: Review) -> Iterator[Problem]:
    """Most words of a text are in the script of its language, and no word mixes letters that look alike."""
    for own in review.words:
        if _LOOKS_LATIN.search(own.whole):
            yield from _mixtures(review, own)
        expected = _expected(own.locale)
        if expected and _suspects(own.whole, expected) >= _FEWEST_FOREIGN:
            yield from _foreign(review, own, expected)


def _suspects(text: str, expected: tuple[str, ...]) -> int:
    """How many words, or Han characters, may be foreign; none is overlooked."""
    if text.isascii() and "LATIN" in expected:
        return 0
    found = _outside(expected).findall(_PLACEHOLDER.sub(" ", text))
    return sum(_ACRONYM.fullmatch(run) is None for run in found)


def _mixtures(review: Review, own: WordsFile) -> Iterator[Problem]:
    for path, text in own.texts:
        for word in _mixed(text):
            message = f"“{word}” mixes letters of two scripts that look alike."
            hint = "Type the word again on one keyboard."
            yield Problem(review.value(own.file, *path), "foreign-script", message, hint)


def _foreign(review: Review, own: WordsFile, expected: tuple[str, ...]) -> Iterator[Problem]:
    for path, text in own.texts:
        fitting, foreign = _counted(text, expected)
        if foreign > fitting and foreign >= _FEWEST_FOREIGN:
            message = f"Most of this text is not in the script of “{own.locale}”."
            hint = "Translate it, or look for a mixed-up file."
            yield Problem(review.value(own.file, *path), "foreign-script", message, hint)


@cache
def _expected(locale: str) -> tuple[str, ...]:
    """Names of the alphabets of a language; none where we know of none."""
    return _ALPHABETS.get(script_of(locale), ())


@cache
def _outside(expected: tuple[str, ...]) -> re.Pattern[str]:
    """What may be a letter and is not in the main blocks of the alphabets: Han by itself, all others in runs."""
    within = [*_NO_LETTERS, *(block for alphabet in expected for block in _BLOCKS.get(alphabet, ()))]
    han = [] if "CJK" in expected else [_BLOCKS["CJK"][0]]
    single = f"|[{_class(han)}]" if han else ""
    return re.compile(f"[{_class(_without([*within, *han]))}]+{single}")


def _without(blocks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges of characters that lie outside blocks."""
    edges = [(-1, 0), *sorted(blocks), (sys.maxunicode + 1, sys.maxunicode + 1)]
    reached, gaps = 0, []
    for first, last in edges:
        if reached < first:
            gaps.append((reached, first - 1))
        reached = max(reached, last + 1)
    return gaps


def _class(ranges: list[tuple[int, int]]) -> str:
    return "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in ranges)


@cache
def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _counted(text: str, expected: tuple[str, ...]) -> tuple[int, int]:
    """Words in the expected alphabets and in others; in a script without spaces every character counts as a word."""
    counts: Counter[bool] = Counter()
    for word in _WORD.findall(_PLACEHOLDER.sub(" ", text)):
        for alphabet, letters in groupby(word, _alphabet) if not _ACRONYM.fullmatch(word) else ():
            counts[alphabet in expected] += len(list(letters)) if alphabet == "CJK" else 1
    return counts[True], counts[False]


def _mixed(text: str) -> Iterator[str]:
    for word in _WORD.findall(text) if not text.isascii() else ():
        if len(_ALIKE & {_alphabet(letter) for letter in word}) > 1:
            yield word
