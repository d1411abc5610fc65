"""“Did you mean …?”: a word nobody knows → the word that was meant, and the question about it."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

# More of them than a screen holds would hide the report.
_MOST_LISTED = 30


class Meant(NamedTuple):
    """What an author most likely meant; `sure` where nothing else can have been."""

    text: str
    sure: bool = False


def nearest(word: str, known: Iterable[str], alike: float = 0.6) -> Meant | None:
    """The known word that differs in capitals only, or else the one that is most alike; 1 would be the same word."""
    choices = sorted(set(known))
    if same := [choice for choice in choices if choice.casefold() == word.casefold()]:
        return Meant(same[0], sure=len(same) == 1)
    found = get_close_matches(word, choices, n=1, cutoff=alike)
    return Meant(found[0]) if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question with the nearest known word, or all of them to choose from, or nothing where there are too many."""
    choices = sorted(set(known))
    if meant := nearest(word, choices):
        return f"Did you mean “{meant.text}”?"
    if len(choices) == 1:
        return f"Write {choices[0]}: there is no other."
    return f"Choose one of these: {', '.join(choices)}." if 0 < len(choices) <= _MOST_LISTED else ""
