"""Keys on a token, through PKCS #11, with SoftHSM in the place of a card."""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pkcs11
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from pkcs11.util.ec import encode_named_curve_parameters

from builder.keys import open_key
from builder.keys.checking import public_key, signed_by
from builder.keys.private import USABLE, KeyUnusable
from builder.model.trust import Signer
from tests import softhsm

pytestmark = pytest.mark.token

PIN = "654321"
ADDRESS = "A token’s key is named like pkcs11:token=NAME;object=LABEL?module-path=LIBRARY."


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A token called “desk”, with one pair of keys for every case. The library reads its settings only once."""
    folder = tmp_path_factory.mktemp("token")
    softhsm.initialise(folder, "desk", PIN)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
        path = str(softhsm.library())
        with pkcs11.lib(path).get_token(token_label="desk").open(user_pin=PIN, rw=True) as session:
            for label in ("police", "police desk", "twice", "twice"):
                _make(session, "secp256r1", label)
            _make(session, "secp384r1", "other curve")
            session.generate_keypair(pkcs11.KeyType.RSA, 2048, store=True, label="rsa")
        yield path
        pkcs11.unload(path)


def _make(session: pkcs11.Session, curve: str, label: str) -> None:
    parameters = session.create_domain_parameters(
        pkcs11.KeyType.EC, {pkcs11.Attribute.EC_PARAMS: encode_named_curve_parameters(curve)}, local=True
    )
    parameters.generate_keypair(store=True, label=label)


@contextmanager
def opened(library: str, label: str = "police") -> Iterator[Signer]:
    """Closes the token afterwards: a program may log in only once at a time."""
    key = open_key(f"pkcs11:token=desk;object={label}?module-path={library}", lambda: PIN)
    try:
        yield key
    finally:
        key.session.close()  # type: ignore[attr-defined] # reason: a token’s signer has a session


def refusal(address: str, pin: str = PIN) -> str:
    with pytest.raises(KeyUnusable) as refused:
        open_key(address, lambda: pin)
    return str(refused.value)


def test_a_token_signs_and_its_signature_verifies(library: str) -> None:
    with opened(library) as key:
        signature = key.sign(b"message")
    assert key.key.algorithm == "ES256"
    assert signed_by(key.key, b"message", signature)
    assert not signed_by(key.key, b"another message", signature)


def test_its_signature_verifies_with_the_library_alone(library: str) -> None:
    with opened(library) as key:
        raw = key.sign(b"message")
    der = encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:]))
    public = public_key(key.key)
    assert isinstance(public, ec.EllipticCurvePublicKey)
    public.verify(der, hashlib.sha256(b"message").digest(), ec.ECDSA(Prehashed(SHA256())))


def test_a_key_is_found_again_by_its_label(library: str) -> None:
    found = []
    for label in ("police", "police%20desk", "police"):
        with opened(library, label) as key:
            found.append(key.key)
    assert found[0] == found[2] != found[1]


@pytest.mark.parametrize("wrong", ["000000", "", "1", PIN + " "])
def test_a_wrong_pin_says_so_and_the_token_opens_afterwards(library: str, wrong: str) -> None:
    said = refusal(f"pkcs11:token=desk;object=police?module-path={library}", wrong)
    assert said == "The token does not give the key “police”. The PIN is wrong."
    with opened(library) as key:
        assert key.sign(b"message")


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("nobody", "The token has no keys with the label “nobody”; exactly one is needed."),
        ("twice", "The token has 2 keys with the label “twice”; exactly one is needed."),
        ("other%20curve", USABLE),
        ("rsa", USABLE),
    ],
)
def test_a_label_without_one_fitting_key_says_so_and_leaves_the_token_closed(
    library: str, label: str, sentence: str
) -> None:
    assert refusal(f"pkcs11:token=desk;object={label}?module-path={library}") == sentence
    with opened(library) as key:
        assert key.sign(b"message")


def test_a_program_that_has_the_token_open_already_says_so(library: str) -> None:
    with opened(library):
        said = refusal(f"pkcs11:token=desk;object=police?module-path={library}")
    assert said == "The token does not give the key “police”. Another session of this program is still open."


def test_an_unknown_token_says_so(library: str) -> None:
    said = refusal(f"pkcs11:token=drawer;object=police?module-path={library}")
    assert said == "The token does not give the key “police”. No token with this name is plugged in."


@pytest.mark.parametrize("path", ["/nowhere/module.so", os.devnull, __file__])
def test_a_library_that_is_none_says_so(path: str) -> None:
    said = refusal(f"pkcs11:token=desk;object=police?module-path={path}")
    assert said.startswith("The token does not give the key “police”. ")
    assert path in said


@pytest.mark.parametrize(
    "address",
    [
        "pkcs11:",
        "pkcs11:token=desk;object=police",
        "pkcs11:token=desk;object=police?module-path=",
        "pkcs11:token=desk?module-path=/usr/lib/module.so",
        "pkcs11:object=police?module-path=/usr/lib/module.so",
        "pkcs11:desk;police?module-path=/usr/lib/module.so",
    ],
)
def test_an_address_without_one_of_its_parts_shows_how_it_is_written(address: str) -> None:
    assert refusal(address) == ADDRESS


def test_a_token_that_is_pulled_out_does_not_sign(library: str) -> None:
    with opened(library) as key:
        pass
    with pytest.raises(KeyUnusable, match=r"^The token did not sign\. "):
        key.sign(b"message")


def test_a_machine_without_the_library_for_tokens_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "builder.keys.token", raising=False)
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    assert refusal("pkcs11:token=desk;object=police?module-path=x") == (
        "Keys on a token need python-pkcs11: install “antiscam[token]”."
    )


def test_a_missing_softhsm_says_what_to_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(softhsm, "_FOLDERS", (str(tmp_path),))
    monkeypatch.delenv("ANTISCAM_SOFTHSM", raising=False)
    with pytest.raises(FileNotFoundError, match=r"python -m tests\.softhsm"):
        softhsm.library()
