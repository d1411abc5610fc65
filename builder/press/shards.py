"""A build in parts: some chapters made on each of several machines, and one machine that puts them together.

A shard is a folder with the files of its chapters and the ledger of them.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from builder.emit import edition
from builder.model.order import Order
from builder.model.output import CannotPublish
from builder.press.base import Kept, Layout
from builder.press.building import Building, digests
from builder.press.division import COMMON
from builder.press.inventory import Source
from builder.press.ledger import NOTHING, Entry, Ledger, Output, read, written
from builder.press.outcome import KeyRing, Outcome, Progress, findings_of
from builder.press.survey import Comparison

_LEDGER = "shard.json"


def build_shard(order: Order, places: Collection[str], out: Path, progress: Progress) -> Outcome:
    """Publishes the chapters of some jurisdictions at `out`, and nothing else. Needs no key."""
    found = Comparison(order, NOTHING).survey(None)
    if unknown := sorted(set(places) - found.portions.keys() | set(places) & {COMMON}):
        raise CannotPublish(f"there is no jurisdiction {', '.join(unknown)}")
    with edition(out) as new:
        building = Building(order, new, found, {}, progress)
        entries = building.chapters(sorted(places), Layout(new.folder, {}))
        common = _alone(building.common.entry)
        if stopped := building.stopped({COMMON: common, **entries}):
            return stopped
        ledger = Ledger(found.conditions(), "", {}, {}, entries, {})
        (new.folder / _LEDGER).write_bytes(written(ledger))
        new.publish()
    outputs = {path: output for entry in entries.values() for path, output in entry.outputs.items()}
    told = tuple(entry.told for entry in entries.values() if entry.told)
    made = {name: found.due[name] for name in entries}
    return Outcome(True, findings_of([common]), told, outputs, made, building.watch.seconds)


def assemble(order: Order, ring: KeyRing, shards: Iterable[Path], out: Path, progress: Progress) -> Outcome:
    """Publishes the chapters of shards as one site at `out`: the very bytes of one build.

    Raises CannotPublish unless every chapter was made once, from this very content, by this very builder.
    """
    keys, opened = ring.open(), [_opened(shard.resolve()) for shard in shards]
    kept: dict[str, Kept] = {}
    for conditions, chapters in opened:
        if twice := sorted(kept.keys() & chapters.keys()):
            raise CannotPublish(f"two shards hold {', '.join(twice)}")
        if conditions != opened[0][0]:
            raise CannotPublish("the shards were made on different days, or by different builders")
        kept |= chapters
    entries = {name: each.entry for name, each in kept.items()}
    sources = {path: Source(digest, ()) for path, digest in digests(entries).items()}
    ledger = Ledger(opened[0][0] if opened else {}, "", sources, {}, entries, {})
    found = Comparison(order, ledger).survey(None)
    for name, why in found.due.items():
        if name != COMMON:
            raise CannotPublish(f"no shard holds {name} as it is now: {why}")
    with edition(out) as new:
        return Building(order, new, found, kept, progress).published(keys, ring.mark, NOTHING)


def _alone(common: Entry) -> Entry:
    """What is common to all, without what only the whole can tell: whether some chapter needs a suppression."""
    return replace(common, problems=tuple(each for each in common.problems if each.code != "idle-suppression"))


def _opened(shard: Path) -> tuple[Mapping[str, str], dict[str, Kept]]:
    """The conditions and the chapters of a shard, every file of which is what its ledger says."""
    try:
        ledger = read((shard / _LEDGER).read_bytes())
    except OSError as error:
        raise CannotPublish(f"{shard} is no shard: it has no {_LEDGER}") from error
    if not ledger.entries:
        raise CannotPublish(f"{shard}: {_LEDGER} is damaged")
    return ledger.conditions, {name: Kept(_proved(entry, shard), shard) for name, entry in ledger.entries.items()}


def _proved(entry: Entry, shard: Path) -> Entry:
    """The entry with the times that its files have got on their way here."""
    outputs = {}
    for path, output in entry.outputs.items():
        file = shard / path
        content = file.read_bytes() if file.is_file() and not file.is_symlink() else b""
        if hashlib.sha256(content).hexdigest() != output.digest:
            raise CannotPublish(f"{file} is not what was built")
        outputs[path] = Output(output.digest, output.size, file.stat().st_mtime_ns)
    return replace(entry, outputs=outputs)
