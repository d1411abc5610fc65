"""The numbered builds behind the link: what is called `build-000012` is whole, always."""

import re
import shutil
from contextlib import suppress
from pathlib import Path

from builder.emit.staging import sync
from builder.emit.workshop import DISCARDED

_NAME = re.compile(r"build-(\d+)")


def before(build: Path, builds: Path) -> list[Path]:
    """The builds that are older than this one, the oldest first."""
    older = (path for path in builds.iterdir() if 0 < _number(path) < _number(build))
    return sorted(older, key=_number)


def successor(builds: Path) -> Path:
    """Where the next build will stand: above all others, so that the order is known without a clock."""
    return builds / f"build-{max(map(_number, builds.iterdir()), default=0) + 1:06}"


def enter(staging: Path, build: Path, *, durable: bool) -> None:
    """Makes a finished folder a build."""
    staging.rename(build)
    if durable:
        sync(build.parent)


def ledger_of(build: Path) -> bytes:
    """What was kept beside a build; empty if nothing was, or it cannot be read."""
    try:
        return _ledger(build).read_bytes()
    except OSError:
        return b""


def keep_ledger(build: Path, ledger: bytes) -> None:
    """Keeps a ledger beside a build, never inside it: it is not published."""
    if ledger:
        _ledger(build).write_bytes(ledger)


def forget_ledger(build: Path) -> None:
    """Removes what was kept beside a build, before the build itself is touched."""
    _ledger(build).unlink(missing_ok=True)


def retire(build: Path, last: Path | None, keep: int) -> None:
    """Leaves the new build, the one that was live until now and what came before that: `keep` in all.

    What stands between those two was rolled back from, or was never live.
    Errors are let pass here: the new build is live already, and the next run tries again.
    """
    with suppress(OSError):
        earlier = [*before(last, build.parent), last] if last else []
        for folder in set(build.parent.glob("build-*")) - {build, *earlier[-(keep - 1) :]}:
            discard(folder)


def discard(build: Path) -> None:
    """Takes a build out of the history before taking it apart, so that a half of one is never taken for a whole."""
    with suppress(OSError):
        forget_ledger(build)
        shutil.rmtree(build.rename(build.parent / DISCARDED))


def _ledger(build: Path) -> Path:
    return build.with_name(f"ledger-{build.name.removeprefix('build-')}.json")


def _number(build: Path) -> int:
    """0 for what has none: other files, and builds from before they were numbered."""
    name = _NAME.fullmatch(build.name)
    return int(name[1]) if name else 0
