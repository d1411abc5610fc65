"""What stands on the disk: every author's file, with its digest as far as a ledger knows it."""

import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from builder.parse.files import author_files

# Size, time of the last change of bytes and of the entry (nanoseconds), inode. Empty: not to be trusted.
Stamp = tuple[int, ...]
# Some disks count time in steps of two seconds; within one step a second change would not show.
_COARSEST_CLOCK = 2_000_000_000


class Source(NamedTuple):
    """An author's file as it was read: SHA-256 of its bytes in hex, and by what to see that they are still the same."""

    digest: str
    stamp: Stamp


def inventory(root: Path) -> dict[str, Stamp]:
    """The stamp of every author's file; an empty one for a file that is new, or not there."""
    now, folder = time.time_ns(), str(root)
    return {path: stamp_of(f"{folder}/{path}", now) for path in author_files(root)}


def stamp_of(path: str, now: int) -> Stamp:
    """What tells whether a file has changed; empty if it is too young to tell, or gone."""
    try:
        status = os.lstat(path)
    except OSError:
        return ()
    if max(status.st_mtime_ns, status.st_ctime_ns) > now - _COARSEST_CLOCK:
        return ()
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def unchanged(stamps: Mapping[str, Stamp], known: Mapping[str, Source]) -> dict[str, str]:
    """The digests of the files that are still what a ledger says."""
    return {
        path: known[path].digest
        for path, stamp in stamps.items()
        if path in known and stamp and known[path].stamp == stamp
    }
