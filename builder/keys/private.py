"""A private key in memory, as a signer."""

import base64
import hashlib
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from builder.model.trust import PublicKey

Private = ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey
Public = ec.EllipticCurvePublicKey | ed25519.Ed25519PublicKey
USABLE = "Only keys on the curve P-256 (ES256) and Ed25519 keys can be used."


class KeyUnusable(Exception):
    """A key that cannot be read, or must not be used; the message says why."""


@dataclass(frozen=True)
class PrivateKey:
    """Signs with a key held in memory. The same message always gives the same bytes (RFC 6979, RFC 8032)."""

    private: Private

    @property
    def key(self) -> PublicKey:
        """The public half."""
        return described(self.private.public_key())

    def sign(self, message: bytes) -> bytes:
        """64 bytes. OpenSSL gives DER, WebCrypto wants r and s side by side: converted here and nowhere else."""
        if isinstance(self.private, ed25519.Ed25519PrivateKey):
            return self.private.sign(message)
        return joined(*decode_dss_signature(self.private.sign(message, ec.ECDSA(SHA256(), deterministic_signing=True))))


def joined(r: int, s: int) -> bytes:
    """An ES256 signature as JWS and WebCrypto write it."""
    return r.to_bytes(32) + s.to_bytes(32)


def described(public: object) -> PublicKey:
    """A public key as it is published. Raises KeyUnusable for anything but P-256 and Ed25519."""
    if isinstance(public, ec.EllipticCurvePublicKey) and isinstance(public.curve, ec.SECP256R1):
        spki, algorithm = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo), "ES256"
    elif isinstance(public, ed25519.Ed25519PublicKey):
        spki, algorithm = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo), "Ed25519"
    else:
        raise KeyUnusable(USABLE)
    return PublicKey.model_validate(
        {"keyid": hashlib.sha256(spki).hexdigest(), "algorithm": algorithm, "spki": base64.b64encode(spki).decode()}
    )
