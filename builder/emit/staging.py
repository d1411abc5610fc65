"""Files → a new folder on the disk that everybody may read."""

import os
from pathlib import Path

from builder.model.output import OutputFile


def write(files: tuple[OutputFile, ...], folder: Path, *, durable: bool) -> None:
    """Makes the folder, which must not exist. `durable` waits until the disk has every file and every name."""
    made: set[Path] = {folder.parent}
    for file in files:
        _make(file, folder, made)
    if durable:
        for written in (*(folder / file.path for file in files), *(made - {folder.parent})):
            sync(written)


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
    folder.mkdir()
    folder.chmod(0o755)
    made.add(folder)
