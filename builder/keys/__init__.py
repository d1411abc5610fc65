"""Private keys: from a PEM file with a passphrase, a token, or made for development. None is ever in the project."""

from collections.abc import Callable

from builder.keys.pem import read_pem
from builder.keys.private import KeyUnusable
from builder.model.trust import Signer


def open_key(where: str, passphrase: Callable[[], str]) -> Signer:
    """A key by its file's path or its `pkcs11:` address (RFC 7512). `passphrase` is asked only if one is needed.

    Raises KeyUnusable with a sentence for the person who holds the key.
    """
    if where.startswith("pkcs11:"):
        return _open_token(where, passphrase)
    return read_pem(where, passphrase)


def _open_token(where: str, pin: Callable[[], str]) -> Signer:
    try:
        from builder.keys.token import open_token  # noqa: PLC0415 # reason: needs python-pkcs11, which is optional
    except ImportError as error:
        raise KeyUnusable("Keys on a token need python-pkcs11: install “antiscam[token]”.") from error
    return open_token(where, pin)
