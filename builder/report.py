"""Problems as text for people, as lines for tools, as JSON; and what a build made, as a table."""

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from rich.console import Console
from rich.table import Table
from rich.text import Text

from builder.approval.changes import dangerous_changes, worded_changes
from builder.approval.signing import Asked
from builder.model.document import Document
from builder.model.problem import Problem
from builder.pipeline import Built

# Of a line that is longer, only the part around the spot is shown.
_LONGEST_EXCERPT, _BEFORE = 400, 40
_COLOURS = {"error": "bold red", "warning": "bold yellow"}


def as_json(problems: Sequence[Problem]) -> str:
    """`{"problems": [{"code", "severity", "file", "line", "column", "message", "hint"}]}`."""
    rows = [
        {
            "code": problem.code,
            "severity": problem.severity,
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps({"problems": rows}, indent=2, ensure_ascii=False)


def concise(problem: Problem) -> str:
    """One line: `file:line:column severity code message`."""
    place = problem.place
    return f"{place.file}:{place.line}:{place.column} {problem.severity} {problem.code} {problem.message}"


def full(problem: Problem, documents: Mapping[str, Document]) -> Text:
    """Place and code, the sentence, the source line with a caret below the spot, and the hint."""
    place = problem.place
    text = Text(f"{place.file}:{place.line}:{place.column} ")
    text.append(f"{problem.severity} {problem.code}", style=_COLOURS[problem.severity])
    text.append(f"\n  {problem.message}\n")
    source = documents.get(place.file)
    lines = source.source.text.split("\n") if source else []
    if place.line <= len(lines) and lines[place.line - 1].strip():
        text.append_text(_excerpt(lines[place.line - 1], place.line, place.column, place.width))
    if problem.hint:
        text.append(f"  Hint: {problem.hint}\n", style="cyan")
    return text


def _excerpt(line: str, number: int, column: int, width: int) -> Text:
    gutter = f"  {number} | "
    first = max(0, column - 1 - _BEFORE) if len(line) > _LONGEST_EXCERPT else 0
    shown = line.replace("\t", " ")[first : first + _LONGEST_EXCERPT]
    before, marked = shown[: column - 1 - first], shown[column - 1 - first : column - 1 - first + width]
    text = Text(f"{gutter}{shown}\n", style="dim")
    text.append(
        " " * (len(gutter) - 2) + "| " + " " * _cells(before) + "^" * max(_cells(marked), 1) + "\n", style="red"
    )
    return text


def _cells(text: str) -> int:
    """Columns a text takes on a terminal: Chinese characters take two, combining marks none."""
    wide = {"W": 2, "F": 2}
    return sum(0 if unicodedata.combining(char) else wide.get(unicodedata.east_asian_width(char), 1) for char in text)


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


def summary(built: Built) -> Table:
    """Pages, bundles, bytes and the time of each stage."""
    table = Table(title="Built", show_header=False, title_justify="left")
    if built.site:
        table.add_row("pages", f"{len(built.site.pages):,}")
        table.add_row("bundles", f"{len(built.site.bundles):,}")
    table.add_row("files", f"{len(built.files):,}")
    table.add_row("bytes", f"{sum(len(file.content) for file in built.files):,}")
    for held in built.standings:
        if not held.publishable:
            table.add_row("held back", str(held))
    for stage, seconds in built.seconds.items():
        table.add_row(stage, f"{seconds:.2f} s")
    table.add_row("together", f"{sum(built.seconds.values()):.2f} s")
    return table


def explanations() -> dict[str, str]:
    """All of `explanations.md`: a heading per code, its text below."""
    text = (files("builder") / "explanations.md").read_text("utf-8")
    parts = text.split("\n## ")[1:]
    return {part.partition("\n")[0]: part.partition("\n")[2].strip() for part in parts}


def stderr_console() -> Console:
    """Problems and progress go to stderr; rich honours NO_COLOR and knows when it is not a terminal."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def approval_lines(request: Asked) -> Iterator[Text]:
    """What a party is asked to sign: every number and address that differs first, then the words of each language."""
    content, before, statement = request.proposal.content, request.before, request.proposal.statement
    yield Text(f"{statement.jurisdiction}, release {statement.version}, valid until {statement.expires:%Y-%m-%d}.")
    yield Text("Compared with the last approved release." if before else "Nothing was approved before: all is new.")
    facts = dangerous_changes(before, content)
    yield Text(f"\nNumbers, addresses and dates that differ: {len(facts)}", style="bold")
    for change in facts:
        yield Text.assemble(f"  {change.where}: ", (change.before, "red"), " → ", (change.after or "nothing", "green"))
    for locale, words in worded_changes(before, content).items():
        yield Text(f"\nTexts in {locale} that differ: {len(words)}", style="bold")
        for change in words:
            yield Text.assemble((f"  {change.where}", "dim"))
            yield from (Text(f"    - {text}", style="red") for text in (change.before,) if text)
            yield from (Text(f"    + {text}", style="green") for text in (change.after,) if text)
    for locale, bundle in content.bundles.items():
        yield Text(f"{locale}.json: {len(bundle):,} bytes, SHA-256 {hashlib.sha256(bundle).hexdigest()}", style="dim")
