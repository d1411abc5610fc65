"""Values changed by a few operations of JSON Patch (RFC 6902), on members of objects only."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Change:
    """One operation. `path` is a JSON Pointer (RFC 6901) without escapes."""

    op: Literal["add", "remove", "replace"]
    path: str
    value: Any = None

    @property
    def entry(self) -> dict[str, Any]:
        """As JSON Patch writes it."""
        return {"op": self.op, "path": self.path, **({} if self.op == "remove" else {"value": self.value})}


def added(path: str, value: Any) -> Change:
    """A member that was not there."""
    return Change("add", path, value)


def replaced(path: str, value: Any) -> Change:
    """Another value of a member."""
    return Change("replace", path, value)


def removed(path: str) -> Change:
    """No such member any more."""
    return Change("remove", path)


def has_room(value: Any, change: Change) -> bool:
    """Whether the object exists whose member is changed."""
    for step in change.path.split("/")[1:-1]:
        if isinstance(value, list) and int(step) >= len(value):
            return False
        value = value[int(step)] if isinstance(value, list) else value[step]
    return isinstance(value, dict)


def changed(value: Any, changes: Iterable[Change]) -> Any:
    """A changed copy; every change must have room."""
    copy = deepcopy(value)
    for change in changes:
        *steps, member = change.path.split("/")[1:]
        place = copy
        for step in steps:
            place = place[int(step)] if isinstance(place, list) else place[step]
        if change.op == "remove":
            del place[member]
        else:
            place[member] = change.value
    return copy
