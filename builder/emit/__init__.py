"""Stage 6: files → disk, all or nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from builder.emit.address import check_addresses
from builder.emit.history import before, discard, enter, forget_ledger, keep_ledger, ledger_of, retire, successor
from builder.emit.link import live, point
from builder.emit.obstacle import explained
from builder.emit.reading import read_build
from builder.emit.single import put_file
from builder.emit.staging import write
from builder.emit.workshop import COMPILED, STAGING, workshop
from builder.model.output import CannotPublish, OutputFile

__all__ = ["LEAST", "Edition", "edition", "emit", "ledger_of", "put_file", "read_build", "rollback", "standing_build"]

LEAST = 2  # the build that was live a moment ago stays for one more, so that its readers can finish


def _trust(_folder: Path) -> None:
    """Nobody inspects."""


@dataclass(frozen=True)
class Edition:
    """A build in the making. `folder` is to be filled; `last` is the build that readers see, if there is any.

    What is put into the folder `compiled`, once it is made, is still there for the next build.
    """

    out: Path
    folder: Path
    last: Path | None
    compiled: Path

    @property
    def spare(self) -> Path | None:
        """The build that goes when this one is published."""
        builds = self.folder.parent
        older = before(self.last, builds) if self.last else []
        return older[-1] if older else None

    def start_from_spare(self) -> None:
        """Takes that build apart for this one: its folders and most of its files are already what they should be."""
        if self.spare:
            self.folder.rmdir()
            forget_ledger(self.spare)
            self.spare.rename(self.folder)

    def publish(self, ledger: bytes = b"", *, keep: int = LEAST, durable: bool = False) -> None:
        """Moves the link to the finished folder, and keeps a ledger beside it."""
        build = successor(self.folder.parent)
        try:
            enter(self.folder, build, durable=durable)
            keep_ledger(build, ledger)
            point(self.out, build, durable=durable)
        finally:
            _settle(self.out, build, self.last, keep)


@contextmanager
def edition(out: Path) -> Iterator[Edition]:
    """Opens the place of the next build to this process alone. What is not published in the end leaves no trace."""
    with explained(out), workshop(out) as builds:
        last = live(out)
        (builds / STAGING).mkdir()
        (builds / STAGING).chmod(0o755)
        yield Edition(out, builds / STAGING, last, builds / COMPILED)


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
    check_addresses(file.path for file in files)
    if keep < LEAST:
        raise ValueError(f"keep is {keep}; at least {LEAST} builds stay, so that readers of the last one can finish")
    with edition(out) as new:
        write(files, new.folder, durable=durable)
        inspect(new.folder)
        new.publish(keep=keep, durable=durable)


def standing_build(out: Path) -> tuple[Path | None, bytes]:
    """The build that readers see, if there is any, and its ledger, if it has one."""
    build = live(out)
    return build, ledger_of(build) if build else b""


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
