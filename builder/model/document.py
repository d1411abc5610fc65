"""Authors' files: as text, and as values that know where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.model.problem import Place, Problem

Node = str | list["Node"] | dict[str, "Node"]
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class SourceFile:
    """A file below the root. `path` has forward slashes; `digest` is the SHA-256 of its bytes in hex."""

    path: str
    text: str
    digest: str


@dataclass(frozen=True)
class Positions:
    """Where keys and values stand, as a tree beside the value: both are looked up by the same path."""

    file: str
    values: Mapping[Path, Place] = field(default_factory=dict)
    keys: Mapping[Path, Place] = field(default_factory=dict)

    def value(self, path: Path) -> Place:
        """The place of a value, or of its nearest ancestor that has one."""
        while path not in self.values and path:
            path = path[:-1]
        return self.values.get(path, Place(self.file))

    def key(self, path: Path) -> Place:
        """The place of a key, or of the value where there is no key (items of a list)."""
        return self.keys.get(path) or self.value(path)


@dataclass(frozen=True)
class Document:
    """Every file yields one, even a broken or empty one: then `value` is None and `problems` says why."""

    source: SourceFile
    value: Node | None
    positions: Positions
    problems: tuple[Problem, ...] = ()
