"""Attacks at length, and shows what came of it: `python -m tests.faults [--brief] [PART-OF-A-NAME ...]`."""

import sys

from tests.faults.fresh import attacked
from tests.faults.kinds import CONTROL, KINDS
from tests.faults.tally import Tally


def main() -> None:
    at_length = "--brief" not in sys.argv
    wanted = [part for part in sys.argv[1:] if part != "--brief"] or [""]
    _say("kind", *Tally.columns())
    total = Tally()
    for name in KINDS:
        if name != CONTROL and any(part in name for part in wanted):
            tally = attacked(name, at_length=at_length)
            _show(name, tally)
            total += tally
    _show("all", total)
    control = attacked(CONTROL, at_length=at_length)
    _show(CONTROL, control)
    if total.harm or not control.mixed:
        sys.exit("The site was harmed." if total.harm else "The control was not harmed: the attacks prove nothing.")


def _show(name: str, tally: Tally) -> None:
    _say(name, *(f"{count:,.0f}" for count in tally.counts().values()))


def _say(name: str, *cells: str) -> None:
    sys.stdout.write(f"{name:43}{''.join(f'{cell:>10}' for cell in cells)}\n")
    sys.stdout.flush()


main()
