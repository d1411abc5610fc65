"""Phone numbers that are valid in a country, and cannot be read as a part of one another."""

from collections.abc import Iterator
from itertools import count
from random import Random

import phonenumbers

_COSTS_MORE = (phonenumbers.PhoneNumberType.PREMIUM_RATE, phonenumbers.PhoneNumberType.SHARED_COST)
_KINDS = (phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.MOBILE)
# Fewer digits are taken for no number where texts are searched for the numbers of other places.
_SHORTEST = 5


class Telephones:
    """All numbers of a world. The last digits of one are never what people of another country dial."""

    def __init__(self) -> None:
        self._candidates: dict[str, Iterator[phonenumbers.PhoneNumber]] = {}
        self._dialled: set[str] = set()
        self._parts: set[str] = set()

    def next(self, country: str) -> str:
        """Another number of this country, as + and digits."""
        candidates = self._candidates.setdefault(country, _candidates(country))
        return next(number for parsed in candidates if (number := self._entered(parsed)))

    def _entered(self, parsed: phonenumbers.PhoneNumber) -> str:
        """The number, now known to the others; nothing if one could be mistaken for the other."""
        number = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
        dialled, parts = str(parsed.national_number), _parts(number[1:])
        if dialled in self._parts or not self._dialled.isdisjoint(parts):
            return ""
        self._dialled.add(dialled)
        self._parts |= parts
        return number


def _parts(digits: str) -> set[str]:
    """Everything in a number that is long enough to be one."""
    return {
        digits[start:end]
        for start in range(len(digits) - _SHORTEST + 1)
        for end in range(start + _SHORTEST, len(digits) + 1)
    }


def _candidates(country: str) -> Iterator[phonenumbers.PhoneNumber]:
    """Valid numbers of a country: its examples with other digits at the end, in turn of a landline and a mobile."""
    random = Random(f"numbers of {country}")
    for attempt in count():
        example = phonenumbers.example_number_for_type(country, _KINDS[attempt % len(_KINDS)])
        if example is not None:
            digits = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
            changed = 3 + attempt // 200 % 4
            parsed = phonenumbers.parse(digits[:-changed] + f"{random.randrange(10**changed):0{changed}}")
            if _can_be_dialled(parsed, country):
                yield parsed


def _can_be_dialled(parsed: phonenumbers.PhoneNumber, country: str) -> bool:
    return (
        phonenumbers.is_valid_number(parsed)
        and phonenumbers.region_code_for_number(parsed) == country
        and phonenumbers.number_type(parsed) not in _COSTS_MORE
    )
