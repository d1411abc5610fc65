"""What a build came to."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from builder.model.chapter import Told
from builder.model.problem import Problem
from builder.press.ledger import Entry, Ledger, Output

if TYPE_CHECKING:
    from builder.model.trust import Keys


# Hears how many chapters are done, of how many.
Progress = Callable[[int, int], None]


class KeyRing(Protocol):
    """Keys that are opened only if something has to be signed."""

    @property
    def mark(self) -> str:
        """Changes with the keys; an empty one is like no other."""
        ...

    def open(self) -> "Keys":
        """The keys. Raises KeyUnusable."""
        ...


@dataclass(frozen=True)
class Outcome:
    """`published` says whether the site is now what the content says; if not, `problems` or `told` say why.

    `made` names what was made, with the reason; nothing in it means that all stood already.
    """

    published: bool
    problems: tuple[Problem, ...]
    told: tuple[Told, ...] = ()
    outputs: Mapping[str, Output] = field(default_factory=dict)
    made: Mapping[str, str] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)


def standing(ledger: Ledger) -> Outcome:
    """What a ledger says, where nothing had to be made."""
    entries = ledger.entries.values()
    outputs = dict(ledger.front)
    for entry in entries:
        outputs |= entry.outputs
    return Outcome(True, problems_of(entries), tuple(entry.told for entry in entries if entry.told), outputs)


def problems_of(entries: Iterable[Entry]) -> tuple[Problem, ...]:
    """All problems, each once, by place."""
    return tuple(sorted({problem for entry in entries for problem in entry.problems}))
