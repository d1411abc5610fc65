"""What a build starts from: an empty folder, or the build before the last one, most of which is already right."""

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from builder.emit import Edition
from builder.emit.staging import remove, reuse, write
from builder.model.output import OutputFile
from builder.press.division import COMMON
from builder.press.ledger import Earlier, Entry, Ledger, Output
from builder.press.survey import touched
from builder.press.workbench import Put


@dataclass(frozen=True)
class Kept:
    """A chapter that still holds, and the folder where its files are."""

    entry: Entry
    folder: Path


@dataclass(frozen=True)
class Layout:
    """The folder of an edition; `there` is what stands in it from an older build, by chapter, the front as common."""

    folder: Path
    there: Mapping[str, Mapping[str, Output]]

    def of(self, name: str) -> "Layout":
        """What one chapter needs of it."""
        return Layout(self.folder, {name: self.there.get(name, {})})

    def put(self, name: str) -> Put:
        """Writes the files of a chapter, but for those that stand there, and says by what to know each again."""
        there = self.there.get(name, {})

        def put(files: tuple[OutputFile, ...]) -> Mapping[str, Output]:
            right = {file.path: there[file.path] for file in files if _is_right(file, there)}
            write(tuple(file for file in files if file.path not in right), self.folder)
            return {file.path: right.get(file.path) or _output(file, self.folder) for file in files}

        return put

    def clear(self, wanted: Collection[str]) -> None:
        """Removes what an older build has left, and no file of this one has taken the place of."""
        remove([path for path in chain(*self.there.values()) if path not in wanted], self.folder)


def laid_out(new: Edition, ledger: Ledger, kept: Mapping[str, Kept]) -> Layout:
    """Puts the files of all kept chapters into the folder of an edition.

    Making and removing thousands of files and folders takes longer than anything else that an edit needs, so the spare
    build is used again where it can be.
    """
    spare, there = new.spare, _standing_in_spare(ledger)
    if spare and spare.name == ledger.earlier.build and _is_sound(spare, there.values(), ledger.earlier.sealed):
        new.start_from_spare()
    else:
        there = {}
    for name, each in kept.items():
        right = there.get(name, {})
        missing = [path for path, output in each.entry.outputs.items() if right.get(path) != output]
        reuse(missing, each.folder, new.folder)
    return Layout(new.folder, there)


def _standing_in_spare(ledger: Ledger) -> dict[str, Mapping[str, Output]]:
    """The outputs of every chapter, and of the front, as they are in the build before the one of the ledger."""
    now = {name: entry.outputs for name, entry in ledger.entries.items()}
    return {**now, **ledger.earlier.chapters, COMMON: ledger.earlier.front}


def _is_sound(build: Path, outputs: Collection[Mapping[str, Output]], sealed: int) -> bool:
    """Whether a build is exactly what the ledger of the one after it says of it."""
    return not any(touched(each, build) for each in outputs) and _is_sealed(build, outputs, sealed)


def _is_sealed(build: Path, outputs: Iterable[Mapping[str, Output]], sealed: int) -> bool:
    """Whether nobody has put anything into a folder since: that would show in the time of the folder."""
    folders = {path.rpartition("/")[0] for each in outputs for path in each}
    for folder in tuple(folders):
        while folder := folder.rpartition("/")[0]:
            folders.add(folder)
    return all(os.lstat(f"{build}/{folder}").st_mtime_ns <= sealed for folder in ("", *folders))


def _is_right(file: OutputFile, there: Mapping[str, Output]) -> bool:
    return file.path in there and there[file.path].digest == file.digest


def _output(file: OutputFile, folder: Path) -> Output:
    status = (folder / file.path).stat()
    return Output(file.digest, status.st_size, status.st_mtime_ns)


def earlier_of(last: Path | None, old: Ledger, entries: Mapping[str, Entry]) -> Earlier:
    """What the next build has to know of the one that is the last until now."""
    if last is None or not old.entries:
        return Earlier()
    before = {name: entry.outputs for name, entry in old.entries.items()}
    after = {name: entry.outputs for name, entry in entries.items()}
    changed = {name: before.get(name, {}) for name in before | after if before.get(name) != after.get(name)}
    return Earlier(last.name, old.sealed, changed, old.front)
