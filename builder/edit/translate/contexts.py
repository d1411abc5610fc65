"""The folder and the path of a text ↔ its name in a PO file: `content/scams/romance › red_flags #3`.

Items are counted from one, as people count. Names of keys hold no spaces, so nothing can be taken for something else.
"""

import re

from builder.model.document import Path

_BETWEEN, _ITEM = " › ", " #"
_PART = re.compile(r"(?P<key>[^ ]+)(?: #(?P<number>[1-9][0-9]*))?")


def context_of(folder: str, path: Path) -> str:
    """`("content/jurisdictions/HK", ("tips", 1, "title"))` gives `content/jurisdictions/HK › tips #2 › title`."""
    name = folder
    for part in path:
        name += f"{_ITEM}{part + 1}" if isinstance(part, int) else f"{_BETWEEN}{part}"
    return name


def text_at(context: str) -> tuple[str, Path] | None:
    """The folder and the path that a context names, or None if it is no name of ours."""
    folder, *parts = context.split(_BETWEEN)
    path: list[str | int] = []
    for part in parts:
        match = _PART.fullmatch(part)
        if match is None:
            return None
        path.append(match["key"])
        if match["number"]:
            path.append(int(match["number"]) - 1)
    return (folder, tuple(path)) if path else None


def list_of(path: Path) -> Path:
    """The list that a text stands in, or the path itself: `("tips", 1, "title")` gives `("tips",)`."""
    return next((path[:at] for at, part in enumerate(path) if isinstance(part, int)), path)
