"""What a build came to."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from builder.model.chapter import Told
from builder.model.problem import Problem
from builder.model.suppressed import Findings
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
    found: Findings
    told: tuple[Told, ...] = ()
    outputs: Mapping[str, Output] = field(default_factory=dict)
    made: Mapping[str, str] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the gate found, without what is suppressed."""
        return self.found.problems


def standing(ledger: Ledger) -> Outcome:
    """What a ledger says, where nothing had to be made."""
    entries, found = ledger.entries.values(), findings_of(ledger.entries.values())
    outputs = dict(ledger.front)
    for entry in entries:
        outputs |= entry.outputs
    told = tuple(entry.told for entry in entries if entry.told)
    return Outcome(True, found, told, outputs)


def findings_of(entries: Iterable[Entry]) -> Findings:
    """All problems, each once, by place. A suppression that any part needs is not idle."""
    entries = tuple(entries)
    suppressed = {each for entry in entries for each in entry.suppressed}
    needed = {each.by for each in suppressed}
    problems = {problem for entry in entries for problem in entry.problems}
    kept = (each for each in problems if not (each.code == "idle-suppression" and each.place in needed))
    return Findings(tuple(sorted(kept)), tuple(sorted(suppressed)))
