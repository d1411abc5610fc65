"""`trust.yml`: the parties whose signatures count, and their public keys. No private key ever stands here."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from builder.model.content.scalars import Authored, IsoDate, JurisdictionCode, Line, Slug
from builder.model.trust import Algorithm, PublicKey, Trust


def _keyid(text: str) -> str:
    if re.fullmatch("[0-9a-f]{64}", text):
        return text
    raise PydanticCustomError("bad-key", "A key’s number has 64 digits and small letters from a to f.")


def _base64(text: str) -> str:
    if re.fullmatch("[A-Za-z0-9+/]{40,200}={0,2}", text):
        return text
    raise PydanticCustomError("bad-key", "This is no public key in base64, on one line.")


class TrustedKey(Authored):
    """A public key, as `antiscam key` prints it."""

    name: Line = Field(description="Whose key it is and where it is held, in words.")
    added_on: IsoDate
    algorithm: Algorithm
    keyid: Annotated[str, AfterValidator(_keyid)] = Field(description="SHA-256 of the key, to compare by telephone.")
    spki: Annotated[str, AfterValidator(_base64)] = Field(description="The public key in DER, as base64.")

    @property
    def key(self) -> PublicKey:
        """The key without the words about it."""
        return PublicKey(keyid=self.keyid, algorithm=self.algorithm, spki=self.spki)


class PoliceKeys(Authored):
    """The keys of one jurisdiction's police partner."""

    partner: Slug
    keys: tuple[TrustedKey, ...] = Field(min_length=1, max_length=4)


class TrustFile(Authored):
    """The whole of `trust.yml`. Nothing can be published in production until it names keys."""

    latest: tuple[TrustedKey, ...] = Field(default=(), max_length=2, description="Online, renews the pointer.")
    exchange: tuple[TrustedKey, ...] = Field(default=(), max_length=4)
    police: dict[JurisdictionCode, PoliceKeys] = Field(default_factory=dict)

    @property
    def trust(self) -> Trust:
        """What clients pin."""
        return Trust(
            development=False,
            latest=tuple(trusted.key for trusted in self.latest),
            exchange=tuple(trusted.key for trusted in self.exchange),
            police={code: tuple(trusted.key for trusted in self.police[code].keys) for code in sorted(self.police)},
        )
