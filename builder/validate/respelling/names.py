"""Names, codes and choices in the form in which they are written here."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from babel import Locale
from babel.numbers import list_currencies

from builder.model.content.language_tags import standard_tag
from builder.validate.suggestions import Meant

_TRUE, _FALSE = frozenset(("true", "yes", "y", "on")), frozenset(("false", "no", "n", "off"))
# What people write though the lists of ISO 3166 say otherwise.
_OTHER_CODES = {"UK": "GB", "EL": "GR"}


def booleans(text: str) -> Iterator[Meant]:
    """`Yes` → `true`."""
    word = text.casefold()
    if word in _TRUE | _FALSE:
        yield Meant("true" if word in _TRUE else "false", sure=True)


def slugs(text: str) -> Iterator[Meant]:
    """`Fake Bank` → `fake-bank`; nothing for a name in letters that have no plain form."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    if all(sign.isascii() or not sign.isalnum() for sign in plain):
        slug = re.sub("[^a-z0-9]+", "-", plain.casefold()).strip("-")
        if slug:
            yield Meant(slug, sure=slug == text.casefold())


def locales(text: str) -> Iterator[Meant]:
    """`zh_hant` → `zh-Hant`."""
    tag = text.replace("_", "-")
    if standard := standard_tag(tag):
        yield Meant(standard, sure=standard.casefold() == tag.casefold())


def jurisdictions(text: str) -> Iterator[Meant]:
    """`us_ca` → `US-CA`, `Norway` → `NO`."""
    code = re.sub("[_ ]", "-", text.upper())
    country, dash, part = code.partition("-")
    if country in _OTHER_CODES:
        yield Meant(f"{_OTHER_CODES[country]}{dash}{part}")
    else:
        yield Meant(code, sure=True)
    if named := _by_name().get(text.casefold()):
        yield Meant(named)


@cache
def _by_name() -> dict[str, str]:
    names = Locale("en").territories.items()
    return {name.casefold(): code for code, name in names if re.fullmatch("[A-Z]{2}", code)}


def units(text: str) -> Iterator[Meant]:
    """`%` → `percent`, `Hkd` → `HKD`, `Cases` → `cases`."""
    if text == "%":
        yield Meant("percent")
    elif text.upper() in list_currencies():
        yield Meant(text.upper())  # a guess, since `Cup` may be a noun as well
    elif text.isascii() and text.isalpha():
        yield Meant(text.lower(), sure=not text.isupper())
