"""DSSE envelopes: bytes → a statement that every party has signed."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

from builder.verify.failure import VerificationFailure, require
from builder.verify.strict_json import strict_json

Key = Mapping[str, Any]


def open_statement(content: bytes, name: str, parties: Sequence[Sequence[Key]]) -> Any:
    """The payload. `parties` holds the keys of each party: signature n must be by a key of party n, with no others."""
    malformed, wanted = f"{name}-malformed", f"application/vnd.antiscam.{name}.v1+json"
    envelope = strict_json(content, malformed)
    require(_has(envelope, ["payload", "payloadType", "signatures"]), malformed)
    require(isinstance(envelope["signatures"], list), malformed)
    require(envelope["payloadType"] == wanted, f"{name}-type")
    payload = _bytes(envelope["payload"], malformed)
    require(len(envelope["signatures"]) == len(parties), f"{name}-signature")
    message = b"DSSEv1 %d %s %d %s" % (len(wanted), wanted.encode(), len(payload), payload)
    for signature, keys in zip(envelope["signatures"], parties, strict=True):
        require(_has(signature, ["keyid", "sig"]), malformed)
        sig = _bytes(signature["sig"], malformed)
        key = next((key for key in keys if key["keyid"] == signature["keyid"]), None)
        require(key is not None and _verifies(key, sig, message), f"{name}-signature")
    return strict_json(payload, malformed)


def _has(value: Any, members: list[str]) -> bool:
    return isinstance(value, dict) and list(value) == members


def _bytes(text: Any, code: str) -> bytes:
    """Base64 in its one spelling."""
    if isinstance(text, str):
        try:
            content = base64.b64decode(text)
        except (binascii.Error, ValueError):
            raise VerificationFailure(code) from None
        if base64.b64encode(content).decode() == text:
            return content
    raise VerificationFailure(code)


def _verifies(key: Key, sig: bytes, message: bytes) -> bool:
    """The algorithm is the pinned key's; the message has no say in it."""
    if len(sig) != 64:
        return False
    try:
        public = load_der_public_key(base64.b64decode(key["spki"]))
        if key["algorithm"] == "ES256" and isinstance(public, ec.EllipticCurvePublicKey):
            require(isinstance(public.curve, ec.SECP256R1), "no-crypto")
            r, s = int.from_bytes(sig[:32]), int.from_bytes(sig[32:])
            public.verify(encode_dss_signature(r, s), message, ec.ECDSA(SHA256()))
        elif key["algorithm"] == "Ed25519" and isinstance(public, ed25519.Ed25519PublicKey):
            public.verify(sig, message)
        else:
            raise VerificationFailure("no-crypto")
    except InvalidSignature:
        return False
    except (ValueError, UnsupportedAlgorithm) as error:
        raise VerificationFailure("no-crypto") from error
    return True
