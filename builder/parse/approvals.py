"""What the parties have signed, as it lies in `approvals/<CC>/<version>/`: bytes, not believed yet."""

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from builder.model.approval import FiledRelease

APPROVALS = "approvals"
# Far above what a release needs; bounds the work that a hostile file can cause.
MAX_BYTES = 4 * 1024 * 1024


def parse_approvals(root: Path, places: Collection[str]) -> tuple[FiledRelease, ...]:
    """Every release of some jurisdictions that somebody has proposed or signed, by jurisdiction and version."""
    return tuple(
        FiledRelease(place.name, folder.name, dict(_files(folder)))
        for place in _folders(root / APPROVALS)
        if place.name in places
        for folder in _folders(place)
    )


def _folders(parent: Path) -> list[Path]:
    return sorted(path for path in parent.iterdir() if path.is_dir()) if _ours(parent) else []


def _ours(folder: Path) -> bool:
    return folder.is_dir() and not folder.is_symlink()


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """A linked folder has none: whoever can change what it leads to could change what was signed."""
    for path in sorted(folder.glob("*.json")) if _ours(folder) else ():
        yield path.name, _bytes_of(path)


def _bytes_of(path: Path) -> bytes:
    """Empty for a link, a pipe, a folder and whatever cannot be read or is too large: it is named, and not believed."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            status = os.fstat(file.fileno())
            return file.read() if stat.S_ISREG(status.st_mode) and status.st_size <= MAX_BYTES else b""
    except OSError:
        return b""
