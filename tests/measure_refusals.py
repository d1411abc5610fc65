"""How long the gate takes to refuse each bad input, and how much memory: `python -m tests.measure_refusals`.

Time: all in this process, on the processor; the check of the spoilt project minus that of the sound one, each the
best of three.
Memory: each in a process of its own, its peak. Nothing here is a test: figures of a busy machine mislead.
"""

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from builder.model.order import Order
from builder.pipeline import check
from tests.bad_inputs import BAD_INPUTS, BadInput
from tests.conftest import GOLDEN, SHIPPED, TODAY, copy_project

MOST_MILLISECONDS, MOST_MEGABYTES = 100, 200
_ROUNDS = 3
# Linux counts the peak in kilobytes, macOS in bytes.
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


class Measured(NamedTuple):
    """What one refusal cost, and whether it was the right one."""

    bad: BadInput
    milliseconds: float
    megabytes: float
    right: bool


def measured() -> Iterator[Measured]:
    """Every bad input, measured."""
    with TemporaryDirectory() as name:
        sound, _ = _best(copy_project(GOLDEN, Path(name) / "sound"))
        for bad in BAD_INPUTS:
            project = copy_project(GOLDEN, Path(name) / bad.id)
            bad.spoil(project)
            seconds, said = _best(project)
            yield Measured(bad, max(seconds - sound, 0) * 1000, _peak(project), bad.expected in said)


def _best(project: Path) -> tuple[float, set[str]]:
    seconds, said = [], set()
    for _ in range(_ROUNDS):
        start = process_time()
        problems = check(Order(project, TODAY, production=True)).verdict.problems
        seconds.append(process_time() - start)
        places = ((problem.place, problem.code) for problem in problems)
        said = {f"{place.file}:{place.line}:{place.column} {code}" for place, code in places}
    return min(seconds), said


def _peak(project: Path) -> float:
    """Megabytes of a process that checks this project and nothing else."""
    command = [sys.executable, "-m", "tests.measure_refusals", str(project)]
    return float(subprocess.run(command, cwd=SHIPPED, capture_output=True, text=True, check=True).stdout)


def _tell_peak(project: Path) -> None:
    check(Order(project, TODAY))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _PEAK_UNIT / 1_000_000
    sys.stdout.write(f"{peak:.1f}\n")


def main() -> None:
    """Prints a row per bad input, and the worst of all."""
    table = Table("bad input", "ms", "MB", "as expected")
    rows = list(measured())
    for row in rows:
        table.add_row(row.bad.id, f"{row.milliseconds:.1f}", f"{row.megabytes:.0f}", "yes" if row.right else "NO")
    slowest, largest = max(rows, key=lambda row: row.milliseconds), max(rows, key=lambda row: row.megabytes)
    console = Console()
    console.print(table)
    console.print(f"{sum(row.right for row in rows)} of {len(rows)} refused as expected")
    console.print(f"slowest: {slowest.bad.id}, {slowest.milliseconds:.1f} ms (target {MOST_MILLISECONDS})")
    console.print(f"largest: {largest.bad.id}, {largest.megabytes:.0f} MB (target {MOST_MEGABYTES})")


if __name__ == "__main__":
    if arguments := sys.argv[1:]:
        _tell_peak(Path(arguments[0]))
    else:
        main()
