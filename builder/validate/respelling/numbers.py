"""Numbers and phone numbers as plain digits."""

import re
import unicodedata
from collections.abc import Iterator

from builder.validate.numerals import ascii_digits
from builder.validate.suggestions import Meant

# Groups of three between the same sign, and perhaps a fraction behind another one.
_GROUPED = re.compile(
    r"(?P<whole>[0-9]{1,3}(?:(?P<sign>[ ,.'’_])[0-9]{3})(?:(?P=sign)[0-9]{3})*)(?P<fraction>[.,][0-9]{1,6})?"
)
_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_TEL = re.compile(r"(?i)^(?:tel|phone|telephone)\s*[:.]?\s*")
_SEPARATORS = re.compile(r"[\s().‐-―−-]+")
# Dialled inside the country only, and left out after its code: +44 (0)20 …
_TRUNK_ZERO = re.compile(r"\(\s*0\s*\)")


def numbers(text: str) -> Iterator[Meant]:
    """`1,200 %` → `1200`: without separators, signs and units."""
    plain = re.sub(r"\s*(?:%|percent)$", "", unicodedata.normalize("NFKC", ascii_digits(text))).lstrip("+")
    grouped = _GROUPED.fullmatch(plain)
    if grouped and grouped["sign"] != (grouped["fraction"] or "?")[0]:
        fraction = (grouped["fraction"] or "").replace(",", ".")
        plain = re.sub("[^0-9]", "", grouped["whole"]) + fraction
    if _PLAIN.fullmatch(plain):
        yield Meant(plain)


def phone_numbers(text: str) -> Iterator[Meant]:
    """`Tel. +852 2860-5012` → `+85228605012`: the same digits and nothing between them."""
    spelled = unicodedata.normalize("NFKC", ascii_digits(_TEL.sub("", text.strip())))
    digits = _SEPARATORS.sub("", _TRUNK_ZERO.sub("", spelled))
    if not re.fullmatch(r"\+?[0-9]+", digits):
        return
    yield Meant(digits, sure=text.isascii() and not _TRUNK_ZERO.search(spelled))
    if digits.startswith("00"):
        yield Meant(f"+{digits[2:]}")
