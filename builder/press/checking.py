"""A check in which something is due."""

from builder.model.order import Order
from builder.model.problem import Problem
from builder.press.crew import worked
from builder.press.division import COMMON
from builder.press.joint import numbers_named_elsewhere
from builder.press.ledger import Ledger
from builder.press.outcome import problems_of
from builder.press.survey import Survey
from builder.press.workbench import Workbench


def check_anew(order: Order, ledger: Ledger, found: Survey) -> tuple[Problem, ...]:
    """The problems of what is due, and of what still holds."""
    bench = Workbench(order, found.stamps, found.conditions["theme"])
    entries = {name: ledger.entries[name] for name in found.portions if name not in found.due}
    if COMMON in found.due:
        entries[COMMON] = bench.checked(found.portions[COMMON], {}).entry
    wanted = tuple(found.portions[name] for name in found.due if name != COMMON)
    entries |= {each.name: each.entry for each in worked(bench, wanted, None)}
    named = numbers_named_elsewhere(bench, found.portions, entries)
    return tuple(sorted({*problems_of(entries.values()), *named}))
