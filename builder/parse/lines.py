"""One line of a file: what stands in it, and how far in."""

import re

from builder.model.document import SourceFile

# A line that begins an item of a list.
ITEM = re.compile(r" *-(?= |$)")
_TO_KEY = re.compile(r"(?: |-(?= ))*")


def line_of(source: SourceFile, number: int) -> str:
    """A line of the file, counted from 1; empty where there is none."""
    lines = source.text.split("\n")
    return lines[number - 1] if 0 < number <= len(lines) else ""


def indent_of(line: str) -> int:
    """How many spaces stand before the text."""
    return len(line) - len(line.lstrip(" "))


def key_column(line: str) -> int:
    """How many spaces and hyphens stand before the key or the text of an item."""
    match = _TO_KEY.match(line)
    return match.end() if match else 0
