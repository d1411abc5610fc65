"""What no portion can see by itself."""

from collections.abc import Mapping

from builder.model.problem import Problem
from builder.press.division import Portion
from builder.press.ledger import Entry
from builder.press.workbench import Workbench


def numbers_named_elsewhere(
    bench: Workbench, portions: Mapping[str, Portion], entries: Mapping[str, Entry]
) -> tuple[Problem, ...]:
    """The problems of words that name the number of a contact of another portion."""
    problems: list[Problem] = []
    for name, entry in entries.items():
        if entry.spoken:
            others = (other.numbers for known, other in entries.items() if known != name)
            numbers = {digits: contact for known in others for digits, contact in known.items()}
            if not entry.spoken.isdisjoint(numbers):
                problems += bench.checked(portions[name], numbers).entry.problems
    return tuple(problems)
