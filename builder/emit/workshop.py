"""The folder of builds beside the link: for one process at a time, and clear of what a dead one left there."""

import fcntl
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from builder.model.output import CannotPublish

STAGING = "staging"  # the build that is being written
NEXT = "next"  # the link that will replace the published one
DISCARDED = "discarded"  # the build that is being removed
COMPILED = "compiled"  # what makes the next build quicker
_LOCK = "lock"
_READABLE = 0o055


def folder_of_builds(out: Path) -> Path:
    """Where the builds behind a link live: beside it, on the same file system."""
    return out.parent / f".{out.name}.builds"


@contextmanager
def workshop(out: Path) -> Iterator[Path]:
    """Opens the folder of builds to this process alone, and leaves nothing unfinished there. Others wait."""
    if not out.parent.is_dir():
        raise CannotPublish(f"there is no folder {out.parent}; make it first, or choose another folder")
    builds = folder_of_builds(out)
    lock = _acquire(builds)
    try:
        _open_to_readers(builds)
        _sweep(builds)
        yield builds
    finally:
        with suppress(OSError):
            _sweep(builds)
            _remove_if_unused(builds)
        os.close(lock)


def _acquire(builds: Path) -> int:
    """Waits for the lock; the system takes it from a process that dies.

    The owner before us may have removed the folder, and with it the file that we waited for: then again.
    """
    while True:
        builds.mkdir(exist_ok=True)
        with suppress(FileNotFoundError):
            lock = os.open(builds / _LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
            fcntl.flock(lock, fcntl.LOCK_EX)
            if _is_at(lock, builds / _LOCK):
                return lock
            os.close(lock)


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _open_to_readers(builds: Path) -> None:
    """A web server is another user; the umask of a careful publisher would lock it out."""
    mode = stat.S_IMODE(builds.stat().st_mode)
    if mode | _READABLE != mode:
        builds.chmod(mode | _READABLE)


def _sweep(builds: Path) -> None:
    (builds / NEXT).unlink(missing_ok=True)
    for name in (STAGING, DISCARDED):
        with suppress(FileNotFoundError):
            shutil.rmtree(builds / name)


def _remove_if_unused(builds: Path) -> None:
    """Where nothing was ever published, not even an empty folder stays."""
    if {path.name for path in builds.iterdir()} <= {_LOCK, COMPILED}:
        shutil.rmtree(builds / COMPILED, ignore_errors=True)
        (builds / _LOCK).unlink()
        builds.rmdir()
