"""Public keys as they stand in trust.yml."""

import base64
import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from builder.keys.checking import public_key, signed_by
from builder.keys.private import USABLE, KeyUnusable
from builder.model.trust import PublicKey
from tests.parties import eddsa, es256

KEYS = [es256("holder").key, eddsa("holder").key]


def of(spki: bytes) -> PublicKey:
    return PublicKey(keyid=hashlib.sha256(spki).hexdigest(), algorithm="ES256", spki=base64.b64encode(spki).decode())


def der(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def refusal(key: PublicKey) -> str:
    with pytest.raises(KeyUnusable) as refused:
        public_key(key)
    with pytest.raises(KeyUnusable):
        signed_by(key, b"message", bytes(64))
    return str(refused.value)


@pytest.mark.parametrize("key", KEYS)
def test_a_key_is_what_it_says(key: PublicKey) -> None:
    assert public_key(key).public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo) == base64.b64decode(key.spki)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("digit", [0, 31, 63])
def test_no_digit_of_its_number_may_differ(key: PublicKey, digit: int) -> None:
    other = "0" if key.keyid[digit] != "0" else "1"
    changed = key.model_copy(update={"keyid": key.keyid[:digit] + other + key.keyid[digit + 1 :]})
    assert refusal(changed) == "The key’s number or algorithm does not fit the key."


def test_another_algorithm_does_not_fit() -> None:
    for key, algorithm in zip(KEYS, ("Ed25519", "ES256"), strict=True):
        swapped = key.model_copy(update={"algorithm": algorithm})
        assert refusal(swapped) == "The key’s number or algorithm does not fit the key."


@pytest.mark.parametrize("spki", ["", "AAAA", "AAA", "no base64 at all", "ключ", "MFkwEwYHKoZIzj0CAQ==" * 3])
def test_what_is_no_key_is_refused_in_a_plain_sentence(spki: str) -> None:
    changed = KEYS[0].model_copy(update={"spki": spki})
    assert refusal(changed) == "This is no public key that can be used here."


def test_every_letter_of_a_key_counts() -> None:
    for at in range(len(KEYS[0].spki)):
        other = "A" if KEYS[0].spki[at] != "A" else "B"
        with pytest.raises(KeyUnusable):
            public_key(KEYS[0].model_copy(update={"spki": KEYS[0].spki[:at] + other + KEYS[0].spki[at + 1 :]}))


@pytest.mark.parametrize("key", [ec.generate_private_key(ec.SECP384R1()), rsa.generate_private_key(65537, 2048)])
def test_other_curves_and_rsa_are_refused(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey) -> None:
    assert refusal(of(der(key))) == USABLE


def test_a_curve_that_the_library_does_not_know_is_refused() -> None:
    p_256 = bytes.fromhex("06082a8648ce3d030107")
    p_239 = bytes.fromhex("06082a8648ce3d030104")
    spki = base64.b64decode(KEYS[0].spki)
    assert p_256 in spki
    assert refusal(of(spki.replace(p_256, p_239))) == "This is no public key that can be used here."


def test_a_point_off_the_curve_is_refused() -> None:
    spki = bytearray(der(es256("holder").private))  # type: ignore[arg-type] # reason: a P-256 key, not either kind
    spki[-1] ^= 1
    assert refusal(of(bytes(spki))) == "This is no public key that can be used here."
