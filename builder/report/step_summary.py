"""Problems → the Markdown that GitHub shows on the page of a run."""

from collections.abc import Sequence

from builder.model.problem import Problem
from builder.report.machines import gravest_first
from builder.report.markdown import code, escaped
from builder.report.plain import count_line

# GitHub keeps a megabyte for each step; nobody reads as many.
_MOST_ROWS = 100


def step_summary(problems: Sequence[Problem], counted: str = "") -> str:
    """A heading with the count, and a table with a line for each problem, the gravest first."""
    lines = ["## Check of the content", "", counted or count_line(problems), ""]
    if problems:
        lines += [
            "| | where | what | how to mend it |",
            "|---|---|---|---|",
            *map(_row, gravest_first(problems)[:_MOST_ROWS]),
        ]
    if len(problems) > _MOST_ROWS:
        lines += ["", f"… and {len(problems) - _MOST_ROWS} more."]
    return "\n".join(lines) + "\n"


def _row(problem: Problem) -> str:
    kind, where = f"{problem.severity} `{problem.code}`", code(f"{problem.place.file}:{problem.place.line}")
    return f"| {kind} | {where} | {escaped(problem.message)} | {escaped(problem.hint)} |"
