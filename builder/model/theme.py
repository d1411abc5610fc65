"""What the look is made of, as found on disk."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """Folders to look for templates in, the first one wins, and files by their path below their own folder."""

    template_folders: tuple[str, ...]
    own: Mapping[str, bytes]
    assets: Mapping[str, bytes]
