"""A number that is wrong here → the number, or the kind, that was most likely meant."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

import phonenumbers

from builder.model.content.phone import Phone
from builder.model.content.scalars import country_of
from builder.model.document import Path
from builder.model.library import Jurisdiction
from builder.model.problem import Correction
from builder.model.quoting import in_quotes
from builder.validate.numerals import ascii_digits
from builder.validate.respelling import respelled
from builder.validate.review import Review
from builder.validate.suggestions import Meant, nearest

# How alike two numbers are of which one has a digit mistyped, left out or swapped with the next.
_ONE_SLIP = 0.9


def almost(number: str, listed: Collection[str]) -> Meant | None:
    """The listed number from which one slip of a finger leads to this one."""
    return nearest(number, listed, _ONE_SLIP)


def right_number(
    review: Review, place: Jurisdiction, path: Path, phone: Phone, fits: Callable[[str], bool]
) -> Correction | None:
    """The number as it is written here, in quotes; `path` leads to the phone, `fits` says whether nothing is wrong."""
    where = review.value(place.facts_file, *path, "number")
    meant = next((each for each in _meant(phone, country_of(place.slug)) if fits(each.text)), None)
    correction = review.instead(where, phone.number, meant)
    if correction is None or correction.text[0] in "\"'":
        return correction
    return replace(correction, text=in_quotes(correction.text))


def right_kind(
    review: Review, place: Jurisdiction, path: Path, phone: Phone, kinds: Mapping[str, str]
) -> Correction | None:
    """The kind under which the number stands in the reviewed table."""
    where = review.value(place.facts_file, *path, "kind")
    return review.instead(where, phone.kind, Meant(kinds[phone.number])) if phone.number in kinds else None


def same_digits(number: str, correction: Correction) -> bool:
    """Whether a correction leaves all digits as they are, and only the signs between them differ."""
    one, other = (re.sub("[^0-9+]", "", ascii_digits(text).replace("＋", "+")) for text in (number, correction.text))
    return one == other


def _meant(phone: Phone, country: str) -> Iterator[Meant]:
    """The same digits and nothing between them; with a country code; with a zero in front.

    Never another number: where two lists differ, nobody here knows which of them is right.
    """
    for plain in respelled("invalid-phone", phone.number):
        yield plain
        with suppress(phonenumbers.NumberParseException):
            parsed = phonenumbers.parse(plain.text, country)
            yield Meant(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
    if phone.kind != "e164":
        # A spreadsheet drops a zero at the start.
        yield Meant(f"0{phone.number}")
