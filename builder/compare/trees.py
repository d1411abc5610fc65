"""Two trees of texts → the single texts that differ, each with the path to it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import chain, zip_longest
from typing import Any, NamedTuple

Path = tuple[str, ...]
# An entry under a new name is known again if this share of its texts stayed.
_THE_SAME = 0.6


class Leaf(NamedTuple):
    """A text that differs. Empty means absent; items of a list are named by their id or counted from 1."""

    path: Path
    before: str
    after: str


def differing(before: Any, after: Any, path: Path = ()) -> Iterator[Leaf]:
    """Every text that differs between two values made of mappings, lists and single values."""
    if before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys((*after, *before)):
            yield from differing(before.get(key), after.get(key), (*path, key))
    elif isinstance(before, list) and isinstance(after, list):
        named = _has_ids(before) and _has_ids(after)
        yield from (_named_items if named else _counted_items)(before, after, path)
    elif isinstance(before, Mapping | list) or isinstance(after, Mapping | list):
        yield from (Leaf(where, text, "") for where, text in leaves(before, path))
        yield from (Leaf(where, "", text) for where, text in leaves(after, path))
    elif _text(before) != _text(after):
        yield Leaf(path, _text(before), _text(after))


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every single value as text, with its path."""
    if isinstance(value, Mapping):
        yield from chain.from_iterable(leaves(item, (*path, key)) for key, item in value.items())
    elif isinstance(value, list | tuple):
        named = _has_ids(value)
        for number, item in enumerate(value, start=1):
            yield from leaves(item, (*path, item["id"] if named else str(number)))
    elif _text(value):
        yield path, _text(value)


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _has_ids(items: Sequence[Any]) -> bool:
    names = [item.get("id") for item in items if isinstance(item, Mapping)]
    return len(names) == len(items) == len(set(names)) and all(isinstance(name, str) for name in names)


def _named_items(before: list[Any], after: list[Any], path: Path) -> Iterator[Leaf]:
    """Items by their ids, whatever their order; then the order, which is an advice of its own."""
    old, new = ({item["id"]: item for item in items} for items in (before, after))
    renamed = dict(_renamed(old, new))
    for name, item in new.items():
        yield from differing(old.get(renamed.get(name, name), {}), item, (*path, name))
    for name, item in old.items():
        if name not in new and name not in renamed.values():
            yield from differing(item, {}, (*path, name))
    kept = [name for name in new if renamed.get(name, name) in old]
    was = sorted(kept, key=lambda name: list(old).index(renamed.get(name, name)))
    if was != kept:
        yield Leaf((*path, "order"), ", ".join(was), ", ".join(kept))


def _renamed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """New names with the old ones of what is mostly the same."""
    gone = [name for name in old if name not in new]
    for name in (name for name in new if name not in old):
        for other in gone:
            if _is_the_same(old[other], new[name]):
                gone.remove(other)
                yield name, other
                break


def _is_the_same(before: Any, after: Any) -> bool:
    was, now = (set(leaves(value)) for value in (before, after))
    return len(was & now) >= _THE_SAME * max(len(was), len(now))


def _counted_items(before: list[Any], after: list[Any], path: Path) -> Iterator[Leaf]:
    """Items in their order; one that is new does not make all later ones differ."""
    for was, now, number in aligned(before, after):
        yield from differing(was, now, (*path, str(number)))


def aligned(before: Sequence[Any], after: Sequence[Any]) -> Iterator[tuple[Any, Any, int]]:
    """Pairs of what differs in two sequences, None for nothing, with the number in the newer one that has it."""
    old, new = ([json.dumps(item, sort_keys=True) for item in items] for items in (before, after))
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            for at, (was, now) in enumerate(zip_longest(before[i1:i2], after[j1:j2])):
                yield was, now, (j1 if now is not None else i1) + at + 1
