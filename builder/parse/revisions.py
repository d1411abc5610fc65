"""A revision in git → the authors' files of that revision, in a folder of their own."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from builder.parse.files import AUTHORED, CONFIG
from builder.parse.git import NoHistory, git
from builder.parse.reading import MAX_BYTES

_LINK, _FILE = b"120000", b"100"
# Where a link stood, one stands again; what it led to is nobody's business.
_NOWHERE = "a link in the revision"


class UnknownRevision(Exception):
    """git does not know the revision, or it holds no project of ours; the message says which."""


class _Entry(NamedTuple):
    """An author's file in a revision: its path below the root, git's mode and number of it."""

    path: str
    mode: bytes
    number: str


@dataclass(frozen=True)
class Revision:
    """A commit as asked for, and its short number."""

    name: str
    commit: str

    def __str__(self) -> str:
        return f"{self.name} ({self.commit[:9]})" if self.name not in self.commit else self.commit[:9]


def unpack_revision(root: Path, name: str, into: Path) -> Revision:
    """Writes the authors' files of a revision below a folder that is empty. Raises NoHistory or UnknownRevision."""
    try:
        prefix = git(root, "rev-parse", "--show-prefix").decode().rstrip("\n")
        revision = Revision(name, _commit(root, name))
        found = list(_listed(root, revision.commit, prefix))
        contents = _contents(root, [number for _, _, number in found])
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").partition("\n")[0]
        raise NoHistory(f"git cannot read this folder: {said or 'it does not say why'}.") from error
    _write(revision, found, contents, into)
    return revision


def _write(revision: Revision, found: list[_Entry], contents: list[bytes], into: Path) -> None:
    if CONFIG not in {path for path, _, _ in found}:
        raise UnknownRevision(f"At {revision} there was no {CONFIG} in this folder, so there is nothing to compare.")
    for (path, mode, _), content in zip(found, contents, strict=True):
        target = into / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if mode == _LINK:
            os.symlink(_NOWHERE, target)
        else:
            target.write_bytes(content)


def _commit(root: Path, name: str) -> str:
    """The number of the commit; a name that looks like an option never reaches git as one."""
    if not name or name.startswith("-") or "\0" in name:
        raise UnknownRevision(f"“{name}” is not the name of a revision, such as HEAD, main or 1a2b3c4.")
    try:
        return git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()
    except subprocess.CalledProcessError as error:
        raise UnknownRevision(f"git knows no revision “{name}”. “git log --oneline” lists those there are.") from error


def _listed(root: Path, commit: str, prefix: str) -> Iterator[_Entry]:
    """Path below the root, mode and number of every author's file."""
    wanted = [f"{prefix}{path}" for path in AUTHORED]
    for entry in git(root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *wanted).split(b"\0"):
        described, _, path = entry.partition(b"\t")
        mode, _, number = described.partition(b" blob ")
        if not number or not (mode == _LINK or mode.startswith(_FILE)):
            continue  # the end of the list, or another repository inside this one
        inside = path.decode("utf-8", "replace").removeprefix(prefix)
        if any(part in ("", ".", "..") for part in inside.split("/")):
            raise UnknownRevision(f"The revision holds a file that no folder can hold: {inside!r}.")
        if not any(part.startswith(".") for part in inside.split("/")):
            yield _Entry(inside, mode, number.decode())


def _contents(root: Path, numbers: list[str]) -> list[bytes]:
    """The bytes of each file; of one that is too large to be read only the first, which is refused the same way.

    Raises NoHistory where git has lost one.
    """
    answer = git(root, "cat-file", "--batch", asked="".join(f"{number}\n" for number in numbers).encode())
    start, found = 0, []
    for _ in numbers:
        head = answer.index(b"\n", start)
        described = answer[start:head]
        if b" blob " not in described:  # a copy that was damaged, or fetched without all its files
            raise NoHistory("git has not got all files of that revision; fetch them, or ask for another one.")
        size = int(described.rpartition(b" ")[2])
        found.append(answer[head + 1 : head + 1 + min(size, MAX_BYTES + 1)])
        start = head + 1 + size + 1
    return found
