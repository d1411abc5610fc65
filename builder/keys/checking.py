"""Whether a signature is by a key."""

import base64

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

from builder.keys.private import KeyUnusable, Public, described
from builder.model.trust import PublicKey


def public_key(key: PublicKey) -> Public:
    """The key itself. Raises KeyUnusable if it is not what it says it is."""
    try:
        public = load_der_public_key(base64.b64decode(key.spki, validate=True))
    except (ValueError, UnsupportedAlgorithm) as error:
        raise KeyUnusable("This is no public key that can be used here.") from error
    if described(public) != key or not isinstance(public, Public):
        raise KeyUnusable("The key’s number or algorithm does not fit the key.")
    return public


def signed_by(key: PublicKey, message: bytes, signature: bytes) -> bool:
    """Whether 64 bytes are this key's signature over a message. Raises KeyUnusable like `public_key`."""
    public = public_key(key)
    if len(signature) != 64:
        return False
    try:
        if isinstance(public, ec.EllipticCurvePublicKey):
            r, s = int.from_bytes(signature[:32]), int.from_bytes(signature[32:])
            public.verify(encode_dss_signature(r, s), message, ec.ECDSA(SHA256()))
        else:
            public.verify(signature, message)
    except InvalidSignature:
        return False
    return True
