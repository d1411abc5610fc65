"""A file to be published."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OutputFile:
    """A path below the published folder, with forward slashes, and its bytes. Same input, same bytes."""

    path: str
    content: bytes
