"""What has changed since a ledger was written, and so what is due."""

import hashlib
import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from builder.model.document import Document
from builder.model.order import Order
from builder.press.division import Links, Portion, divided, linking_files, links_in
from builder.press.inventory import Stamp, inventory, unchanged
from builder.press.ledger import Entry, Ledger, Output
from builder.press.slices import is_slice, named_sources, sliced
from builder.press.tool import builder_digest, theme_digest

_SAID = {
    "builder": "the builder is another one",
    "theme": "the theme has changed",
    "day": "it is another day",
    "places": "a jurisdiction came or went",
    "approvals": "the approvals have changed",
    "drafts": "drafts are shown now, or no longer",
}

Conditions = Callable[[], Mapping[str, str]]


@dataclass(frozen=True)
class Survey:
    """What stands on the disk, how it is divided, and of which portions the ledger still holds.

    `due` says for every other portion why it has to be made again. `conditions` tells what holds for all of them: it is
    looked up when somebody first asks, since a check from nothing never does, and stays the same ever after.
    """

    conditions: Conditions
    stamps: Mapping[str, Stamp]
    links: Mapping[str, Links]
    portions: Mapping[str, Portion]
    due: Mapping[str, str]


@dataclass(frozen=True)
class Known:
    """A build, its ledger, and what has changed since."""

    last: Path | None
    ledger: Ledger
    survey: Survey


class Comparison:
    """What stands on the disk, beside what a ledger knows. A build, if one is given, is compared with that, too."""

    def __init__(self, order: Order, ledger: Ledger) -> None:
        self.order, self.ledger = order, ledger
        self._documents: dict[str, Document] = {}
        self.stamps = inventory(order.root)
        self.digests = dict(unchanged(self.stamps, ledger.sources))
        if ledger.entries:
            self.digests |= {path: _digest(order.root, path) for path in self.stamps if path not in self.digests}

    def holds(self, build: Path | None) -> bool:
        """Whether nothing at all has changed since the ledger was written.

        Asked first, since mostly nothing has, and this is quicker to see than how the content is divided.
        """
        if not self.ledger.entries or not self._is_same():
            return False
        outputs = (self.ledger.front, *(entry.outputs for entry in self.ledger.entries.values()))
        return build is None or not any(touched(each, build) for each in outputs)

    def _is_same(self) -> bool:
        """Whether every file and every condition is what it was."""
        if self.digests != {path: source.digest for path, source in self.ledger.sources.items()}:
            return False
        places = self.ledger.conditions.get("places", "").split(" ")
        return _conditions(self.order, places) == self.ledger.conditions

    def survey(self, build: Path | None) -> Survey:
        """How the content is divided, and what of it is due."""
        links = {path: self._links(path) for path in linking_files(self.stamps)}
        portions = divided(self.stamps, links)
        conditions = cache(lambda: _conditions(self.order, portions))
        general = self._general(conditions)
        reasons = {name: general or self._why(portion, build) for name, portion in portions.items()}
        due = {name: why for name, why in reasons.items() if why}
        return Survey(conditions, self.stamps, links, portions, due)

    def _general(self, conditions: Conditions) -> str:
        """Why everything is due, or nothing."""
        if not self.ledger.entries:
            return "nothing is known of an earlier build"
        now, known = conditions(), self.ledger.conditions
        return next((_SAID[name] for name in now if known.get(name) != now[name]), "")

    def _links(self, path: str) -> Links:
        if self._same(path) and path in self.ledger.links:
            return self.ledger.links[path]
        return links_in(self._read(path).value)

    def _why(self, portion: Portion, build: Path | None) -> str:
        """Why a portion is due, or nothing."""
        entry = self.ledger.entries.get(portion.name)
        if entry is None:
            return "it is new"
        now = {source: self._now(source, path, entry) for path, source in named_sources(portion).items()}
        for source in sorted(now.keys() | entry.sources.keys()):
            if now.get(source) != entry.sources.get(source):
                change = "is new" if source not in entry.sources else "is gone" if source not in now else "has changed"
                return f"{source} {change}"
        damaged = touched(entry.outputs, build) if build else ""
        return f"{damaged} was changed by somebody else" if damaged else ""

    def _now(self, source: str, path: str, entry: Entry) -> str:
        """The digest of a source; that of a part of a list is looked up only if the list has changed."""
        if not is_slice(source):
            return self.digests[path]
        if self._same(path) and source in entry.sources:
            return entry.sources[source]
        return sliced(self._read(path), source.rpartition("#")[2]).source.digest

    def _same(self, path: str) -> bool:
        known = self.ledger.sources.get(path)
        return known is not None and self.digests.get(path) == known.digest

    def _read(self, path: str) -> Document:
        from builder.parse.reading import read_file

        if path not in self._documents:
            self._documents[path] = read_file(self.order.root, path)
        return self._documents[path]


def _conditions(order: Order, places: Collection[str]) -> dict[str, str]:
    return {
        "builder": builder_digest(),
        "theme": theme_digest(),
        "day": order.today.isoformat(),
        "places": " ".join(places),
        "approvals": _approvals(order.root, places) if order.production else "none are needed",
        "drafts": "shown" if order.drafts else "published, and never shown",
    }


def _approvals(root: Path, places: Collection[str]) -> str:
    """SHA-256 over all that the parties have signed. Until when a release is valid, its day decides."""
    from builder.parse.approvals import parse_approvals

    filed = parse_approvals(root, places)
    return hashlib.sha256(repr([vars(release) for release in filed]).encode()).hexdigest()


def _digest(root: Path, path: str) -> str:
    """Of what can be read; anything else differs from every digest, and the gate will say why."""
    try:
        with os.fdopen(os.open(f"{root}/{path}", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()
    except OSError:
        return ""


def touched(outputs: Mapping[str, Output], build: Path) -> str:
    """The first output that is not as it was written, or nothing."""
    folder = str(build)
    for path, output in outputs.items():
        try:
            status = os.lstat(f"{folder}/{path}")
        except OSError:
            return path
        if (status.st_size, status.st_mtime_ns) != (output.size, output.changed):
            return path
    return ""
