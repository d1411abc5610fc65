"""What the last build was made from, kept beside it. Whatever is not exactly as we left it is no ledger."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, NamedTuple

from builder.model.chapter import Numbers, Told
from builder.model.problem import Correction, Place, Problem
from builder.model.suppressed import Suppressed
from builder.press.division import Links
from builder.press.inventory import Source
from builder.press.tool import builder_digest


class Output(NamedTuple):
    """A published file: SHA-256 of its bytes in hex, size and time of the last change by which it is known again."""

    digest: str
    size: int
    changed: int


@dataclass(frozen=True)
class Entry:
    """A portion that passed the gate: from which files, with which warnings, and what was made of it.

    `sources` are digests by path. `numbers` and `spoken` are what the gate compares between portions.
    """

    sources: Mapping[str, str]
    problems: tuple[Problem, ...]
    numbers: Mapping[str, str]
    spoken: frozenset[str]
    told: Told | None = None
    outputs: Mapping[str, Output] = field(default_factory=dict)
    suppressed: tuple[Suppressed, ...] = ()


@dataclass(frozen=True)
class Earlier:
    """The build before this one: its name, and the outputs of all that differs from this one."""

    build: str = ""
    sealed: int = 0
    chapters: Mapping[str, Mapping[str, Output]] = field(default_factory=dict)
    front: Mapping[str, Output] = field(default_factory=dict)


@dataclass(frozen=True)
class Ledger:
    """`conditions` are what every portion depends on, by name, so that a change can be named; `ring` marks the keys.

    Since it was `sealed` (nanoseconds) nothing was put into a folder of the build.
    """

    conditions: Mapping[str, str]
    ring: str
    sources: Mapping[str, Source]
    links: Mapping[str, Links]
    entries: Mapping[str, Entry]
    front: Mapping[str, Output]
    sealed: int = 0
    earlier: Earlier = Earlier()


NOTHING = Ledger({}, "", {}, {}, {}, {})


def written(ledger: Ledger) -> bytes:
    """The ledger under a digest of itself."""
    body = json.dumps(_plain(ledger), ensure_ascii=False, separators=(",", ":")).encode()
    return b"\n".join((_writer(), hashlib.sha256(body).hexdigest().encode(), body))


def read(content: bytes) -> Ledger:
    """The ledger, or one of nothing if these are not the very bytes that this very builder has written."""
    if not content:
        return NOTHING
    writer, _, rest = content.partition(b"\n")
    digest, _, body = rest.partition(b"\n")
    if writer != _writer() or hashlib.sha256(body).hexdigest() != digest.decode(errors="replace"):
        return NOTHING
    return _ledger(json.loads(body))


def _writer() -> bytes:
    return f"antiscam-ledger {builder_digest()}".encode()


def _plain(ledger: Ledger) -> dict[str, Any]:
    return {
        "conditions": dict(ledger.conditions),
        "ring": ledger.ring,
        "sources": {path: [source.digest, *source.stamp] for path, source in ledger.sources.items()},
        "links": {path: dict(names) for path, names in ledger.links.items()},
        "entries": {name: _plain_entry(entry) for name, entry in ledger.entries.items()},
        "front": _plain_outputs(ledger.front),
        "sealed": ledger.sealed,
        "earlier": _plain_earlier(ledger.earlier),
    }


def _plain_earlier(earlier: Earlier) -> dict[str, Any]:
    chapters = {name: _plain_outputs(outputs) for name, outputs in earlier.chapters.items()}
    return {**vars(earlier), "chapters": chapters, "front": _plain_outputs(earlier.front)}


def _plain_entry(entry: Entry) -> dict[str, Any]:
    return {
        "sources": dict(entry.sources),
        "problems": [asdict(problem) for problem in entry.problems],
        "suppressed": [{**asdict(each), "until": each.until.isoformat()} for each in entry.suppressed],
        "numbers": dict(entry.numbers),
        "spoken": sorted(entry.spoken),
        "told": _plain_told(entry.told) if entry.told else None,
        "outputs": _plain_outputs(entry.outputs),
    }


def _plain_told(told: Told) -> dict[str, Any]:
    return {**vars(told), "numbers": {"own": sorted(told.numbers.own), "found": dict(told.numbers.found)}}


def _plain_outputs(outputs: Mapping[str, Output]) -> dict[str, Any]:
    return {path: [output.digest, output.size, output.changed] for path, output in outputs.items()}


def _ledger(plain: dict[str, Any]) -> Ledger:
    return Ledger(
        conditions=plain["conditions"],
        ring=plain["ring"],
        sources={path: Source(digest, tuple(stamp)) for path, (digest, *stamp) in plain["sources"].items()},
        links={path: {key: tuple(found) for key, found in names.items()} for path, names in plain["links"].items()},
        entries={name: _entry(entry) for name, entry in plain["entries"].items()},
        front=_outputs(plain["front"]),
        sealed=plain["sealed"],
        earlier=_earlier(plain["earlier"]),
    )


def _earlier(plain: dict[str, Any]) -> Earlier:
    chapters = {name: _outputs(outputs) for name, outputs in plain["chapters"].items()}
    return Earlier(plain["build"], plain["sealed"], chapters, _outputs(plain["front"]))


def _entry(plain: dict[str, Any]) -> Entry:
    return Entry(
        sources=plain["sources"],
        problems=tuple(map(_problem, plain["problems"])),
        suppressed=tuple(map(_suppressed, plain["suppressed"])),
        numbers=plain["numbers"],
        spoken=frozenset(plain["spoken"]),
        told=_told(plain["told"]) if plain["told"] else None,
        outputs=_outputs(plain["outputs"]),
    )


def _problem(plain: dict[str, Any]) -> Problem:
    mending = plain["correction"]
    correction = Correction(Place(**mending["place"]), mending["text"], mending["safe"]) if mending else None
    return Problem(**{**plain, "place": Place(**plain["place"]), "correction": correction})


def _suppressed(plain: dict[str, Any]) -> Suppressed:
    return Suppressed(_problem(plain["problem"]), Place(**plain["by"]), date.fromisoformat(plain["until"]))


def _told(plain: dict[str, Any]) -> Told:
    numbers = Numbers(frozenset(plain["numbers"]["own"]), plain["numbers"]["found"])
    choices = tuple((name, *rest) for name, *rest in plain["choices"])
    return Told(**{**plain, "numbers": numbers, "choices": choices, "scripts": tuple(plain["scripts"])})


def _outputs(plain: dict[str, Any]) -> dict[str, Output]:
    return {path: Output(*values) for path, values in plain.items()}
