"""Signatures against published vectors, and against what `cryptography` itself says."""

import base64
import hashlib

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.keys.checking import signed_by
from builder.keys.private import PrivateKey, joined
from tests.parties import eddsa, es256

# RFC 6979, A.2.5: the key, and r and s for two messages with SHA-256.
RFC_6979 = PrivateKey(
    ec.derive_private_key(0xC9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721, ec.SECP256R1())
)
ES256_VECTORS = [
    (
        b"sample",
        "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716",
        "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
    ),
    (
        b"test",
        "f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367",
        "019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083",
    ),
]
# RFC 8032, 7.1: secret key, message, signature.
EDDSA_VECTORS = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]
KEYS = [es256("holder"), eddsa("holder")]


@pytest.mark.parametrize(("message", "r", "s"), ES256_VECTORS)
def test_es256_signs_as_rfc_6979_prescribes(message: bytes, r: str, s: str) -> None:
    assert RFC_6979.sign(message).hex() == r + s


@pytest.mark.parametrize(("secret", "message", "expected"), EDDSA_VECTORS)
def test_ed25519_signs_as_rfc_8032_prescribes(secret: str, message: str, expected: str) -> None:
    key = PrivateKey(ed25519.Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret)))
    assert key.sign(bytes.fromhex(message)).hex() == expected


@pytest.mark.parametrize(("message", "r", "s"), ES256_VECTORS)
def test_a_published_signature_is_by_its_key_and_by_no_other(message: bytes, r: str, s: str) -> None:
    assert signed_by(RFC_6979.key, message, bytes.fromhex(r + s))
    assert not signed_by(es256("another").key, message, bytes.fromhex(r + s))


@settings(deadline=None)  # other tests may need the processor
@given(st.binary(max_size=300))
def test_the_same_message_gives_the_same_64_bytes(message: bytes) -> None:
    for key in KEYS:
        first = key.sign(message)
        assert (len(first), key.sign(message)) == (64, first)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_what_is_signed_verifies_with_the_library_alone(message: bytes) -> None:
    raw = KEYS[0].sign(message)
    public = KEYS[0].private.public_key()
    assert isinstance(public, ec.EllipticCurvePublicKey)
    der = encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:]))
    public.verify(der, message, ec.ECDSA(SHA256()))
    with pytest.raises(InvalidSignature):
        public.verify(der, message + b" ", ec.ECDSA(SHA256()))


@pytest.mark.parametrize("key", KEYS)
@settings(deadline=None)
@given(message=st.binary(max_size=100), bit=st.integers(0, 511))
def test_no_bit_of_a_signature_may_differ(key: PrivateKey, message: bytes, bit: int) -> None:
    signature = bytearray(key.sign(message))
    assert signed_by(key.key, message, bytes(signature))
    signature[bit // 8] ^= 1 << bit % 8
    assert not signed_by(key.key, message, bytes(signature))


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("length", [0, 1, 63, 65, 72])
def test_a_signature_of_another_length_is_none(key: PrivateKey, length: int) -> None:
    assert not signed_by(key.key, b"message", key.sign(b"message").ljust(length, b"\0")[:length])


def test_a_signature_with_a_needless_zero_is_none() -> None:
    made = KEYS[0].sign(b"message")
    assert not signed_by(KEYS[0].key, b"message", made[:32] + b"\0" + made[32:])


@pytest.mark.parametrize("key", KEYS)
def test_a_signature_of_zeros_is_none(key: PrivateKey) -> None:
    assert not signed_by(key.key, b"message", bytes(64))


def test_a_der_signature_is_none() -> None:
    der = RFC_6979.private.sign(b"message", ec.ECDSA(SHA256()))  # type: ignore[call-arg] # reason: a P-256 key, not either kind
    assert not signed_by(RFC_6979.key, b"message", der)


@pytest.mark.parametrize(("r", "s"), [(1, 1), (0xFF, 2**255), (2**248 - 1, 2**240 - 1), (2**256 - 1, 1)])
def test_numbers_keep_their_leading_zeros(r: int, s: int) -> None:
    side_by_side = joined(r, s)
    assert len(side_by_side) == 64
    assert (int.from_bytes(side_by_side[:32]), int.from_bytes(side_by_side[32:])) == (r, s)


def test_signatures_with_leading_zeros_verify() -> None:
    """One message in 128 or so gives an r or an s that DER writes shorter."""
    messages = [str(number).encode() for number in range(600)]
    signatures = {message: RFC_6979.sign(message) for message in messages}
    short = {message: made for message, made in signatures.items() if 0 in (made[0], made[32])}
    assert short
    assert [message for message, made in short.items() if not signed_by(RFC_6979.key, message, made)] == []


@pytest.mark.parametrize("key", KEYS)
def test_the_number_of_a_key_is_the_digest_of_what_is_published(key: PrivateKey) -> None:
    assert key.key.keyid == hashlib.sha256(base64.b64decode(key.key.spki)).hexdigest()
