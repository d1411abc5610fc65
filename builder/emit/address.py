"""Output paths that are safe on any disk: none leaves its folder, none hides another."""

from collections.abc import Iterable, Iterator
from unicodedata import normalize


def check_addresses(paths: Iterable[str]) -> None:
    """Raises ValueError, since a wrong path after the gate is our bug.

    Some disks take `a/b`, `A/b` and another spelling of the same accents for one file;
    so every file and every folder has a single spelling, and no file is also a folder.
    """
    spellings: dict[str, str] = {}
    known: set[str] = set()
    for path in paths:
        for folder in _folders(path):
            if folder in known:
                continue
            known.add(folder)
            if spellings.setdefault(_key(folder), folder) != folder:
                raise _clash(path, spellings[_key(folder)])
        key = _key(path)
        if key in spellings:
            raise _clash(path, spellings[key])
        spellings[key] = path


def _folders(path: str) -> Iterator[str]:
    """The folders above a file, with a slash at their end."""
    parts = path.split("/")
    if not {"", ".", ".."}.isdisjoint(parts) or "\\" in path or "\0" in path:
        raise ValueError(f"{path!r} is no path below the published folder")
    return ("/".join(parts[:end]) + "/" for end in range(1, len(parts)))


def _key(path: str) -> str:
    bare = path.rstrip("/")
    return bare.lower() if bare.isascii() else normalize("NFC", bare.casefold())


def _clash(path: str, other: str) -> ValueError:
    return ValueError(f"{path!r} cannot be published beside {other!r}: some disks take them for one")
