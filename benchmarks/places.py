"""The jurisdictions of a world: codes, names in every language, and numbers that can be dialled there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice

import phonenumbers
from babel import Locale

from benchmarks.phrasebook import Text, phrasebook
from benchmarks.telephones import Telephones

# The first contact's number, its spare, and those of two more contacts.
LONG_NUMBERS = 4
# Countries whose number plans have room for many parts of them.
_LARGE = re.findall("..", "AUBRCNDEEGESFRGBIDINITJPKRMXMYNGPHPKPLROSETHTRTWUAUSVNZA")
_AREAS = 48
# Its numbers cannot be told from those of Morocco.
_WITHOUT_NUMBERS = {"EH"}


@dataclass(frozen=True)
class Place:
    """A jurisdiction: a country, or a numbered area of one. Only a country has an emergency number."""

    code: str
    phones: tuple[str, ...]
    emergency: str | None
    area: int | None = None

    @property
    def country(self) -> str:
        """Where its numbers are dialled: the code before the hyphen."""
        return self.code[:2]

    @property
    def slug(self) -> str:
        """The first part of its addresses."""
        return self.code.lower()

    def name(self, locale: str) -> str:
        """What it is called in a language."""
        country = _countries(locale)[self.country]
        return country if self.area is None else phrasebook(locale).say(Text((("area", self.area),)), country)


def places(number: int) -> Iterator[Place]:
    """So many places: every country that can be dialled, then areas of the large ones."""
    telephones = Telephones()
    for index, (code, area) in enumerate(islice(chain(_whole(), _areas()), number)):
        phones = tuple(telephones.next(code[:2]) for _ in range(LONG_NUMBERS))
        yield Place(code, phones, str(7000 + index) if area is None else None, area)


def _whole() -> Iterator[tuple[str, None]]:
    yield from ((country, None) for country in _territories())


def _areas() -> Iterator[tuple[str, int]]:
    """Codes such as GB-A07, one area of each country in turn."""
    yield from ((f"{country}-A{area:02}", area) for area in range(_AREAS) for country in _LARGE)


@cache
def _territories() -> tuple[str, ...]:
    listed = (code for code in _countries("en") if re.fullmatch("[A-Z]{2}", code))
    return tuple(sorted(phonenumbers.SUPPORTED_REGIONS & set(listed) - _WITHOUT_NUMBERS))


@cache
def _countries(locale: str) -> dict[str, str]:
    return {str(code): name for code, name in Locale.parse(locale.replace("-", "_")).territories.items()}
