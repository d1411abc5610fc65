"""Problems as lines, and what a build came to: plain text, which loads nothing."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from builder.model.problem import Problem
from builder.press.outcome import Outcome


def concise(problem: Problem) -> str:
    """One line: `file:line:column severity code message`."""
    place = problem.place
    return f"{place.file}:{place.line}:{place.column} {problem.severity} {problem.code} {problem.message}"


def count_line(problems: Sequence[Problem]) -> str:
    """`2 errors and 1 warning in 2 files.`"""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings, places = len(problems) - errors, len({problem.place.file for problem in problems})
    if not problems:
        return "No problems."
    parts = [_plural(count, noun) for count, noun in ((errors, "error"), (warnings, "warning")) if count]
    return f"{' and '.join(parts)} in {_plural(places, 'file')}."


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


def explanations() -> dict[str, str]:
    """All of `explanations.md`: a heading per code, its text below."""
    text = (Path(__file__).parents[1] / "explanations.md").read_text("utf-8")
    parts = text.split("\n## ")[1:]
    return {part.partition("\n")[0]: part.partition("\n")[2].strip() for part in parts}
