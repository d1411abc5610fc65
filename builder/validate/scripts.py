"""The letters of a text fit its language: a text left in another language, or a look-alike letter, stands out."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby

import langcodes

from builder.model.problem import Problem
from builder.validate.review import Review, texts

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
# A lone foreign word is often a name; a text needs more of them to be in another language.
_FEWEST_FOREIGN = 2


def scripts(review: Review) -> Iterator[Problem]:
    """Most words of a text are in the script of its language, and no word mixes letters that look alike."""
    for file, locale, words in review.words():
        expected = _expected(locale)
        for path, text in texts(words):
            place = review.value(file, *path)
            for word in _mixed(text):
                message = f"“{word}” mixes letters of two scripts that look alike."
                yield Problem(place, "foreign-script", message, "Type the word again on one keyboard.", "warning")
            own, foreign = _counted(text, expected)
            if expected and foreign > own and foreign >= _FEWEST_FOREIGN:
                message = f"Most of this text is not in the script of “{locale}”."
                yield Problem(place, "foreign-script", message, "Translate it, or look for a mixed-up file.", "warning")


@cache
def _expected(locale: str) -> tuple[str, ...]:
    """Names of the alphabets of a language; none where we know of none."""
    known = langcodes.tag_is_valid(locale)
    return _ALPHABETS.get(langcodes.get(locale).maximize().script or "", ()) if known else ()


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
