"""docs/contract.md against what is published."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from builder.pipeline import Built
from tests.browser.serving import header_rules, headers_for
from tests.conformance.clients import ROOT

TEXT = (ROOT / "docs/contract.md").read_text("utf-8")
WARNINGS = "warnings/v1/"


def table(heading: str) -> list[list[str]]:
    """The rows of the table below a line that begins like this."""
    _, _, after = TEXT.partition(f"\n{heading}")
    rows = re.findall(r"^\| (.*) \|$", after.partition("\n\n")[2].partition("\n\n")[0], re.MULTILINE)
    return [row.split(" | ") for row in rows]


@pytest.fixture
def kept() -> dict[str, str]:
    """The documented Cache-Control, by a pattern of paths."""
    rows = re.findall(r"^\| `([^`]+)`.*\| `([^`]+)` \|$", TEXT.partition("## Files")[2], re.MULTILINE)
    words = {r"\*\*": ".*", r"\*": "[^/]*", "<CC>": "[A-Z]{2}", "<digest>": "[0-9a-f]{16}", "<locale>": "[a-zA-Z-]+"}
    patterns = {}
    for path, said in rows:
        pattern = re.escape(path)
        for word, meaning in words.items():
            pattern = pattern.replace(word, meaning)
        patterns[f"{WARNINGS}{pattern}"] = said
    return patterns


def test_every_documented_file_is_there_and_kept_as_long_as_documented(shipped: Built, kept: dict[str, str]) -> None:
    [headers] = [file.content.decode() for file in shipped.files if file.path == "_headers"]
    rules = header_rules(headers)
    assert len(kept) == 9
    for pattern, said in kept.items():
        found = [file.path for file in shipped.files if re.fullmatch(pattern, file.path)]
        assert found, pattern
        assert {headers_for(rules, f"/{path}")["Cache-Control"] for path in found} == {said}, pattern


def test_it_says_what_to_do_with_an_unknown_value_of_every_open_list(shipped: Built) -> None:
    [bundle] = [json.loads(file.content) for file in shipped.files if file.path == f"{WARNINGS}schema/bundle.json"]
    documented = {name for row in table("What to do with a value") for name in re.findall(r"`([^`]+)`", row[0])}
    assert {"kind", "friction", "who"} <= set(open_lists(bundle)) <= documented
    assert "direction" in documented


def open_lists(part: Any, member: str = "") -> Iterator[str]:
    """The members that are open lists."""
    if isinstance(part, dict):
        match part.get("anyOf"):
            case [{"enum": _}, {"type": "string"}]:
                yield member
        for name, inner in part.items():
            yield from open_lists(inner, member if name in ("anyOf", "items") else name)
    elif isinstance(part, list):
        for inner in part:
            yield from open_lists(inner, member)
