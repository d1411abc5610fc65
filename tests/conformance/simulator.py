"""A repository in memory that can be changed anywhere: before signing, after signing, or on its way to the client."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any, Literal
from urllib.parse import quote

from builder.keys.private import PrivateKey
from builder.model.json_bytes import json_bytes
from builder.seal.envelopes import pre_authentication_encoding
from tests.conformance.invented import (
    EXCHANGE,
    NOW,
    ONLINE,
    POLICE,
    POLICE_ABROAD,
    TRUST,
    Trust,
    base64_of,
    bundle,
    latest,
    release,
)

Part = Literal["latest", "release", "bundle"]
# What an edit is given: a value about to be spelled as JSON; the bytes about to be signed; the envelope as a value;
# the bytes about to be named by their digest; what names them; the bytes as they arrive.
Stage = Literal["value", "payload", "envelope", "file", "entry", "served"]
Edit = Callable[[Any], Any]
PLACE = "HK"


@dataclass(frozen=True)
class Answer:
    """What a client gets for one path."""

    body: bytes
    status: int = 200


@dataclass(frozen=True)
class Repository:
    """Two places. Edits concern the pointer, and the release and English bundle of Hong Kong."""

    now: str = NOW
    jurisdiction: str = PLACE
    locale: str = "en"
    locales: tuple[str, ...] = ("en",)
    trust: Trust = field(default_factory=lambda: TRUST)
    signers: Mapping[str, tuple[PrivateKey, ...]] = field(
        default_factory=lambda: {"latest": (ONLINE,), "release": (EXCHANGE, POLICE)}
    )
    edits: tuple[tuple[Stage, Part, Edit], ...] = ()

    def responses(self) -> dict[str, Answer]:
        """Everything that is published, by path."""
        bundles = {locale: self._bundle(locale) for locale in self.locales}
        entries = [self._entry("bundle", {"locale": name}, at, name) for name, at in bundles.items()]
        own = self._statement("release", {**release(PLACE), "bundles": entries}, self.signers["release"])
        pointer = self._entry("release", {"jurisdiction": PLACE, "version": 2026112001}, own)
        abroad = {"jurisdiction": "GB", "version": 2026112001, **digest(release_abroad())}
        latest_ = self._statement("latest", {**latest(), "releases": [abroad, pointer]}, self.signers["latest"])
        served = {
            "latest.json": self._answer("latest", latest_),
            named(PLACE, "release", pointer): self._answer("release", own),
            named("GB", "release", abroad): Answer(release_abroad()),
            named("GB", "en", digest(bundle_abroad())): Answer(bundle_abroad()),
        }
        for entry, (locale, content) in zip(entries, bundles.items(), strict=True):
            served[named(PLACE, locale, entry)] = self._answer("bundle", content, locale)
        # The other place's files are left out where nobody asks for them: every case is a file to be kept.
        wanted = ("latest.json", f"{self.jurisdiction}/", f"{PLACE}/")
        return {path: answer for path, answer in served.items() if answer and path.startswith(wanted)}

    def file(self, part: Part) -> bytes:
        """What is served of a part."""
        stem = {"latest": "latest.json", "release": f"{PLACE}/release.", "bundle": f"{PLACE}/en."}[part]
        [answer] = [answer for path, answer in self.responses().items() if path.startswith(stem)]
        return answer.body

    def edit(self, stage: Stage, part: Part, change: Edit) -> "Repository":
        """The same repository with one thing changed."""
        return replace(self, edits=(*self.edits, (stage, part, change)))

    def _bundle(self, locale: str) -> bytes:
        content: bytes = self._edited("file", "bundle", self._spelled("bundle", bundle(PLACE, locale), locale), locale)
        return content

    def _statement(self, part: Literal["latest", "release"], value: Any, signers: tuple[PrivateKey, ...]) -> bytes:
        payload = self._spelled(part, value)
        envelope = self._edited("envelope", part, enveloped(part, payload, signers))
        content: bytes = self._edited("file", part, json_bytes(envelope))
        return content

    def _spelled(self, part: Part, value: Any, locale: str = "en") -> Any:
        return self._edited("payload", part, spelled(self._edited("value", part, value, locale)), locale)

    def _entry(self, part: Part, entry: dict[str, Any], content: bytes, locale: str = "en") -> Any:
        return self._edited("entry", part, {**entry, **digest(content)}, locale)

    def _answer(self, part: Part, content: bytes, locale: str = "en") -> Any:
        return self._edited("served", part, Answer(content), locale)

    def _edited(self, stage: Stage, part: Part, value: Any, locale: str = "en") -> Any:
        if part == "bundle" and locale != "en":
            return value
        wanted = (change for at, of, change in self.edits if (at, of) == (stage, part))
        return reduce(lambda before, change: change(before), wanted, value)


def bundle_abroad() -> bytes:
    """The bundle of the other place."""
    return json_bytes(bundle("GB", "en"))


def release_abroad() -> bytes:
    """The release of the other place, which is under an Ed25519 key."""
    value = {**release("GB"), "bundles": [{"locale": "en", **digest(bundle_abroad())}]}
    return json_bytes(enveloped("release", json_bytes(value), (EXCHANGE, POLICE_ABROAD)))


def spelled(value: Any) -> bytes:
    """JSON in its one spelling; a lone surrogate as JavaScript writes it."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return "".join(f"\\u{ord(one):04x}" if "\ud800" <= one <= "\udfff" else one for one in text).encode()


def enveloped(part: str, payload: bytes, signers: tuple[PrivateKey, ...]) -> dict[str, Any]:
    """A DSSE envelope as a value."""
    kind = f"application/vnd.antiscam.{part}.v1+json"
    message = pre_authentication_encoding(kind, payload)
    signatures = [{"keyid": signer.key.keyid, "sig": base64_of(signer.sign(message))} for signer in signers]
    return {"payload": base64_of(payload), "payloadType": kind, "signatures": signatures}


def digest(content: bytes) -> dict[str, Any]:
    """A file by its bytes."""
    return {"length": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def named(folder: str, stem: str, entry: Mapping[str, Any]) -> str:
    """The path of a file that is named by its digest."""
    return f"{quote(folder)}/{quote(stem)}.{str(entry['sha256'])[:16]}.json"


def changed_order(content: bytes, *members: str) -> bytes:
    """The same object with its members in this order."""
    value = json.loads(content)
    return json.dumps({name: value[name] for name in members}, separators=(",", ":"), ensure_ascii=False).encode()
