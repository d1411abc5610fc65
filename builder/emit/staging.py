"""Files → a new folder on the disk that everybody may read."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from builder.model.output import OutputFile


def write(files: tuple[OutputFile, ...], folder: Path, *, durable: bool = False) -> None:
    """Fills the folder; none of the files may be there. `durable` waits until the disk has every byte and name."""
    made: set[Path] = {folder}
    for file in files:
        _make(file, folder, made)
    if durable:
        for written in (*(folder / file.path for file in files), *made):
            sync(written)


def reuse(paths: Iterable[str], earlier: Path, folder: Path) -> None:
    """Puts files of an earlier build into the folder without writing their bytes again."""
    made: set[Path] = {folder}
    for path in paths:
        _make_folder((folder / path).parent, made)
        try:
            (folder / path).hardlink_to(earlier / path)
        except OSError:  # a disk without links, or with too many
            shutil.copy2(earlier / path, folder / path, follow_symlinks=False)


def sync(path: Path) -> None:
    """Waits until the disk has a file's bytes, or the names in a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _make(file: OutputFile, folder: Path, made: set[Path]) -> None:
    path = folder / file.path
    _make_folder(path.parent, made)
    with path.open("xb") as stream:
        os.fchmod(stream.fileno(), 0o644)
        stream.write(file.content)


def _make_folder(folder: Path, made: set[Path]) -> None:
    """Modes are set by hand: a web server is another user, and the umask of a careful publisher would lock it out."""
    if folder in made:
        return
    _make_folder(folder.parent, made)
    with suppress(FileExistsError):  # several processes fill one build
        folder.mkdir()
        folder.chmod(0o755)
    made.add(folder)
