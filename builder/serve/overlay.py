"""Problems → what the preview lays over the page."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from builder.model.problem import Problem
from builder.parse.reading import read_file

# More would not be read, and the first ones are often the cause of the rest.
_MOST = 20
# Of a long line only so many characters before the spot, and so many in all.
_BEFORE, _LONGEST = 60, 240


def overlaid(problems: Sequence[Problem], root: Path) -> dict[str, Any]:
    """`{count, problems: [{place, open, code, message, hint, before, marked, after, mended}]}`.

    The line in which a problem stands comes in three parts; `mended` is the line with the correction made, or empty.
    `open` opens the place in VS Code.
    """
    shown = problems[:_MOST]
    texts = {problem.place.file: read_file(root, problem.place.file).source.text for problem in shown}
    return {
        "count": len(problems),
        "problems": [_shown(problem, texts[problem.place.file], root) for problem in shown],
    }


def _shown(problem: Problem, text: str, root: Path) -> dict[str, str]:
    place = problem.place
    spot = f"{place.file}:{place.line}:{place.column}"
    line, start = _line(text, place.line), place.column - 1
    first = max(0, start - _BEFORE) if len(line) > _LONGEST else 0
    end = start + place.width
    return {
        "place": spot,
        "open": (root / place.file).as_uri().replace("file://", "vscode://file", 1) + f":{place.line}:{place.column}",
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "before": line[first:start],
        "marked": line[start:end],
        "after": line[end : first + _LONGEST],
        "mended": _mended(problem, text),
    }


def _mended(problem: Problem, text: str) -> str:
    """The corrected line, if it is another one and short enough to be read."""
    if problem.correction is None:
        return ""
    number = problem.correction.place.line
    line = _line(problem.correction.applied(text), number)
    return line if line != _line(text, number) and len(line) <= _LONGEST else ""


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1] if number <= len(lines) else ""
