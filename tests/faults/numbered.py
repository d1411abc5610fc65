"""Builds whose every file carries their number, and what such a build looks like on the disk."""

import os
from pathlib import Path

from builder.model.output import OutputFile

FOLDERS = 25


def paths(files: int) -> list[str]:
    return [f"{index % FOLDERS}/deeper/{index}.html" for index in range(files)]


def content(path: str, number: int) -> bytes:
    """Long enough to be cut in the middle."""
    return f"{number} {path}\n".encode() * 8


def numbered(number: int, files: int) -> tuple[OutputFile, ...]:
    return tuple(OutputFile(path, content(path, number)) for path in paths(files))


def number_of(written: bytes) -> int | None:
    """The build that a file says it belongs to; None if it is cut short."""
    first = written.split(b"\n")[0]
    number, _, path = first.partition(b" ")
    whole = number.isdigit() and written == content(path.decode(), int(number))
    return int(number) if whole else None


def whole(folder: Path, files: int) -> int | None:
    """The number of the build in a folder; None if anything is missing, cut short, foreign or of another build."""
    above = len(str(folder)) + 1
    found = {
        f"{place}/{name}"[above:]: Path(f"{place}/{name}").read_bytes()
        for place, _, names in os.walk(folder)
        for name in names
    }
    numbers = {number_of(written) for written in found.values()}
    return numbers.pop() if len(numbers) == 1 and found.keys() == set(paths(files)) else None
