"""Stage 6: files → disk, all or nothing."""

from collections.abc import Callable
from pathlib import Path

from builder.emit.address import check_addresses
from builder.emit.history import before, discard, enter, retire, successor
from builder.emit.link import live, point
from builder.emit.obstacle import explained
from builder.emit.reading import read_build
from builder.emit.single import put_file
from builder.emit.staging import write
from builder.emit.workshop import STAGING, workshop
from builder.model.output import CannotPublish, OutputFile

__all__ = ["LEAST", "emit", "put_file", "read_build", "rollback"]

LEAST = 2  # the build that was live a moment ago stays for one more, so that its readers can finish


def _trust(_folder: Path) -> None:
    """Nobody inspects."""


def emit(
    files: tuple[OutputFile, ...],
    out: Path,
    *,
    keep: int = LEAST,
    durable: bool = False,
    inspect: Callable[[Path], None] = _trust,
) -> None:
    """Publishes the files as the folder `out`, a link that is moved from the last build to this one in a single rename.

    Builds live in `.<name>.builds/` beside it, numbered; `keep` of them stay, this one included.
    `durable` waits for the disk, so that a power cut leaves a whole build too.
    `inspect` sees the finished folder before anybody else and may raise CannotPublish.
    Whatever fails before the rename leaves the last build as it was.
    """
    check_addresses(files)
    if keep < LEAST:
        raise ValueError(f"keep is {keep}; at least {LEAST} builds stay, so that readers of the last one can finish")
    with explained(out), workshop(out) as builds:
        last = live(out)
        write(files, builds / STAGING, durable=durable)
        inspect(builds / STAGING)
        build = successor(builds)
        try:
            enter(builds / STAGING, build, durable=durable)
            point(out, build, durable=durable)
        finally:
            _settle(out, build, last, keep)


def _settle(out: Path, build: Path, last: Path | None, keep: int) -> None:
    """The link alone says whether it was moved: an interrupt may come right after the rename."""
    if live(out) == build:
        retire(build, last, keep)
    else:
        discard(build)


def rollback(out: Path) -> str:
    """Moves the link to the build before the current one, and returns the name of that build.

    What was rolled back from stays until the next build, which removes it: a later rollback does not return to it.
    """
    with explained(out), workshop(out) as builds:
        current = live(out)
        earlier = before(current, builds) if current else []
        if not earlier:
            raise CannotPublish(f"{out} has no earlier build to go back to")
        point(out, earlier[-1], durable=True)
        return earlier[-1].name
