"""Keys of invented parties, the same on every machine, so that what they sign is the same too. They guard nothing."""

import hashlib
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from builder.keys.private import PrivateKey
from builder.model.trust import Keys

_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of P-256, FIPS 186-5


def es256(name: str) -> PrivateKey:
    """The P-256 key of an invented holder."""
    secret = int.from_bytes(hashlib.sha256(name.encode()).digest()) % (_ORDER - 1) + 1
    return PrivateKey(ec.derive_private_key(secret, ec.SECP256R1()))


def eddsa(name: str) -> PrivateKey:
    """The Ed25519 key of an invented holder."""
    return PrivateKey(ed25519.Ed25519PrivateKey.from_private_bytes(hashlib.sha256(name.encode()).digest()))


# They sign for everybody, but not as a developer's machine: an alert that trusts them behaves as in production.
PARTIES = Keys(es256("latest"), {"exchange": es256("exchange"), "police": es256("police")})


@dataclass(frozen=True)
class Ring:
    """Keys that are at hand."""

    keys: Keys
    mark: str = "parties"

    def open(self) -> Keys:
        return self.keys


RING = Ring(PARTIES)
