"""A file to be published, and what it means that none could be."""

import hashlib
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class OutputFile:
    """A path below the published folder, with forward slashes, and its bytes. Same input, same bytes."""

    path: str
    content: bytes

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hex."""
        return hashlib.sha256(self.content).hexdigest()


class CannotPublish(Exception):
    """The environment stands in the way: no space, no permission, or something else in the place of the output."""


class NotConfirmed(CannotPublish):
    """Published, but the disk did not say that it would survive a power cut."""
