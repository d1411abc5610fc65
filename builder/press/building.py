"""A build in which something is due: portions → entries → the front → the next edition."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from time import time_ns

from builder.emit import Edition, edition, ledger_of
from builder.emit.address import check_addresses
from builder.model.library import Library
from builder.model.order import Order
from builder.model.output import CannotPublish
from builder.model.problem import Problem
from builder.model.trust import Keys
from builder.pipeline import Whole, front, trusted
from builder.press.base import Kept, Layout, earlier_of, laid_out
from builder.press.crew import worked
from builder.press.division import COMMON
from builder.press.inventory import Source
from builder.press.joint import aware_of_others
from builder.press.ledger import NOTHING, Entry, Ledger, Output, read, written
from builder.press.outcome import KeyRing, Outcome, Progress, findings_of, standing
from builder.press.slices import is_slice
from builder.press.stopwatch import Stopwatch
from builder.press.survey import Comparison, Known, Survey
from builder.press.workbench import Put, Workbench


def build_anew(order: Order, ring: KeyRing, out: Path, progress: Progress, known: Known) -> Outcome:
    """Makes what is due, and publishes it together with what still holds. Waits while another build is at work."""
    keys = ring.open()
    with edition(out) as new:
        if new.last != known.last:  # another build was at work
            ledger = read(ledger_of(new.last)) if new.last else NOTHING
            known = Known(new.last, ledger, Comparison(order, ledger).survey(new.last))
        found, folder = known.survey, new.last or Path()
        kept = {name: Kept(known.ledger.entries[name], folder) for name in found.portions if name not in found.due}
        return Building(order, new, found, kept, progress).published(keys, ring.mark, known.ledger)


class Building:
    """The steps of a build around one edition. `kept` are the chapters that need not be made."""

    def __init__(self, order: Order, new: Edition, found: Survey, kept: Mapping[str, Kept], progress: Progress) -> None:
        self.order, self.new, self.survey, self.kept, self.progress = order, new, found, kept, progress
        self.watch = Stopwatch()
        with self.watch.stage("common"):
            new.compiled.mkdir(exist_ok=True)
            self.bench = Workbench(order, found.stamps, found.conditions()["theme"], str(new.compiled))
            self.common = self.bench.common(found.portions[COMMON])

    def published(self, keys: Keys, mark: str, old: Ledger) -> Outcome:
        """The whole site, published; or why it could not be. `old` is the ledger of the build that readers see."""
        library = self.common.library
        with self.watch.stage("lay out"):
            layout = laid_out(self.new, old, self.kept)
        if library:
            trusted(self.order, library, (), keys)  # a wrong key is told before the work
        entries = {COMMON: self.common.entry, **self.chapters(self.survey.portions, layout)}
        if stopped := self.stopped(entries):
            return stopped
        with self.watch.stage("front"):
            made = self._front(entries, library, keys, layout.put(COMMON)) if library else {}
        with self.watch.stage("emit"):
            outputs = list(chain(made, *(entry.outputs for entry in entries.values())))
            check_addresses(outputs)
            layout.clear(frozenset(outputs))
            earlier = earlier_of(self.new.last, old, entries)
            ledger = replace(self.ledger(entries, made, mark), earlier=earlier, sealed=time_ns())
            self.new.publish(written(ledger))
        return replace(standing(ledger), made=self.survey.due, seconds=self.watch.seconds)

    def chapters(self, names: Iterable[str], layout: Layout) -> dict[str, Entry]:
        """The entries of chapters, in the order of their codes: kept ones, and those that are made now."""
        with self.watch.stage("chapters"):
            entries = {name: self.kept[name].entry for name in names if name != COMMON and name in self.kept}
            wanted = [self.survey.portions[name] for name in names if name != COMMON and name not in self.kept]
            for done, each in enumerate(worked(self.bench, tuple(wanted), layout), start=1):
                entries[each.name] = each.entry
                self.progress(done, len(wanted))
        return dict(sorted(entries.items()))

    def stopped(self, entries: Mapping[str, Entry]) -> Outcome | None:
        """What stands in the way of publishing, if anything does."""
        found = findings_of(aware_of_others(self.bench, self.survey.portions, entries).values())
        told = tuple(entry.told for entry in entries.values() if entry.told)
        if _is_clear(found.problems) and any(each.choices for each in told):
            return None
        return Outcome(False, found, told)

    def ledger(self, entries: Mapping[str, Entry], front_outputs: Mapping[str, Output], mark: str) -> Ledger:
        """What this build leaves to the next one."""
        stamps = self.survey.stamps
        sources = {path: Source(digest, stamps[path]) for path, digest in digests(entries).items()}
        return Ledger(self.survey.conditions(), mark, sources, self.survey.links, entries, front_outputs)

    def _front(self, entries: Mapping[str, Entry], library: Library, keys: Keys, put: Put) -> Mapping[str, Output]:
        """Puts what belongs to no jurisdiction beside the chapters."""
        told = tuple(entry.told for entry in entries.values() if entry.told)
        outputs = {path: output.digest for entry in entries.values() for path, output in entry.outputs.items()}
        trust = trusted(self.order, library, [each.place for each in told], keys)
        whole = Whole(told, trust, digests(entries), outputs, self._example(entries))
        renderer, production = self.bench.renderer(library), self.order.production
        return put(front(self.order, library, whole, keys, renderer, approved=production))

    def _example(self, entries: Mapping[str, Entry]) -> bytes:
        """The first bundle that may serve as one, from where it stands now."""
        for name, entry in entries.items():
            if entry.told and entry.told.example:
                folder = self.kept[name].folder if name in self.kept else self.new.folder
                return (folder / entry.told.example).read_bytes()
        return b""


def digests(entries: Mapping[str, Entry]) -> dict[str, str]:
    """The digest of every author's file. Raises CannotPublish if a file changed while it was read."""
    found: dict[str, str] = {}
    for entry in entries.values():
        for path, digest in entry.sources.items():
            if not is_slice(path) and found.setdefault(path, digest) != digest:
                raise CannotPublish(f"{path} changed during the build; build again")
    return found


def _is_clear(problems: Collection[Problem]) -> bool:
    return not any(problem.severity == "error" for problem in problems)
