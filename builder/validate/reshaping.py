"""A value of the wrong shape → the value that was meant, and the correction that makes it that."""

import re
from collections.abc import Iterator

from builder.model.document import Document, Node
from builder.model.problem import Correction, Place
from builder.model.quoting import in_quotes, said_by
from builder.validate.corrections import standing_at
from builder.validate.finding import Finding

# A text that a colon or a brace broke, to the end of its line; what follows a # may be a comment or part of it.
_TAIL = re.compile(r"[^?\s](?:(?!\s#).)*")
# A word that needs no quotes in brackets: its first sign is none that begins something else in YAML.
_NAME = r"""[^\s,\[\]{}#:"'&*!|>%@`-][^\s,\[\]{}#:"']*"""
_NAMES = re.compile(rf"{_NAME}(?:\s*,\s*{_NAME})*,?")


def reshaped(document: Document, finding: Finding) -> Iterator[tuple[Node, Correction]]:
    """What was meant as a value, and how to write it; the caller tries it on the model."""
    given, place = finding.details["input"], document.positions.value(finding.path)
    match finding.kind, given:
        case "tuple_type", str():
            yield from _listed(document, place, given)
        case "string_type", dict():
            yield from _unbroken(document, finding, place)
        case "string_type", [str() as item]:
            yield from _taken_out(document, finding, place, item)


def _listed(document: Document, place: Place, given: str) -> Iterator[tuple[Node, Correction]]:
    """`a, b` → `[a, b]`, for short names; sentences stand in lines of their own."""
    raw = standing_at(document, place)
    if said_by(raw) == given and _NAMES.fullmatch(given):
        names = [name.strip() for name in given.split(",") if name.strip()]
        listed: list[Node] = list(names)
        yield listed, Correction(place, f"[{', '.join(names)}]")


def _unbroken(document: Document, finding: Finding, place: Place) -> Iterator[tuple[Node, Correction]]:
    """`- Secret: tell nobody` → `- "Secret: tell nobody"`, if all of it stands in one line."""
    depth = len(finding.path)
    lines = {at.line for path, at in document.positions.values.items() if path[:depth] == finding.path}
    line = document.source.text.split("\n")[place.line - 1]
    tail = line[place.column - 1 :].rstrip()
    if lines == {place.line} and _TAIL.fullmatch(tail):
        yield tail, Correction(Place(place.file, place.line, place.column, len(tail)), in_quotes(tail))


def _taken_out(document: Document, finding: Finding, place: Place, item: str) -> Iterator[tuple[Node, Correction]]:
    """The only item of a list instead of the list."""
    raw, inner = standing_at(document, place), standing_at(document, document.positions.value((*finding.path, 0)))
    if raw.startswith("[") and said_by(inner) == item:
        yield item, Correction(place, inner)
    elif raw == "-" and said_by(inner) == item:
        yield item, Correction(Place(place.file, place.line, place.column, 2), "")
