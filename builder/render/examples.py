"""Examples of the published JSON, valid and invalid: each named for what it shows, and made by a few small changes."""

import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from typing import Any

from builder.model.json_bytes import json_bytes, pretty_json_bytes
from builder.model.output import OutputFile
from builder.model.release import LATEST_HOURS, RELEASE_DAYS, WARNINGS, StatementName, payload_type
from builder.render.example_changes import CHANGED
from builder.render.json_patch import Change, changed, has_room

FOLDER = f"{WARNINGS}examples/"


@dataclass(frozen=True)
class Example:
    """A file below `examples/`. `schema` is what it keeps or breaks; `origin` and `changes` say how it was made."""

    name: str
    schema: str
    shows: str
    value: Any
    origin: str = ""
    changes: tuple[Change, ...] = ()

    @property
    def path(self) -> str:
        """Where it stands."""
        return f"{FOLDER}{self.name}.json"

    @property
    def valid(self) -> bool:
        """Whether readers take it."""
        return not self.name.startswith("invalid/")


@lru_cache(1)
def example_files(bundle: bytes) -> tuple[OutputFile, ...]:
    """`warnings/v1/examples/`, with an index. `bundle` is one as published, or empty: then there are no examples."""
    if not bundle:
        return ()
    shown = tuple(examples(bundle))
    files = [OutputFile(example.path, pretty_json_bytes(example.value)) for example in shown]
    index = {"examples": [_entry(example) for example in shown]}
    return (*files, OutputFile(f"{FOLDER}index.json", pretty_json_bytes(index)))


def examples(bundle: bytes) -> Iterator[Example]:
    """Some files as they are published, and what becomes of them by each of the named changes."""
    origins = {example.name: example for example in _origins(bundle)}
    yield from origins.values()
    for name, (origin, shows, changes) in CHANGED.items():
        source = origins[origin]
        if all(has_room(source.value, change) for change in changes):
            yield Example(name, source.schema, shows, changed(source.value, changes), origin, changes)


def _origins(content: bytes) -> Iterator[Example]:
    """A bundle, a release that names it, a pointer that names the release, and an envelope around the pointer."""
    bundle = json.loads(content)
    place, version = {"jurisdiction": bundle["jurisdiction"]}, int(bundle["as_of"].replace("-", "")) * 100
    issued = datetime.fromisoformat(f"{bundle['as_of']}T00:00:00Z")
    named = {"locale": bundle["locale"], **_digest(content)}
    dated = _dated(version + 1, issued, timedelta(days=RELEASE_DAYS))
    release = {**dated, **place, "bundles": [named], "pages": _digest(b"{}")}
    off: dict[str, list[str]] = {"alerts": [], "groups": []}
    pointed = {**place, "version": version + 1, **_digest(_envelope("release", release, 2))}
    latest = {**_dated(version, issued, timedelta(hours=LATEST_HOURS)), "releases": [pointed], "off": off}
    yield Example("bundle", "bundle", "A bundle as published.", bundle)
    yield Example("release", "release", "What the payload of a release holds.", release)
    yield Example("latest", "latest", "What the payload of latest.json holds.", latest)
    said = "How latest.json is published. The signature has the right form but nobody’s key made it."
    yield Example("envelope", "envelope", said, json.loads(_envelope("latest", latest, 1)))


def _dated(version: int, issued: datetime, lasts: timedelta) -> dict[str, Any]:
    written = {
        name: f"{moment:%Y-%m-%dT%H:%M:%SZ}" for name, moment in (("issued", issued), ("expires", issued + lasts))
    }
    return {**written, "version": version, "development": False}


def _envelope(name: StatementName, statement: object, parties: int) -> bytes:
    signature = {"keyid": "0" * 64, "sig": b64encode(bytes(64)).decode()}
    payload = b64encode(json_bytes(statement)).decode()
    return json_bytes({"payload": payload, "payloadType": payload_type(name), "signatures": [signature] * parties})


def _digest(content: bytes) -> dict[str, str | int]:
    return {"sha256": sha256(content).hexdigest(), "length": len(content)}


def _entry(example: Example) -> dict[str, Any]:
    made = {"made_from": f"{example.origin}.json", "changes": [change.entry for change in example.changes]}
    return {
        "file": f"{example.name}.json",
        "schema": f"../schema/{example.schema}.json",
        "valid": example.valid,
        "shows": example.shows,
        **(made if example.origin else {}),
    }
