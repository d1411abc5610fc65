"""What no portion can see by itself."""

from collections.abc import Mapping
from dataclasses import replace

from builder.press.division import Portion
from builder.press.ledger import Entry
from builder.press.workbench import Workbench


def aware_of_others(
    bench: Workbench, portions: Mapping[str, Portion], entries: Mapping[str, Entry]
) -> dict[str, Entry]:
    """The entries; one whose words name the number of a contact of another portion is checked again, knowing that."""
    return {name: _aware(bench, portions[name], entry, entries) for name, entry in entries.items()}


def _aware(bench: Workbench, portion: Portion, entry: Entry, entries: Mapping[str, Entry]) -> Entry:
    if not entry.spoken:
        return entry
    others = (other.numbers for name, other in entries.items() if name != portion.name)
    numbers = {digits: contact for known in others for digits, contact in known.items()}
    if entry.spoken.isdisjoint(numbers):
        return entry
    again = bench.checked(portion, numbers).entry
    return replace(entry, problems=again.problems, suppressed=again.suppressed)
