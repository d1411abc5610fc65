"""Authors' files: as text, and as values that know where they stand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

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


@dataclass(frozen=True, eq=False)
class Document:
    """Every file yields one, even a broken or empty one: then `value` is None and `problems` says why.

    Hardly any place is ever asked for, so `locate` finds them on the first question.
    """

    source: SourceFile
    value: Node | None
    locate: Callable[[SourceFile], Positions] = field(repr=False)
    problems: tuple[Problem, ...] = ()

    @cached_property
    def positions(self) -> Positions:
        """Where every key and value stands."""
        return self.locate(self.source)


def nowhere(source: SourceFile) -> Positions:
    """The positions in a file that has no values: every question leads to its first line."""
    return Positions(source.path)
