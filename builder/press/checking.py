"""A check in which something is due."""

from builder.model.order import Order
from builder.model.suppressed import Findings
from builder.press.crew import worked
from builder.press.division import COMMON
from builder.press.joint import aware_of_others
from builder.press.ledger import Ledger
from builder.press.outcome import findings_of
from builder.press.survey import Survey
from builder.press.workbench import Workbench


def check_anew(order: Order, ledger: Ledger, found: Survey) -> Findings:
    """The problems of what is due, and of what still holds."""
    bench = Workbench(order, found.stamps)
    entries = {name: ledger.entries[name] for name in found.portions if name not in found.due}
    if COMMON in found.due:
        entries[COMMON] = bench.checked(found.portions[COMMON], {}).entry
    wanted = tuple(found.portions[name] for name in found.due if name != COMMON)
    entries |= {each.name: each.entry for each in worked(bench, wanted, None)}
    return findings_of(aware_of_others(bench, found.portions, entries).values())
