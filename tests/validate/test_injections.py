"""Strings in braces go no further than the gate: whatever looks like a template's expression is a name nobody knows."""

from pathlib import Path

from builder.model.content.placeholders import placeholders_in
from tests.browser.injecting import injections
from tests.conftest import edit, found

FILE = "content/jurisdictions/NO/en.yml"
KNOWN = {"exchange"}


def test_every_injected_expression_is_an_unknown_placeholder(project: Path) -> None:
    expressions = [text for text in injections() if set(placeholders_in(text)) - KNOWN]
    assert len(expressions) >= 10
    notes = "".join(f"  - '{text.replace(chr(39), chr(39) * 2)}'\n" for text in expressions)
    text = (project / FILE).read_text("utf-8")
    start = text.index("\nlocal_notes:\n") + len("\nlocal_notes:\n")
    edit(project, FILE, text[start:], notes)
    first = text[:start].count("\n") + 1
    refused = {line for file, line, code in found(project) if file == FILE and code == "unknown-placeholder"}
    assert refused == set(range(first, first + len(expressions)))
