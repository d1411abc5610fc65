"""Who signed: one valid signature of each party, in the parties' order, and nothing else."""

import base64
from dataclasses import replace
from typing import Any

from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from tests.conformance.changes import (
    Change,
    case,
    envelope,
    payload,
    signature,
    signed_by,
    trusting,
)
from tests.conformance.invented import EXCHANGE, ONLINE, POLICE, POLICE_ABROAD, THIEF, base64_of, keys
from tests.parties import es256

_SECOND_EXCHANGE = es256("second of the exchange")
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of P-256, FIPS 186-5


def _sig(part: Any, at: int, edit: Any) -> Change:
    """Changes the 64 bytes of a signature."""
    return signature(part, at, lambda one: {**one, "sig": base64_of(edit(base64.b64decode(one["sig"])))})


def _text(part: Any, at: int, edit: Any) -> Change:
    """Changes the base64 of a signature."""
    return signature(part, at, lambda one: {**one, "sig": edit(one["sig"])})


def _number(sig: bytes, half: int) -> int:
    return int.from_bytes(sig[32 * half : 32 * half + 32])


def _negated(sig: bytes) -> bytes:
    return sig[:32] + (_ORDER - _number(sig, 1)).to_bytes(32)


def _der(sig: bytes) -> bytes:
    return encode_dss_signature(_number(sig, 0), _number(sig, 1))


def _spare_bits(text: str) -> str:
    """64 bytes leave four bits of the last letter unused."""
    assert text[-3] in "AQgw"
    return text[:-3] + chr(ord(text[-3]) + 1) + text[-2:]


def _signatures(part: Any, edit: Any) -> Change:
    return envelope(part, lambda whole: {**whole, "signatures": edit(whole["signatures"])})


def _unbound(repository: Any) -> Any:
    """Signs the bare payload, without its type."""

    def edit(whole: dict[str, Any]) -> dict[str, Any]:
        sig = base64_of(ONLINE.sign(base64.b64decode(whole["payload"])))
        return {**whole, "signatures": [{**whole["signatures"][0], "sig": sig}]}

    return repository.edit("envelope", "latest", edit)


def _lying_keyid(repository: Any) -> Any:
    """The thief signs under the name of the police."""
    signed = replace(repository, signers={**repository.signers, "release": (EXCHANGE, THIEF)})
    return signature("release", 1, lambda one: {**one, "keyid": POLICE.key.keyid})(signed)


CASES = (
    case("signature-none", "Nobody signed.", "release-signature", signed_by("release")),
    case("signature-of-exchange-only", "The police did not sign.", "release-signature",
         signed_by("release", EXCHANGE)),
    case("signature-of-police-only", "The exchange did not sign.", "release-signature", signed_by("release", POLICE)),
    case("signature-third", "A signature more than parties.", "release-signature",
         signed_by("release", EXCHANGE, POLICE, THIEF)),
    case("signature-third-of-a-party", "A true signature too many is too many.", "release-signature",
         signed_by("release", EXCHANGE, POLICE, POLICE)),
    case("signatures-swapped", "Signature n is by party n.", "release-signature",
         signed_by("release", POLICE, EXCHANGE)),
    case("signature-of-exchange-twice", "One party twice is one party.", "release-signature",
         signed_by("release", EXCHANGE, EXCHANGE)),
    case("signature-of-police-twice", "The same of the police.", "release-signature",
         signed_by("release", POLICE, POLICE)),
    case("signature-of-two-exchange-keys", "Two keys of one party are one party.", "release-signature",
         trusting(exchange=keys(EXCHANGE, _SECOND_EXCHANGE)), signed_by("release", EXCHANGE, _SECOND_EXCHANGE)),
    case("signature-of-police-elsewhere", "The police of another place has no say here.", "release-signature",
         signed_by("release", EXCHANGE, POLICE_ABROAD)),
    case("signature-of-thief", "A key that nobody pinned.", "release-signature",
         signed_by("release", EXCHANGE, THIEF)),
    case("signature-of-thief-for-exchange", "The same in the place of the exchange.", "release-signature",
         signed_by("release", THIEF, POLICE)),
    case("signature-of-thief-under-police-keyid", "A keyid is a hint, never a proof.", "release-signature",
         _lying_keyid),
    case("signature-under-another-keyid", "A true signature under a name nobody pinned.", "release-signature",
         signature("release", 1, lambda one: {**one, "keyid": THIEF.key.keyid})),
    case("keyid-in-capitals", "A keyid has one spelling.", "release-signature",
         signature("release", 1, lambda one: {**one, "keyid": one["keyid"].upper()})),
    case("keyid-null", "A keyid is text.", "release-signature",
         signature("release", 1, lambda one: {**one, "keyid": None})),
    case("keyid-missing", "A signature has two members.", "release-malformed",
         signature("release", 1, lambda one: {"sig": one["sig"]})),
    case("signature-with-more-members", "A signature has two members.", "release-malformed",
         signature("release", 1, lambda one: {**one, "zeal": 1})),
    case("signature-with-algorithm", "The algorithm is the pinned key's business.", "release-malformed",
         signature("release", 1, lambda one: {"alg": "none", **one})),
    case("signature-is-text", "A signature is an object.", "release-malformed",
         signature("release", 1, lambda one: one["sig"])),
    case("signature-is-null", "A signature is an object.", "release-malformed",
         signature("release", 1, lambda _: None)),
    case("signature-is-list", "A signature is an object.", "release-malformed",
         signature("release", 1, lambda one: [one["keyid"], one["sig"]])),
    case("signatures-an-object", "Signatures are a list.", "release-malformed",
         _signatures("release", lambda both: {"0": both[0], "1": both[1]})),
    case("signatures-null", "Signatures are a list.", "latest-malformed", _signatures("latest", lambda _: None)),
    case("sig-null", "A sig is text.", "release-malformed",
         signature("release", 1, lambda one: {**one, "sig": None})),
    case("sig-empty", "Nothing is no signature.", "release-signature", _sig("release", 1, lambda _: b"")),
    case("sig-short", "63 bytes.", "release-signature", _sig("release", 1, lambda sig: sig[:-1])),
    case("sig-long", "65 bytes.", "release-signature", _sig("release", 1, lambda sig: sig + b"\0")),
    case("sig-der", "OpenSSL's own form is another spelling.", "release-signature", _sig("release", 1, _der)),
    case("sig-zero", "r = s = 0 fits everything in a careless verifier.", "release-signature",
         _sig("release", 1, lambda _: bytes(64))),
    case("sig-r-zero", "r is at least 1.", "release-signature",
         _sig("release", 1, lambda sig: bytes(32) + sig[32:])),
    case("sig-s-zero", "s is at least 1.", "release-signature",
         _sig("release", 1, lambda sig: sig[:32] + bytes(32))),
    case("sig-r-order", "r is below the order of the curve.", "release-signature",
         _sig("release", 1, lambda sig: _ORDER.to_bytes(32) + sig[32:])),
    case("sig-all-ones", "Both numbers are far too large.", "release-signature",
         _sig("release", 1, lambda _: b"\xff" * 64)),
    case("sig-other-half", "ECDSA has two signatures for each; WebCrypto takes both, and so does everybody.", "fresh",
         _sig("release", 1, _negated)),
    case("sig-one-bit", "One bit of the second signature.", "release-signature",
         _sig("release", 1, lambda sig: sig[:-1] + bytes([sig[-1] ^ 1]))),
    case("sig-one-bit-first", "One bit of the first signature.", "release-signature",
         _sig("release", 0, lambda sig: sig[:-1] + bytes([sig[-1] ^ 1]))),
    case("sig-url-alphabet", "Base64 has one alphabet.", "release-malformed",
         _sig("release", 1, lambda _: b"\xff" * 64), _text("release", 1, lambda text: text.replace("/", "_"))),
    case("sig-without-padding", "Base64 has one spelling.", "release-malformed",
         _text("release", 1, lambda text: text.rstrip("="))),
    case("sig-more-padding", "Base64 has one spelling.", "release-malformed",
         _text("release", 1, lambda text: text + "=")),
    case("sig-white-space", "JavaScript's atob forgives white space; we do not.", "release-malformed",
         _text("release", 1, lambda text: text[:8] + " " + text[8:])),
    case("sig-line-break", "Nor line breaks.", "release-malformed", _text("release", 1, lambda text: text + "\n")),
    case("sig-spare-bits", "The last letter has bits that mean nothing; they must be 0.", "release-malformed",
         _text("release", 1, _spare_bits)),
    case("latest-signed-by-nobody", "The pointer needs the online key.", "latest-signature", signed_by("latest")),
    case("latest-signed-by-exchange", "The exchange is not the online key.", "latest-signature",
         signed_by("latest", EXCHANGE)),
    case("latest-signed-twice", "One signature more than parties.", "latest-signature",
         signed_by("latest", ONLINE, ONLINE)),
    case("latest-signed-by-thief", "A key that nobody pinned.", "latest-signature", signed_by("latest", THIEF)),
    case("latest-without-type-in-signature", "A signature over the bare payload binds no type.", "latest-signature",
         _unbound),
    case("latest-payload-exchanged", "The signature of another payload.", "latest-signature",
         envelope("latest", lambda whole: {**whole, "payload": base64_of(
             base64.b64decode(whole["payload"]).replace(b"2026112224", b"2026112225"))})),
    case("latest-payload-spare-bits", "A payload has one spelling too.", "latest-malformed",
         payload("latest", lambda content: content + b" " * ((1 - len(content)) % 3)),
         envelope("latest", lambda whole: {**whole, "payload": _spare_bits(whole["payload"])})),
    case("latest-payload-null", "A payload is text.", "latest-malformed",
         envelope("latest", lambda whole: {**whole, "payload": None})),
    case("latest-payload-number", "A payload is text, not something that reads like it.", "latest-malformed",
         envelope("latest", lambda whole: {**whole, "payload": 1234})),
    case("latest-payload-empty", "Nothing was signed.", "latest-malformed", payload("latest", lambda _: b"")),
)  # fmt: skip
