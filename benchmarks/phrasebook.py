"""Numbered text → words of one language. The same number says the same in every language, and nothing twice."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import count
from math import prod
from pathlib import Path
from typing import Any

import yaml

VOCABULARY = Path(__file__).parent / "vocabulary"
# Prime, and larger than any count of phrases: neighbouring numbers become texts that look nothing alike.
_STRIDE = 2_654_435_761
# Two forms with the same slots begin at different places, or their texts would be alike.
_APART = 7_777_777
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Text:
    """A text that has no language yet: the form and the number of each of its sentences."""

    sentences: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class _Form:
    """A sentence with slots, and the phrases that fit each of them."""

    template: str
    slots: tuple[tuple[str, tuple[str, ...]], ...]
    start: int

    def filled(self, number: int, place: str) -> str:
        words = {"place": place, "exchange": "{exchange}", "value": "{value}", "period": "{period}"}
        rest = (self.start + number) * _STRIDE % prod(len(phrases) for _, phrases in self.slots)
        for slot, phrases in self.slots:
            rest, choice = divmod(rest, len(phrases))
            words[slot] = phrases[choice]
        text = self.template.format_map(words)
        return text[0].upper() + text[1:]


class Phrasebook:
    """The forms and phrases of one language.

    Every number up to the product of its phrases gives another text: 720,000 sentences, 12,000 titles, and 600 words
    for some buttons, which repeat in larger worlds.
    """

    def __init__(self, locale: str) -> None:
        vocabulary = read_vocabulary(locale)
        self._gap = "" if locale.startswith("zh") else " "
        starts = count(0, _APART)
        self._forms = {
            name: [_form(template, vocabulary["phrases"], next(starts)) for template in templates]
            for name, templates in vocabulary["forms"].items()
        }

    def say(self, text: Text, place: str) -> str:
        """The text in this language; `place` is the name of the jurisdiction it speaks of."""
        return self._gap.join(self._sentence(form, number, place) for form, number in text.sentences)

    def _sentence(self, name: str, number: int, place: str) -> str:
        forms = self._forms[name]
        return forms[number % len(forms)].filled(number // len(forms), place)


def read_vocabulary(locale: str) -> Any:
    """The file of one language, every scalar as text."""
    return yaml.load((VOCABULARY / f"{locale}.yml").read_text("utf-8"), yaml.CBaseLoader)


def _form(template: str, phrases: dict[str, list[str]], start: int) -> _Form:
    """Slots in the order of the vocabulary, not of the sentence: that order differs between languages."""
    used = set(_SLOT.findall(template))
    return _Form(template, tuple((slot, tuple(choices)) for slot, choices in phrases.items() if slot in used), start)


@cache
def phrasebook(locale: str) -> Phrasebook:
    """The phrasebook of a language, read once."""
    return Phrasebook(locale)
