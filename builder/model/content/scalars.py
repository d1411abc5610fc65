"""Scalars authors write, typed: every YAML scalar arrives as text and leaves with a meaning.

A validator that fails raises the `refusal` of one of our own codes (`model/codes.py`).
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, TypeVar

from babel.core import get_global
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from builder.model.content.hosts import HOST, hides_letters
from builder.model.content.language_tags import is_standard_tag
from builder.model.content.refusal import refusal

T = TypeVar("T")

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?")
_URL = re.compile(rf"https://{HOST}(/[A-Za-z0-9/._~-]*)?")
_SOURCE_URL = re.compile(rf"https?://{HOST}(/[A-Za-z0-9/._~%+?=&-]*)?")
# Babel carries CLDR's countries and territories but not its list of subdivisions: of those only the form is checked.
_TERRITORIES = frozenset(get_global("territory_languages"))
_JURISDICTION = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")


class Authored(BaseModel):
    """A mapping an author writes: unknown keys are refused, values never change after they are made."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _to_date(text: object) -> object:
    if not isinstance(text, str):
        return text
    if not _DATE.fullmatch(text):
        raise refusal("bad-date", "“{text}” is not a date like 2026-11-22.", text)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise refusal("bad-date", "“{text}” is not a day in the calendar.", text) from error


def _to_number(text: object) -> object:
    if isinstance(text, str) and not _NUMBER.fullmatch(text):
        raise refusal("bad-number", "“{text}” is not a plain number: write only digits, without separators.", text)
    return text


def _to_boolean(text: object) -> object:
    if isinstance(text, str) and text not in ("true", "false"):
        raise refusal("bad-boolean", "“{text}” is neither true nor false.", text)
    return text == "true" if isinstance(text, str) else text


def _known_locale(text: str) -> str:
    if is_standard_tag(text):
        return text
    raise refusal("bad-locale", "“{text}” is not a language tag such as en, zh-Hant or ar.", text)


def _known_jurisdiction(text: str) -> str:
    if _JURISDICTION.fullmatch(text) and country_of(text) in _TERRITORIES:
        return text
    raise refusal("bad-jurisdiction", "“{text}” is not an ISO 3166 code in capitals, such as HK or US-CA.", text)


def _listed_url(text: str) -> str:
    if _URL.fullmatch(text):
        return text
    message = "“{text}” is not a plain web address: https://, a host in small letters and a path, nothing else."
    raise refusal("unsafe-address", message, text)


def _safe_url(text: str) -> str:
    return _plain_letters(_listed_url(text))


def _source_url(text: str) -> str:
    if _SOURCE_URL.fullmatch(text):
        return _plain_letters(text)
    raise refusal("unsafe-address", "“{text}” is not a web address of a page.", text)


def _plain_letters(url: str) -> str:
    if hides_letters(host_of(url)):
        raise refusal("unsafe-address", "The host in “{text}” hides letters of another script behind xn--.", url)
    return url


def _folder_url(text: str) -> str:
    if _safe_url(text).endswith("/"):
        return text
    message = "“{text}” is the address of a folder: it ends with a slash."
    raise refusal("unsafe-address", message, text, "Put a slash at its end.")


def complete(mapping: dict[Any, T], keys: Iterable[str]) -> dict[Any, T]:
    """The mapping, if it has all the keys; a text that is missing would be found only by a reader."""
    if missing := [key for key in keys if key not in mapping]:
        names = ", ".join(missing)
        raise PydanticCustomError("missing-key", "Words are missing here for: {names}.", {"names": names})
    return mapping


def country_of(code: str) -> str:
    """The country of a jurisdiction, `US` of `US-CA` and of `US`: number plans and formats of dates are a country's."""
    return code.partition("-")[0]


def host_of(url: str) -> str:
    """The host of an address that passed the grammar: `https://www.adcc.gov.hk/x` gives `www.adcc.gov.hk`."""
    return url.split("/")[2]


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
LocaleCode = Annotated[str, AfterValidator(_known_locale)]
JurisdictionCode = Annotated[str, AfterValidator(_known_jurisdiction)]
Url = Annotated[str, AfterValidator(_safe_url)]
# Where the gate also compares the host with a reviewed list, a host of another script may stand, if it is listed.
ListedUrl = Annotated[str, AfterValidator(_listed_url)]
FolderUrl = Annotated[str, AfterValidator(_folder_url)]
SourceUrl = Annotated[str, AfterValidator(_source_url)]
IsoDate = Annotated[date, BeforeValidator(_to_date)]
WholeNumber = Annotated[int, BeforeValidator(_to_number)]
Number = Annotated[float, BeforeValidator(_to_number)]
Boolean = Annotated[bool, BeforeValidator(_to_boolean)]

# Limits are in characters; they keep a text readable on a phone of 360 px (a line holds about 40).
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=240)]
Paragraph = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
Markdown = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
