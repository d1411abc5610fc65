"""Phone numbers: three kinds, each with its own proof that it is right."""

from typing import Literal

from pydantic import Field

from builder.model.content.scalars import Authored, JurisdictionCode
from builder.model.content.source import Sourced

PhoneKind = Literal["e164", "short", "emergency"]


class Phone(Authored):
    """A number as text.

    `e164` starts with + and is proved by its number plan; `short` and `emergency` are dialled as written, only inside
    the jurisdiction, and must stand in `content/short_codes.yml`.
    """

    kind: PhoneKind
    number: str = Field(min_length=1, description="Digits only; an e164 number starts with +.")


class ShortCode(Sourced):
    """A short or emergency number that a person has looked up: number plans do not know all of them."""

    jurisdiction: JurisdictionCode
    kind: Literal["short", "emergency"]
    number: str = Field(pattern=r"^[0-9]{2,6}$", description="Digits, as dialled.")


class ShortCodes(Authored):
    """`content/short_codes.yml`, the reviewed table."""

    short_codes: tuple[ShortCode, ...]
