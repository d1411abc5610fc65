"""Which keys are pinned: while they change hands, of both algorithms, and of kinds that nobody can verify."""

import base64
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.conformance.changes import Change, asking, case, signature, signed_by, trusting, trusting_police
from tests.conformance.invented import EXCHANGE, POLICE, POLICE_ABROAD, base64_of, keys
from tests.parties import eddsa, es256

_NEW_POLICE, _EDDSA = es256("new police of HK"), eddsa("any")
_ORDER_25519 = 2**252 + 27742317777372353535851937790883648493  # RFC 8032


def _second(edit: Callable[[bytes], bytes]) -> Change:
    """Changes the 64 bytes of the police's signature."""
    return signature("release", 1, lambda one: {**one, "sig": base64_of(edit(base64.b64decode(one["sig"])))})


def _longer_scalar(sig: bytes) -> bytes:
    return sig[:32] + (int.from_bytes(sig[32:], "little") + _ORDER_25519).to_bytes(32, "little")


def _key(holder: Any, **members: str) -> dict[str, str]:
    return {**keys(holder)[0], **members}


_EVERY_EDDSA = (
    trusting(latest=keys(_EDDSA), exchange=keys(_EDDSA), police={"HK": keys(POLICE_ABROAD)}),
    signed_by("latest", _EDDSA),
    signed_by("release", _EDDSA, POLICE_ABROAD),
)
_ROTATING = trusting_police(*keys(POLICE, _NEW_POLICE))

CASES = (
    case("rotation-old-key", "While two keys are pinned, the old one counts.", "fresh", _ROTATING),
    case("rotation-new-key", "And so does the new one.", "fresh", _ROTATING,
         signed_by("release", EXCHANGE, _NEW_POLICE)),
    case("rotation-both-keys", "But not both: they are one party.", "release-signature", _ROTATING,
         signed_by("release", EXCHANGE, POLICE, _NEW_POLICE)),
    case("rotation-new-key-too-early", "A new key that this client does not know yet.", "release-signature",
         signed_by("release", EXCHANGE, _NEW_POLICE)),
    case("rotation-old-key-too-late", "An old key that this client does not trust any more.", "release-signature",
         trusting_police(*keys(_NEW_POLICE))),
    case("ed25519-everywhere", "Ed25519 is allowed for every party.", "fresh", *_EVERY_EDDSA),
    case("ed25519-changed", "One bit of an Ed25519 signature.", "release-signature", *_EVERY_EDDSA,
         _second(lambda sig: sig[:-1] + bytes([sig[-1] ^ 1]))),
    case("ed25519-zero", "An Ed25519 signature of zeros.", "release-signature", *_EVERY_EDDSA,
         _second(lambda _: bytes(64))),
    case("ed25519-longer-scalar", "Ed25519 has one signature for each; s plus the order is another spelling.",
         "release-signature", *_EVERY_EDDSA, _second(_longer_scalar)),
    case("ed25519-for-police-only", "Parties may use different algorithms.", "fresh",
         trusting_police(*keys(POLICE_ABROAD)), signed_by("release", EXCHANGE, POLICE_ABROAD)),
    case("es256-signature-under-ed25519-key", "A signature of one algorithm under a key of the other.",
         "release-signature", asking("GB"),
         lambda repository: replace(repository, trust={
             **repository.trust, "police": {"GB": [_key(eddsa("other"), keyid=POLICE_ABROAD.key.keyid)]}})),
    case("algorithm-confused", "A P-256 key that is pinned as Ed25519.", "no-crypto",
         trusting_police(_key(POLICE, algorithm="Ed25519"))),
    case("algorithm-confused-back", "An Ed25519 key that is pinned as ES256.", "no-crypto",
         trusting_police(_key(POLICE_ABROAD, algorithm="ES256")), signed_by("release", EXCHANGE, POLICE_ABROAD)),
    case("algorithm-unknown", "An algorithm that this client does not know.", "no-crypto",
         trusting_police(_key(POLICE, algorithm="ES512"))),
    case("algorithm-unknown-unused", "It does no harm while another key signs.", "fresh",
         trusting_police(_key(_NEW_POLICE, algorithm="ES512"), *keys(POLICE))),
    case("key-unreadable", "A pinned key that is no key.", "no-crypto", trusting_police(_key(POLICE, spki="AAAA"))),
)  # fmt: skip
