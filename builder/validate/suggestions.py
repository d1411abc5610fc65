"""“Did you mean …?”"""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question with the nearest known word, or the whole list if it is short, or nothing."""
    choices = sorted(set(known))
    if same := [choice for choice in choices if choice.casefold() == word.casefold()]:
        return f"Did you mean “{same[0]}”?"
    if nearest := get_close_matches(word, choices, n=1, cutoff=0.6):
        return f"Did you mean “{nearest[0]}”?"
    return f"Known here: {', '.join(choices)}." if 0 < len(choices) <= 12 else ""
