"""Files → a new folder on the disk that everybody may read."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from builder.model.output import OutputFile


def write(files: tuple[OutputFile, ...], folder: Path, *, durable: bool = False) -> None:
    """Fills the folder. `durable` waits until the disk has every byte and name."""
    made = {str(folder)}
    for file in files:
        _make(file, str(folder), made)
    if durable:
        for written in (*(folder / file.path for file in files), *map(Path, made)):
            sync(written)


def reuse(paths: Iterable[str], earlier: Path, folder: Path) -> None:
    """Puts files of an earlier build into the folder without writing their bytes again."""
    made = {str(folder)}
    for path in paths:
        old, new = f"{earlier}/{path}", f"{folder}/{path}"
        _make_folder(new.rpartition("/")[0], made)
        _link(old, new)


def remove(paths: Iterable[str], folder: Path) -> None:
    """Takes files out of a folder, and the folders that nothing is left in."""
    for path in paths:
        (folder / path).unlink()
        with suppress(OSError):  # something is left
            for parent in (folder / path).parents:
                if parent == folder:
                    break
                parent.rmdir()


def sync(path: Path) -> None:
    """Waits until the disk has a file's bytes, or the names in a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _make(file: OutputFile, folder: str, made: set[str]) -> None:
    path = f"{folder}/{file.path}"
    _make_folder(path.rpartition("/")[0], made)
    with _new(path) as stream:
        os.fchmod(stream.fileno(), 0o644)
        stream.write(file.content)


def _new(path: str) -> BinaryIO:
    """A file of its own. What stood there may be another build's as well, by a link, and is never written to."""
    try:
        return open(path, "xb")
    except FileExistsError:
        os.unlink(path)
        return open(path, "xb")


def _link(old: str, new: str) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except FileExistsError:
        os.unlink(new)
        _link(old, new)
    except OSError:  # a disk without links, or with too many
        shutil.copy2(old, new, follow_symlinks=False)


def _make_folder(folder: str, made: set[str]) -> None:
    """Modes are set by hand: a web server is another user, and the umask of a careful publisher would lock it out."""
    if folder in made:
        return
    _make_folder(folder.rpartition("/")[0], made)
    with suppress(FileExistsError):  # several processes fill one build
        os.mkdir(folder)
        os.chmod(folder, 0o755)  # noqa: S103 # reason: readers are other users
    made.add(folder)
