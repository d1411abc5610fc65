"""What the system refuses → a sentence that says what to do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builder.model.output import CannotPublish

_NO_SPACE = "the disk is full; free some space and try again"
_NO_PERMISSION = "this user has no permission there; let it write, or choose another folder"
_SENTENCES = {
    errno.ENOSPC: _NO_SPACE,
    errno.EDQUOT: "the quota of this user is used up; free some space and try again",
    errno.EACCES: _NO_PERMISSION,
    errno.EPERM: _NO_PERMISSION,
    errno.ENOENT: "there is no such file or folder",
    errno.EROFS: "the file system is read-only; mount it for writing, or choose another folder",
    errno.EXDEV: "the builds are on another file system than the link to them, so that no single rename can publish; "
    "move their folder, or choose another one",
}


@contextmanager
def explained(place: Path) -> Iterator[None]:
    """Raises CannotPublish for what the system refuses. `place` stands in where the system names no file."""
    try:
        yield
    except OSError as error:
        sentence = _SENTENCES.get(error.errno or 0, error.strerror or str(error))
        raise CannotPublish(f"{error.filename or place}: {sentence}") from error
