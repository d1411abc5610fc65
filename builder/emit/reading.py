"""A published folder → files in memory again."""

import os
from collections.abc import Iterator
from pathlib import Path

from builder.emit.obstacle import explained
from builder.model.output import CannotPublish, OutputFile


def read_build(folder: Path) -> tuple[OutputFile, ...]:
    """Every file of a build, sorted by path. `folder` may be the link to it; a link further down is refused.

    The link is followed once, so that all files are of one build.
    """
    with explained(folder):
        build = folder.resolve(strict=True)
        found = (OutputFile(path.relative_to(build).as_posix(), _content(path)) for path in _walk(build))
        return tuple(sorted(found, key=lambda file: file.path))


def _walk(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(Path(entry.path))
            elif entry.is_file(follow_symlinks=False):
                yield Path(entry.path)
            else:
                raise CannotPublish(f"{entry.path} is neither a file nor a folder; a build holds nothing else")


def _content(path: Path) -> bytes:
    """Opens the file itself, even if somebody puts a link in its place right now."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as stream:
        return stream.read()
