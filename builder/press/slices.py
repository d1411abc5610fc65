"""The lists of all jurisdictions, cut so that a line for one of them concerns that one alone."""

import hashlib
import json
from dataclasses import replace

from builder.model.document import Document, Node
from builder.press.division import COMMON, Portion

SLICED = frozenset(("content/short_codes.yml", "content/long_numbers.yml"))


def is_cut(path: str, portion: Portion) -> bool:
    """Whether a portion gets only a part of a file."""
    return path in SLICED and portion.name != COMMON


def named_sources(portion: Portion) -> dict[str, str]:
    """How the ledger names the sources of a portion, by their paths: `content/long_numbers.yml#HK` for a part."""
    return {path: f"{path}#{portion.name}" if is_cut(path, portion) else path for path in portion.files}


def is_slice(source: str) -> bool:
    """Whether a source is a part of a list, and not a file."""
    return "#" in source


def sliced(document: Document, place: str) -> Document:
    """The list with nothing in it but what concerns a jurisdiction; a list that could not be read stays as it is."""
    value = document.value
    if not isinstance(value, dict):
        return document
    part = {key: _part(items, place) for key, items in value.items()}
    digest = hashlib.sha256(json.dumps(part, sort_keys=True).encode()).hexdigest()
    return replace(document, value=part, source=replace(document.source, digest=digest))


def _part(items: Node, place: str) -> Node:
    if isinstance(items, dict):
        return {key: item for key, item in items.items() if key == place}
    if isinstance(items, list):
        return [item for item in items if not isinstance(item, dict) or item.get("jurisdiction") == place]
    return items
