"""Private keys in files: what opens, what is refused, and in which words."""

import base64
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa, x25519
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from builder.keys import open_key
from builder.keys.pem import LONGEST_PASSPHRASE, SHORTEST_PASSPHRASE, create, loaded
from builder.keys.private import USABLE, KeyUnusable
from builder.model.trust import Algorithm
from tests.parties import eddsa, es256
from tests.signing import PASSPHRASE, pem

KEYS = [es256("holder"), eddsa("holder")]


def never() -> str:
    pytest.fail("a passphrase was asked for")


def refusal(path: Path, passphrase: str | Callable[[], str] = PASSPHRASE) -> str:
    with pytest.raises(KeyUnusable) as refused:
        open_key(str(path), passphrase if callable(passphrase) else lambda: passphrase)
    return str(refused.value).replace(str(path), "FILE")


@pytest.mark.parametrize("key", KEYS)
def test_a_file_opens_with_its_passphrase(tmp_path: Path, key: Any) -> None:
    found = open_key(str(pem(tmp_path / "key.pem", key)), lambda: PASSPHRASE)
    assert (found.key, found.sign(b"message")) == (key.key, key.sign(b"message"))


@pytest.mark.parametrize("wrong", ["wrong", "", PASSPHRASE + " ", "x" * 2000, "\udcff"])
def test_a_wrong_passphrase_says_so(tmp_path: Path, wrong: str) -> None:
    assert refusal(pem(tmp_path / "key.pem", KEYS[0]), wrong) == "FILE does not open with this passphrase."


@pytest.mark.parametrize("key", KEYS)
def test_a_file_without_a_passphrase_is_refused_before_one_is_asked_for(tmp_path: Path, key: Any) -> None:
    said = refusal(pem(tmp_path / "key.pem", key, ""), never)
    assert said == "FILE has no passphrase. A party signs only with a key that has one."


def test_a_file_that_only_calls_itself_encrypted_is_refused(tmp_path: Path) -> None:
    path = pem(tmp_path / "key.pem", KEYS[0], "")
    path.write_bytes(b"ENCRYPTED, honestly\n" + path.read_bytes())
    assert refusal(path) == "FILE has no passphrase. A party signs only with a key that has one."


OTHER_KINDS: dict[str, Callable[[], Any]] = {
    "P-384": lambda: ec.generate_private_key(ec.SECP384R1()),
    "secp256k1": lambda: ec.generate_private_key(ec.SECP256K1()),
    "RSA": lambda: rsa.generate_private_key(65537, 2048),
    "Ed448": ed448.Ed448PrivateKey.generate,
    "X25519": x25519.X25519PrivateKey.generate,
}


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_other_kinds_of_keys_are_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "key.pem"
    encryption = BestAvailableEncryption(PASSPHRASE.encode())
    path.write_bytes(OTHER_KINDS[kind]().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption))
    assert refusal(path) == USABLE


def test_a_curve_that_the_library_does_not_know_is_refused() -> None:
    p_256, p_239 = bytes.fromhex("06082a8648ce3d030107"), bytes.fromhex("06082a8648ce3d030104")
    private = KEYS[0].private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    assert p_256 in private
    text = base64.encodebytes(private.replace(p_256, p_239))
    with pytest.raises(KeyUnusable) as refused:
        loaded(b"-----BEGIN PRIVATE KEY-----\n%b-----END PRIVATE KEY-----\n" % text, None)
    assert str(refused.value) == USABLE


@pytest.mark.parametrize("content", [b"", b"hello", b"\xff\xfe\x00", b"-----BEGIN CERTIFICATE-----\n"])
def test_a_file_that_holds_no_private_key_says_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "key.pem").write_bytes(content)
    assert refusal(tmp_path / "key.pem", never) == "FILE is no private key in PEM."


def test_the_public_half_is_no_private_key(tmp_path: Path) -> None:
    public = KEYS[0].private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    (tmp_path / "key.pem").write_bytes(public)
    assert refusal(tmp_path / "key.pem", never) == "FILE is no private key in PEM."


def test_a_damaged_file_does_not_open(tmp_path: Path) -> None:
    path = pem(tmp_path / "key.pem", KEYS[0])
    path.write_bytes(path.read_bytes()[:90] + b"!" + path.read_bytes()[91:])
    assert refusal(path) == "FILE does not open with this passphrase."


def test_a_file_that_is_not_there_and_a_folder_say_so(tmp_path: Path) -> None:
    assert refusal(tmp_path / "key.pem", never) == "FILE cannot be read: No such file or directory."
    assert refusal(tmp_path, never) == "FILE cannot be read: Is a directory."


@pytest.mark.parametrize(
    ("algorithm", "kind"), [("ES256", ec.EllipticCurvePrivateKey), ("Ed25519", ed25519.Ed25519PrivateKey)]
)
def test_a_new_key_is_for_its_owner_alone_and_encrypted(tmp_path: Path, algorithm: Algorithm, kind: type) -> None:
    path = tmp_path / "key.pem"
    before = os.umask(0)
    try:
        made = create(str(path), PASSPHRASE, algorithm)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes().startswith(b"-----BEGIN ENCRYPTED PRIVATE KEY-----\n")
    assert isinstance(load_pem_private_key(path.read_bytes(), PASSPHRASE.encode()), kind)
    assert open_key(str(path), lambda: PASSPHRASE).key == made.key
    assert made.key.algorithm == algorithm


def test_no_two_new_keys_are_the_same(tmp_path: Path) -> None:
    assert create(str(tmp_path / "a"), PASSPHRASE).key != create(str(tmp_path / "b"), PASSPHRASE).key


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    path.write_text("somebody’s only key", "utf-8")
    with pytest.raises(KeyUnusable, match=r"key\.pem cannot be written: File exists\.$"):
        create(str(path), PASSPHRASE)
    assert path.read_text("utf-8") == "somebody’s only key"


def test_a_new_key_does_not_follow_a_link(tmp_path: Path) -> None:
    (tmp_path / "key.pem").symlink_to(tmp_path / "elsewhere.pem")
    with pytest.raises(KeyUnusable, match="File exists"):
        create(str(tmp_path / "key.pem"), PASSPHRASE)
    assert not (tmp_path / "elsewhere.pem").exists()


def test_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(KeyUnusable, match="No such file or directory"):
        create(str(tmp_path / "nowhere" / "key.pem"), PASSPHRASE)


@pytest.mark.parametrize(
    ("passphrase", "sentence"),
    [
        ("x" * (SHORTEST_PASSPHRASE - 1), "A passphrase has at least 12 characters."),
        ("x" * (LONGEST_PASSPHRASE + 1), "A passphrase has at most 1023 bytes."),
        ("ø" * 600, "A passphrase has at most 1023 bytes."),
    ],
)
def test_a_passphrase_that_is_too_short_or_too_long_makes_no_key(
    tmp_path: Path, passphrase: str, sentence: str
) -> None:
    with pytest.raises(KeyUnusable) as refused:
        create(str(tmp_path / "key.pem"), passphrase)
    assert str(refused.value) == sentence
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("passphrase", ["x" * SHORTEST_PASSPHRASE, "x" * LONGEST_PASSPHRASE, "gulvteppe på Løten ☂"])
def test_a_passphrase_of_any_bearable_length_and_script_opens_its_key(tmp_path: Path, passphrase: str) -> None:
    made = create(str(tmp_path / "key.pem"), passphrase)
    assert open_key(str(tmp_path / "key.pem"), lambda: passphrase).key == made.key
