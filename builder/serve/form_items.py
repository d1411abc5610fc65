"""Items of a list as the form sends them → beside each the item that it was in the file.

The form knows no items, only their order: what is put in, taken out or moved must not give one item what another had.
"""

from collections.abc import Iterable

from builder.model.document import Node

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def beside(sent: list[Json], before: list[Node]) -> list[Node | None]:
    """For each item the one it was, wherever that stood; none for a new one.

    Those that say the same belong together, then those that have most in common; or that stand in the same place, where
    there are as many as before.
    """
    now, then = [_gist(item) for item in sent], [_gist(item) for item in before]
    found, free = dict[int, int](), dict.fromkeys(range(len(then)))
    for number, said in enumerate(now):
        same = next((old for old in free if then[old] == said), None)
        if same is not None:
            found[number] = same
            del free[same]
    left = [number for number in range(len(now)) if number not in found]
    for number, old in _most_alike_first(now, then, left, free):
        if number not in found and old in free:
            found[number] = old
            del free[old]
    return [before[found[number]] if number in found else None for number in range(len(sent))]


def _most_alike_first(
    now: list[Json], then: list[Json], left: Iterable[int], free: Iterable[int]
) -> list[tuple[int, int]]:
    """Which new items may be which old ones, by their numbers."""
    as_many = len(now) == len(then)
    pairs = [((_in_common(now[new], then[old]), as_many and new == old), new, old) for new in left for old in free]
    return [(new, old) for alike, new, old in sorted(pairs, reverse=True) if any(alike)]


def _gist(value: Json | Node) -> Json:
    """A value without what the form and its author write differently: kinds of values, spaces, what is empty or off."""
    if isinstance(value, dict):
        return {key: inside for key, item in value.items() if (inside := _gist(item))}
    if isinstance(value, list):
        return [inside for item in value if (inside := _gist(item))]
    if isinstance(value, bool):
        return "true" if value else ""
    text = "" if value is None else str(value).strip().replace("\r\n", "\n")
    return "" if text == "false" else text


def _in_common(one: Json, other: Json) -> int:
    """How many values two groups share by their keys."""
    if isinstance(one, dict) and isinstance(other, dict):
        return sum(other.get(key) == value for key, value in one.items())
    return 0
