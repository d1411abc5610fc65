"""Phone numbers: three kinds, each with its own proof that it is right."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from builder.model.content.refusal import refusal
from builder.model.content.scalars import Authored, JurisdictionCode
from builder.model.content.source import Sourced

# As patterns that Python and JavaScript read alike.
SHORT_NUMBER = "[0-9]{2,6}"
LONG_NUMBER = r"\+[1-9][0-9]{6,14}"

PhoneKind = Literal["e164", "short", "emergency"]


def _short_number(text: str) -> str:
    if re.fullmatch(SHORT_NUMBER, text):
        return text
    raise refusal("invalid-phone", "“{text}” is not a short number: two to six digits, as dialled.", text)


def _long_number(text: str) -> str:
    if re.fullmatch(LONG_NUMBER, text):
        return text
    raise refusal("invalid-phone", "“{text}” is not written as + and digits only.", text)


class Phone(Authored):
    """A number as text.

    `e164` starts with +, fits its number plan and stands in `content/long_numbers.yml`; `short` and `emergency` are
    dialled as written, only inside the jurisdiction, and stand in `content/short_codes.yml`.
    """

    kind: PhoneKind
    number: str = Field(min_length=1, max_length=60, description="Digits only; an e164 number starts with +.")


class ShortCode(Sourced):
    """A short or emergency number that a person has looked up: number plans do not know all of them."""

    jurisdiction: JurisdictionCode
    kind: Literal["short", "emergency"]
    number: Annotated[str, AfterValidator(_short_number)] = Field(description="Digits, as dialled.")


class ShortCodes(Authored):
    """`content/short_codes.yml`, the reviewed table."""

    short_codes: tuple[ShortCode, ...] = Field(max_length=1000)


class LongNumbers(Authored):
    """`content/long_numbers.yml`: every long number that may be published, written down by a second person."""

    long_numbers: dict[JurisdictionCode, tuple[Annotated[str, AfterValidator(_long_number)], ...]]
