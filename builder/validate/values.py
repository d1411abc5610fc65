"""Values at paths: what stands there, and the same value with something else there."""

from builder.model.document import Node, Path


def value_at(value: Node, path: Path) -> Node | None:
    """What stands at a path, or None where it leads nowhere."""
    inner: Node | None = value
    for part in path:
        if isinstance(inner, dict):
            inner = inner.get(str(part))
        elif isinstance(inner, list) and isinstance(part, int):
            inner = inner[part]
        else:
            return None
    return inner


def name_at(path: Path) -> str:
    """What an author calls it: the last name in a path, since items of a list have only numbers."""
    return next((part for part in reversed(path) if isinstance(part, str)), "the file")


def with_value(value: Node, path: Path, inner: Node) -> Node:
    """A value that differs in what stands at the path."""
    if not path:
        return inner
    first, rest = path[0], path[1:]
    if isinstance(value, dict):
        return {key: with_value(item, rest, inner) if key == first else item for key, item in value.items()}
    if isinstance(value, list):
        return [with_value(item, rest, inner) if number == first else item for number, item in enumerate(value)]
    return value


def with_key(value: Node, path: Path, name: str) -> Node:
    """A value in which the key at the end of the path has another name, in the same order."""
    owner = value_at(value, path[:-1])
    if not isinstance(owner, dict):
        return value
    return with_value(value, path[:-1], {name if key == path[-1] else key: item for key, item in owner.items()})
