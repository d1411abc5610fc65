"""Problems as lines, and what a build came to: plain text, which loads nothing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import get_args

from builder.model.codes import Code
from builder.model.problem import Problem, Severity
from builder.model.protection import usual_severity, why_protected
from builder.model.suppressed import Suppressed
from builder.press.outcome import Outcome


def concise(problem: Problem) -> str:
    """One line: `file:line:column severity code message`."""
    place = problem.place
    return f"{place.file}:{place.line}:{place.column} {problem.severity} {problem.code} {problem.message}"


def count_line(problems: Sequence[Problem], suppressed: Sequence[Suppressed] = ()) -> str:
    """`2 errors and 1 warning in 2 files; 3 suppressed until 2026-12-31.`"""
    return f"{_counted(problems)}{_suppressed(suppressed)}."


def _counted(problems: Sequence[Problem]) -> str:
    if not problems:
        return "No problems"
    counts = Counter(problem.severity for problem in problems)
    *first, last = [_plural(counts[kind], kind) for kind in get_args(Severity) if counts[kind]]
    named = f"{', '.join(first)} and {last}" if first else last
    return f"{named} in {_plural(len({problem.place.file for problem in problems}), 'file')}"


def _suppressed(suppressed: Sequence[Suppressed]) -> str:
    if not suppressed:
        return ""
    days = sorted({each.until for each in suppressed})
    until = f"until {days[0]}" if len(days) == 1 else f"the first until {days[0]}"
    return f"; {len(suppressed)} suppressed{'' if len(days) == 1 else ','} {until}"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def summary(outcome: Outcome) -> str:
    """Pages, bundles, bytes, what was made and why it took as long as it took."""
    return "\n".join(f"{name:<10} {value}" for name, value in _rows(outcome))


def _rows(outcome: Outcome) -> Iterator[tuple[str, str]]:
    yield "chapters", f"{len(outcome.told):,}, {_made(outcome)}"
    yield "pages", f"{sum(path.endswith('.html') for path in outcome.outputs):,}"
    yield "bundles", f"{sum(told.bundles for told in outcome.told):,}"
    yield "files", f"{len(outcome.outputs):,}"
    yield "bytes", f"{sum(output.size for output in outcome.outputs.values()):,}"
    yield from (("held back", told.held_back) for told in outcome.told if told.held_back)
    yield from ((stage, f"{seconds:.2f} s") for stage, seconds in outcome.seconds.items())


def _made(outcome: Outcome) -> str:
    made = sum(told.place in outcome.made for told in outcome.told)
    return f"{made:,} made anew" if outcome.made else "nothing has changed"


def reasons(outcome: Outcome) -> Iterator[str]:
    """Why each part was made anew, one line each."""
    for name, why in outcome.made.items():
        yield f"{name or 'common to all'}: {why}"
    if not outcome.made:
        yield "Nothing was made: all that stands is what the content says."


def standing_of(code: Code) -> str:
    """How grave a problem is by itself, and whether a project may lower that: one sentence."""
    kind, reason = usual_severity(code), why_protected(code)
    lowered = f"It cannot be lowered: {reason}." if reason else "It can be lowered or suppressed in site_config.yml."
    return f"This is {'an' if kind == 'error' else 'a'} {kind}. {lowered}"
