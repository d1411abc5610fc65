"""Phone numbers: plain digits, of this place, and known to a second person."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from typing import Literal

import phonenumbers

from builder.model.content.phone import LONG_NUMBER, SHORT_NUMBER, Phone
from builder.model.content.scalars import country_of
from builder.model.library import SHORT_CODES, Jurisdiction
from builder.model.problem import Problem
from builder.validate.numerals import ascii_digits
from builder.validate.phone_corrections import almost, right_kind, right_number, same_digits
from builder.validate.review import LONG_NUMBERS, Review
from builder.validate.suggestions import did_you_mean, nearest

_COSTS_MORE = (phonenumbers.PhoneNumberType.PREMIUM_RATE, phonenumbers.PhoneNumberType.SHARED_COST)
# Why a number is not plain digits, tried in this order: what it would do when dialled comes first.
_MISWRITTEN = (
    (re.compile(r"[*#]"), "A code with * or # can redirect a phone’s calls. Give the plain number."),
    (re.compile(r"(?i)[;,]|ext|\d ?x ?\d"), "An extension is not dialled from a link. Give the direct number."),
    (re.compile(r"[^\W\d_]"), "Write digits only: letters are not on every keypad."),
)

_KNOWN_FROM = {"unreviewed-short-code": SHORT_CODES, "unlisted-number": LONG_NUMBERS}

_Wrong = tuple[Literal["invalid-phone", "unlisted-number", "unreviewed-short-code"], str, str]


def phones(review: Review) -> Iterator[Problem]:
    """Long numbers fit the number plan of the place and stand in a second list; short ones in the reviewed table."""
    unknowable = [code for code, file in _KNOWN_FROM.items() if file in review.untyped]
    for place in review.library.jurisdictions.values():
        short = {code.number: code.kind for code in review.library.short_codes if code.jurisdiction == place.slug}
        for number, contact in enumerate(place.facts.contacts):
            if contact.phone:
                listed = review.listed.get(place.slug, ())
                wrong = _wrong(contact.phone, place, short, listed)
                if wrong and wrong[0] not in unknowable:
                    yield _problem(review, place, number, contact.phone, wrong, short, listed)


def _problem(
    review: Review,
    place: Jurisdiction,
    number: int,
    phone: Phone,
    wrong: _Wrong,
    short: Mapping[str, str],
    listed: Collection[str],
) -> Problem:
    def fits(text: str) -> bool:
        return _wrong(phone.model_copy(update={"number": text}), place, short, listed) is None

    path, (code, message, hint) = ("contacts", number, "phone"), wrong
    spelled = right_number(review, place, path, phone, fits)
    if spelled and code == "invalid-phone" and same_digits(phone.number, spelled):
        hint = f"Write {spelled.text}."
    correction = spelled or right_kind(review, place, path, phone, short)
    return Problem(review.value(place.facts_file, *path, "number"), code, message, hint, correction=correction)


def _wrong(phone: Phone, place: Jurisdiction, short: Mapping[str, str], listed: Collection[str]) -> _Wrong | None:
    return _long(phone.number, place, short, listed) if phone.kind == "e164" else _short(phone, place, short)


def listed_places(review: Review) -> Iterator[Problem]:
    """The second list names places that exist."""
    codes = review.slugs("jurisdictions")
    for code in review.listed:
        if code not in codes:
            where = review.key(LONG_NUMBERS, "long_numbers", code)
            correction = review.instead(where, code, nearest(code, codes - review.listed.keys()))
            message, hint = f"There is no place called “{code}”.", did_you_mean(code, codes)
            yield Problem(where, "unknown-reference", message, hint, correction=correction)


def _short(phone: Phone, place: Jurisdiction, short: Mapping[str, str]) -> _Wrong | None:
    number = phone.number
    if not re.fullmatch(SHORT_NUMBER, number):
        hint = _how_to_write(number) or "A long number is of kind e164 and starts with + and the country code."
        return "invalid-phone", f"“{number}” is not a short number: two to six digits, as dialled.", hint
    if number not in short:
        message = f"{number} does not stand in the reviewed table as a number of {place.slug}."
        hint = f"Compare it digit by digit; if it is right, add it to {SHORT_CODES} with its source."
        return "unreviewed-short-code", message, hint
    if short[number] != phone.kind:
        message = f"{number} stands in the reviewed table as “{short[number]}”, not as “{phone.kind}”."
        return "unreviewed-short-code", message, f"Compare the two: this contact and {SHORT_CODES}."
    return None


def _long(number: str, place: Jurisdiction, short: Collection[str], listed: Collection[str]) -> _Wrong | None:
    if not re.fullmatch(LONG_NUMBER, number):
        hint = _how_to_write(number) or _with_country_code(number)
        return "invalid-phone", f"“{number}” is not written as + and digits only.", hint
    if wrong := _outside_the_plan(number, country_of(place.slug), short):
        return "invalid-phone", *wrong
    if number not in listed:
        message = f"{number} does not stand in the second list of numbers of {place.slug}."
        near = almost(number, listed)
        return "unlisted-number", message, _DIFFERENT.format(near=near.text) if near else _ADD
    return None


# Which of the two is right the source alone can tell.
_DIFFERENT = f"The second list, {LONG_NUMBERS}, has {{near}}: one of the two is wrong. Read the source again."
_ADD = f"If the number is right, a second person reads the source and adds it to {LONG_NUMBERS}."


def _outside_the_plan(number: str, country: str, short: Collection[str]) -> tuple[str, str] | None:
    """What is wrong with a long number that is written rightly, and a hint; None if nothing is."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return f"“{number}” starts with a country code that does not exist.", "Compare it with the source."
    if not phonenumbers.is_valid_number(parsed) or str(parsed.national_number) in {code.lstrip("0") for code in short}:
        hint = "Compare it with the source. A short number has no country code and is of kind short."
        return f"“{number}” is not a number that can be dialled from everywhere.", hint
    if (region := phonenumbers.region_code_for_number(parsed)) != country:
        return f"“{number}” is a number of {region}, not of {country}.", "Compare the country code."
    if phonenumbers.number_type(parsed) in _COSTS_MORE:
        return f"“{number}” costs the caller extra money.", "Find the number that is free or at local cost."
    return None


def _how_to_write(number: str) -> str:
    """What to do about signs and letters in a number; nothing where only separators or other digits stand in it."""
    return next((hint for pattern, hint in _MISWRITTEN if pattern.search(number)), "")


def _with_country_code(number: str) -> str:
    if not unicodedata.normalize("NFKC", number).startswith("+"):
        return "Put + and the country code before it; a number dialled as it is, is of kind short or emergency."
    return f'Write "+{re.sub("[^0-9]", "", ascii_digits(number))}".'
