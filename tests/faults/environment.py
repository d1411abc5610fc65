"""Disks that are full, read-only or elsewhere, and users who may not write. The limits are the system's own.

Run where mounting is allowed, and where mounts vanish with the process: see `__main__`.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.ground import REFUSED, Ground, ended

_AMPLE = "size=1g,nr_inodes=1000000"
_NOBODY = 65534


@contextmanager
def disk(place: Path, options: str = _AMPLE) -> Iterator[None]:
    """A disk in memory."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", place], check=True)


def full_of_bytes(ground: Ground, runs: int) -> None:
    """From a disk that has no page left to one where the build just fits."""
    with disk(ground.out.parent):
        used, needed, page = _need(ground)
        for free in _spread(needed[0], runs):
            _starved(ground, f"size={(used[0] + free) * page}")


def full_of_names(ground: Ground, runs: int) -> None:
    """From a disk that takes no further name to one where the build just fits."""
    with disk(ground.out.parent):
        used, needed, _ = _need(ground)
        for free in _spread(needed[1], runs):
            _starved(ground, f"nr_inodes={used[1] + free}")


def _need(ground: Ground) -> tuple[tuple[int, int], tuple[int, int], int]:
    """Pages and names that the site takes with its history, and that one more build takes; the size of a page."""
    ground.publish()
    one = _used(ground.out.parent)
    ground.publish()
    two = _used(ground.out.parent)
    return two, (two[0] - one[0], two[1] - one[1]), os.statvfs(ground.out.parent).f_frsize


def _used(place: Path) -> tuple[int, int]:
    found = os.statvfs(place)
    return found.f_blocks - found.f_bfree, found.f_files - found.f_ffree


def _spread(needed: int, runs: int) -> list[int]:
    return sorted({needed * run // runs for run in range(runs)} | {needed - 1, needed, needed + 1})


def _starved(ground: Ground, limit: str) -> None:
    old, names = ground.live, ground.names()
    _remount(ground.out.parent, limit)
    outcome = ended(ground.start(lambda: ground.publish_or_hear("the disk is full")))
    ground.judge(outcome, old, ground.skip(), names)
    _remount(ground.out.parent, _AMPLE)
    ground.recover()


def _remount(place: Path, options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"remount,{options}", "tmpfs", place], check=True)


def read_only(ground: Ground) -> None:
    with disk(ground.out.parent):
        ground.publish()
        ground.publish()
        old, names = ground.live, ground.names()
        _remount(ground.out.parent, "ro")
        _refused(ground, "the file system is read-only", old, names)
        _remount(ground.out.parent, "rw")
        ground.recover()


def elsewhere(ground: Ground) -> None:
    """Somebody gave the builds a disk of their own: a rename cannot cross it."""
    ground.publish()
    ground.publish()
    aside = ground.builds.rename(ground.builds.with_name("aside"))
    ground.builds.mkdir()
    with disk(ground.builds):
        subprocess.run(["cp", "-a", f"{aside}/.", ground.builds], check=True)
        _refused(ground, "on another file system", ground.live, ground.names())
    ground.builds.rmdir()
    aside.rename(ground.builds)
    ground.recover()


def unwritable(ground: Ground) -> None:
    """Where nothing stands yet; then where a site stands: the folder of the link, and that of the builds."""
    _forbidden(ground, ground.out.parent)
    ground.publish()
    for folder in (ground.out.parent, ground.builds):
        _forbidden(ground, folder)


def _forbidden(ground: Ground, folder: Path) -> None:
    old, names, mode = ground.live, ground.names(), folder.stat().st_mode
    folder.chmod(0o555)
    _refused(ground, "this user has no permission", old, names, as_somebody=True)
    folder.chmod(mode)
    ground.recover()


def _refused(ground: Ground, sentence: str, old: int | None, names: list[str], *, as_somebody: bool = False) -> None:
    def publish() -> None:
        if as_somebody and os.geteuid() == 0:
            _drop_rights(ground)
        ground.publish_or_hear(sentence)

    outcome = ended(ground.start(publish))
    assert outcome == REFUSED, outcome
    ground.judge(outcome, old, ground.skip(), names)


def _drop_rights(ground: Ground) -> None:
    """No mode stops root; so it becomes nobody, who owns all of it and may still not write where no owner may."""
    subprocess.run(["chown", "-R", f"{_NOBODY}:{_NOBODY}", ground.out.parent], check=True)
    os.chdir(ground.out.parent)  # the folders above need not let nobody in
    ground.out = Path(ground.out.name)
    os.setgid(_NOBODY)
    os.setuid(_NOBODY)
