"""What a build starts from: an empty folder, or the build before the last one, most of which is already right."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.emit import Edition
from builder.emit.staging import remove, reuse
from builder.press.ledger import Earlier, Entry, Ledger, Output
from builder.press.survey import touched


@dataclass(frozen=True)
class Kept:
    """A chapter that still holds, and the folder where its files are."""

    entry: Entry
    folder: Path


def laid_out(new: Edition, ledger: Ledger, kept: Mapping[str, Kept]) -> None:
    """Fills the folder of an edition with the files of all kept chapters, and nothing else.

    Making and removing thousands of folders takes longer than anything else that an edit needs, so the spare build is
    used again where it can be.
    """
    there, spare = _standing_in_spare(ledger), new.spare
    if spare is None or spare.name != ledger.earlier.build or not _is_sound(spare, there, ledger.earlier):
        for each in kept.values():
            reuse(each.entry.outputs, each.folder, new.folder)
        return
    new.start_from_spare()
    right = {name for name in kept if name not in ledger.earlier.chapters}
    for name, outputs in there.items():
        if name not in right:
            remove(outputs, new.folder)
    remove(ledger.earlier.front, new.folder)
    for name in kept.keys() - right:
        reuse(kept[name].entry.outputs, kept[name].folder, new.folder)


def _standing_in_spare(ledger: Ledger) -> dict[str, Mapping[str, Output]]:
    """The outputs of every chapter as they are in the build before the one of the ledger."""
    now = {name: entry.outputs for name, entry in ledger.entries.items()}
    return {**now, **ledger.earlier.chapters}


def _is_sound(build: Path, chapters: Mapping[str, Mapping[str, Output]], earlier: Earlier) -> bool:
    """Whether a build is exactly what the ledger of the one after it says of it."""
    everything = (*chapters.values(), earlier.front)
    return not any(touched(outputs, build) for outputs in everything) and _is_sealed(build, everything, earlier.sealed)


def _is_sealed(build: Path, everything: Iterable[Mapping[str, Output]], sealed: int) -> bool:
    """Whether nobody has put anything into a folder since: that would show in the time of the folder."""
    folders = {path.rpartition("/")[0] for outputs in everything for path in outputs}
    for folder in tuple(folders):
        while folder := folder.rpartition("/")[0]:
            folders.add(folder)
    return all(os.lstat(f"{build}/{folder}").st_mtime_ns <= sealed for folder in ("", *folders))


def earlier_of(last: Path | None, old: Ledger, entries: Mapping[str, Entry]) -> Earlier:
    """What the next build has to know of the one that is the last until now."""
    if last is None or not old.entries:
        return Earlier()
    before = {name: entry.outputs for name, entry in old.entries.items()}
    after = {name: entry.outputs for name, entry in entries.items()}
    changed = {name: before.get(name, {}) for name in before | after if before.get(name) != after.get(name)}
    return Earlier(last.name, old.sealed, changed, old.front)
