"""Keys in PEM files (PKCS #8, encrypted)."""

import os
from collections.abc import Callable
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from builder.keys.private import USABLE, KeyUnusable, Private, PrivateKey, described
from builder.model.trust import Algorithm

SHORTEST_PASSPHRASE = 12  # characters
LONGEST_PASSPHRASE = 1023  # bytes, of OpenSSL
_UNPROTECTED = "has no passphrase. A party signs only with a key that has one."


def read_pem(path: str, passphrase: Callable[[], str]) -> PrivateKey:
    """A party's key. A file without a passphrase is refused: whoever copies it could sign."""
    content = _content(Path(path))
    if b"PRIVATE KEY-----" not in content:
        raise KeyUnusable(f"{path} is no private key in PEM.")
    if b"ENCRYPTED" not in content:
        raise KeyUnusable(f"{path} {_UNPROTECTED}")
    # An empty passphrase is a wrong one, but to `cryptography` it is none at all.
    typed = passphrase().encode(errors="surrogateescape") or b"\0"
    try:
        return loaded(content, typed)
    except ValueError as error:
        raise KeyUnusable(f"{path} does not open with this passphrase.") from error
    except TypeError as error:
        raise KeyUnusable(f"{path} {_UNPROTECTED}") from error


def loaded(content: bytes, passphrase: bytes | None) -> PrivateKey:
    """The key in a PEM text.

    Raises ValueError for a wrong passphrase, TypeError for one too many or too few, KeyUnusable for a kind of key that
    we do not use.
    """
    try:
        private = load_pem_private_key(content, passphrase)
    except UnsupportedAlgorithm as error:
        raise KeyUnusable(USABLE) from error
    if not isinstance(private, Private):
        raise KeyUnusable(USABLE)
    described(private.public_key())  # its curve
    return PrivateKey(private)


def create(path: str, passphrase: str, algorithm: Algorithm = "ES256") -> PrivateKey:
    """Makes a new key in a file that only its owner can read."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise KeyUnusable(f"A passphrase has at least {SHORTEST_PASSPHRASE} characters.")
    if len(passphrase.encode()) > LONGEST_PASSPHRASE:
        raise KeyUnusable(f"A passphrase has at most {LONGEST_PASSPHRASE} bytes.")
    return written(Path(path), algorithm, BestAvailableEncryption(passphrase.encode()))


def written(path: Path, algorithm: Algorithm, encryption: KeySerializationEncryption | None = None) -> PrivateKey:
    """A new key, written to a file that must not exist yet."""
    private = ec.generate_private_key(ec.SECP256R1()) if algorithm == "ES256" else ed25519.Ed25519PrivateKey.generate()
    content = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption or NoEncryption())
    try:
        with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(content)
    except OSError as error:
        raise KeyUnusable(f"{path} cannot be written: {error.strerror}.") from error
    return PrivateKey(private)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise KeyUnusable(f"{path} cannot be read: {error.strerror}.") from error
