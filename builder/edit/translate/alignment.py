"""Two versions of a list → which item of the one is which of the other, so that an insertion moves nothing else."""

from collections.abc import Collection, Mapping, Sequence
from difflib import SequenceMatcher

from builder.model.document import Path

# The texts of one item by their paths inside it; an item of a list of plain texts has one, at the path `()`.
Item = tuple[tuple[Path, str], ...]
# Below this, two texts have hardly more in common than any two of the same language.
_ALIKE = 0.6


def aligned(old: Sequence[Item], new: Sequence[Item]) -> Mapping[int, int]:
    """For the index of each new item that of the old one it was; an item that was not there before has none."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    pairs = {j: i1 + j - j1 for kind, i1, _, j1, j2 in blocks if kind == "equal" for j in range(j1, j2)}
    pairs |= _moved(old, new, pairs)
    for _, i1, i2, j1, j2 in blocks:
        gone = [i for i in range(i1, i2) if i not in pairs.values()]
        come = [j for j in range(j1, j2) if j not in pairs]
        pairs |= dict(zip(come, gone, strict=True)) if len(gone) == len(come) else _alike(old, new, gone, come)
    return pairs


def _moved(old: Sequence[Item], new: Sequence[Item], pairs: Mapping[int, int]) -> dict[int, int]:
    """Items that stand elsewhere now, word for word."""
    left = [i for i in range(len(old)) if i not in pairs.values()]
    found: dict[int, int] = {}
    for j in (j for j in range(len(new)) if j not in pairs):
        before = next((i for i in left if old[i] == new[j] and i not in found.values()), None)
        if before is not None:
            found[j] = before
    return found


def _alike(old: Sequence[Item], new: Sequence[Item], gone: Collection[int], come: Collection[int]) -> dict[int, int]:
    """Of a spot where items were reworded and others came or went: those that are nearly the same."""
    found: dict[int, int] = {}
    for j in come:
        alike = {_likeness(old[i], new[j]): i for i in gone if i not in found.values()}
        if max(alike, default=0) >= _ALIKE:
            found[j] = alike[max(alike)]
    return found


def _likeness(one: Item, other: Item) -> float:
    here, there = (" ".join(text for _, text in item) for item in (one, other))
    return SequenceMatcher(None, here, there, autojunk=False).ratio()
