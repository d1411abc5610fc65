"""Keys that a machine makes for itself."""

import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from builder.keys.development import development_keys, passing_keys
from builder.keys.private import KeyUnusable
from builder.model.trust import Keys
from tests.signing import pem, police_of


def numbers(keys: Keys) -> list[str]:
    return [signer.key.keyid for signer in (keys.latest, *keys.parties.values())]


def test_development_keys_are_made_once_and_found_again(tmp_path: Path) -> None:
    first, second = development_keys(tmp_path / "new" / "folder"), development_keys(tmp_path / "new" / "folder")
    assert numbers(first) == numbers(second)
    assert len(set(numbers(first))) == 3


def test_every_machine_has_its_own(tmp_path: Path) -> None:
    assert not {*numbers(development_keys(tmp_path / "one"))} & {*numbers(development_keys(tmp_path / "two"))}


def test_what_they_sign_is_marked(tmp_path: Path) -> None:
    assert development_keys(tmp_path).trust(["NO"]).development
    assert passing_keys().trust(["NO"]).development


def test_only_their_owner_can_read_them(tmp_path: Path) -> None:
    development_keys(tmp_path)
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


@pytest.mark.parametrize("damage", [b"", b"-----BEGIN PRIVATE KEY-----\n", b"\xff"])
def test_a_damaged_key_says_what_to_do(tmp_path: Path, damage: bytes) -> None:
    development_keys(tmp_path)
    path = tmp_path / "development-police.pem"
    path.write_bytes(damage)
    with pytest.raises(KeyUnusable) as refused:
        development_keys(tmp_path)
    assert str(refused.value) == f"{path} is damaged. Remove it: the next build makes a new one."
    path.unlink()
    assert len(numbers(development_keys(tmp_path))) == 3


def test_a_key_with_a_passphrase_or_of_another_kind_is_a_damaged_one(tmp_path: Path) -> None:
    path = pem(tmp_path / "development-latest.pem", police_of("NO"))
    with pytest.raises(KeyUnusable, match="is damaged"):
        development_keys(tmp_path)
    other = rsa.generate_private_key(65537, 2048)
    path.write_bytes(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with pytest.raises(KeyUnusable, match="is damaged"):
        development_keys(tmp_path)


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KeyUnusable, match=r"development-latest\.pem cannot be read: (Not a directory|File exists)\.$"):
        development_keys(tmp_path / "file")


def test_passing_keys_are_new_every_time() -> None:
    assert not {*numbers(passing_keys())} & {*numbers(passing_keys())}
