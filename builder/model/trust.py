"""Whose signatures count: the parties, their public keys, and what signs in their name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from pydantic import Field

from builder.model.published import Published

Algorithm = Literal["ES256", "Ed25519"]
Party = Literal["exchange", "police"]
# Who signs a release, in this order: signature n of its envelope is by party n.
PARTIES: tuple[Party, ...] = ("exchange", "police")


class PublicKey(Published):
    """One key of a party. A client takes the algorithm from here, never from a message."""

    keyid: str = Field(description="SHA-256 of the decoded `spki`, in hex.")
    algorithm: Algorithm
    spki: str = Field(description="SubjectPublicKeyInfo (RFC 5280) in DER, as base64.")


class Trust(Published):
    """`trust.json`, also compiled into the alert. A client that pins it needs nothing else to prove a warning."""

    development: bool = Field(description="Made on a developer's machine; nothing it proves may reach the public.")
    latest: tuple[PublicKey, ...]
    exchange: tuple[PublicKey, ...]
    police: Mapping[str, tuple[PublicKey, ...]] = Field(description="By jurisdiction.")

    def signers_of(self, jurisdiction: str) -> tuple[tuple[PublicKey, ...], ...]:
        """The keys of each party that must sign a release, in the order of `PARTIES`."""
        return self.exchange, self.police.get(jurisdiction, ())


class Signer(Protocol):
    """A private key, wherever it lives."""

    @property
    def key(self) -> PublicKey:
        """The public half."""
        ...

    def sign(self, message: bytes) -> bytes:
        """64 bytes: r and s of ES256, or an Ed25519 signature."""
        ...


@dataclass(frozen=True)
class Keys:
    """What a build signs with. Without keys of the parties it publishes only what they have approved themselves."""

    latest: Signer
    parties: Mapping[Party, Signer] = field(default_factory=dict)
    development: bool = False

    def trust(self, jurisdictions: Iterable[str]) -> Trust:
        """The trust under which these keys sign for everybody, every jurisdiction's police included."""
        exchange, police = ((self.parties[party].key,) for party in PARTIES)
        return Trust(
            development=self.development,
            latest=(self.latest.key,),
            exchange=exchange,
            police=dict.fromkeys(sorted(jurisdictions), police),
        )
