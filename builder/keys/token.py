"""Keys on a smart card or HSM, through PKCS #11. The private key never leaves the token."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, unquote

import pkcs11
from cryptography.hazmat.primitives.serialization import load_der_public_key
from pkcs11.util.ec import encode_ec_public_key

from builder.keys.private import USABLE, KeyUnusable, described
from builder.model.trust import PublicKey

_SENTENCES = {
    pkcs11.PinIncorrect: "The PIN is wrong.",
    pkcs11.PinLenRange: "The PIN is wrong.",
    pkcs11.PinLocked: "The PIN is locked after too many wrong ones; whoever keeps the token can unlock it.",
    pkcs11.NoSuchToken: "No token with this name is plugged in.",
    pkcs11.MultipleTokensReturned: "Two tokens have this name; unplug one.",
    pkcs11.UserAlreadyLoggedIn: "Another session of this program is still open.",
}


@dataclass(frozen=True)
class TokenKey:
    """A P-256 key on a token. The token chooses its own nonce, so signing again gives other bytes."""

    session: Any
    private: Any
    key: PublicKey

    def sign(self, message: bytes) -> bytes:
        """64 bytes, r and s side by side, which is also PKCS #11's own form. Raises KeyUnusable if the token fails."""
        digest = hashlib.sha256(message).digest()
        try:
            return bytes(self.private.sign(digest, mechanism=pkcs11.Mechanism.ECDSA))
        except pkcs11.PKCS11Error as error:
            raise KeyUnusable(f"The token did not sign. {_sentence(error)}") from error


def open_token(address: str, pin: Callable[[], str]) -> TokenKey:
    """The key at `pkcs11:token=NAME;object=LABEL?module-path=LIBRARY` (RFC 7512); `pin` is the token's PIN."""
    path, _, query = address.removeprefix("pkcs11:").partition("?")
    wanted = dict(part.split("=", 1) for part in path.split(";") if "=" in part)
    library = parse_qs(query).get("module-path", [""])[0]
    if not library or not {"token", "object"} <= wanted.keys():
        raise KeyUnusable("A token’s key is named like pkcs11:token=NAME;object=LABEL?module-path=LIBRARY.")
    label = unquote(wanted["object"])
    try:
        token = pkcs11.lib(library).get_token(token_label=unquote(wanted["token"]))
        return _key(token.open(user_pin=pin()), label)
    except pkcs11.PKCS11Error as error:
        raise KeyUnusable(f"The token does not give the key “{label}”. {_sentence(error)}") from error


def _key(session: Any, label: str) -> TokenKey:
    """The pair with a label. A session that gives none is closed, or the token would stay open to this program."""
    try:
        private = _only(session, pkcs11.ObjectClass.PRIVATE_KEY, label)
        return TokenKey(session, private, _described(_only(session, pkcs11.ObjectClass.PUBLIC_KEY, label)))
    except (pkcs11.PKCS11Error, KeyUnusable):
        session.close()
        raise


def _only(session: Any, kind: pkcs11.ObjectClass, label: str) -> Any:
    found = list(session.get_objects({pkcs11.Attribute.CLASS: kind, pkcs11.Attribute.LABEL: label}))
    if len(found) != 1:
        raise KeyUnusable(f"The token has {len(found) or 'no'} keys with the label “{label}”; exactly one is needed.")
    return found[0]


def _described(public: Any) -> PublicKey:
    if public.key_type is not pkcs11.KeyType.EC:
        raise KeyUnusable(USABLE)
    return described(load_der_public_key(encode_ec_public_key(public)))


def _sentence(error: pkcs11.PKCS11Error) -> str:
    """What a person can do, or at least what the library calls it."""
    return _SENTENCES.get(type(error), str(error) or type(error).__name__)
