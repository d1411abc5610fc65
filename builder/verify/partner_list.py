"""The list of numbers that a police partner keeps: one line each, a jurisdiction and a number, `#` for notes."""

import re
from collections import defaultdict

_LINE = re.compile(r"([A-Z]{2}(?:-[A-Z0-9]{1,3})?)\s+(\+?[0-9]{2,15})")


class UnreadableList(Exception):
    """A line that is neither a number nor a note; the message says which."""


def read_list(text: str) -> dict[str, set[str]]:
    """Numbers by jurisdiction: `HK 18222`, `US-CA 911`."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for at, line in enumerate(text.splitlines(), start=1):
        said = line.partition("#")[0].strip()
        if not said:
            continue
        found = _LINE.fullmatch(said)
        if found is None:
            raise UnreadableList(
                f"line {at}: “{said}” is not like “HK 18222”: a jurisdiction and a number without spaces"
            )
        numbers[found[1]].add(found[2])
    return dict(numbers)
