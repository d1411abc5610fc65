"""What the builder itself is: whatever of it changes makes every chapter anew."""

import hashlib
import importlib.util
import os
import sys
from functools import cache
from pathlib import Path

_BUILDER = Path(__file__).parents[1]
_THEME = _BUILDER.parent / "theme"
# The editors' form is no part of the site.
_NO_PART = ("__pycache__", "admin")


@cache
def builder_digest() -> str:
    """SHA-256 over our code, the names and versions of all that is installed beside it, and the version of Python."""
    digest = hashlib.sha256(sys.version.encode())
    _add_files(digest, _BUILDER)
    spec = importlib.util.find_spec("material")
    for folder in spec.submodule_search_locations or [] if spec else []:
        installed = sorted(path.name for path in Path(folder).parent.glob("*-info"))
        digest.update("\n".join(installed).encode())
    return digest.hexdigest()


def theme_digest() -> str:
    """SHA-256 over the theme folder; asked for again at each build, since a preview may see it change."""
    digest = hashlib.sha256()
    _add_files(digest, _THEME)
    return digest.hexdigest()


def _add_files(digest: "hashlib._Hash", folder: Path) -> None:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _NO_PART)
        for name in sorted(names):
            path = Path(parent, name)
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
