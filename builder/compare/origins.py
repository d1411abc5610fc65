"""The authors' files before and after → which of them a change comes from, where that can be known."""

from collections.abc import Iterator, Mapping
from itertools import repeat

from builder.compare.difference import Kind, Origin
from builder.compare.finding import Finding
from builder.compare.numbers import forms
from builder.compare.trees import leaves
from builder.model.document import Document, Node
from builder.model.document import Path as Steps


class Origins:
    """Every text that stands in an author's file on one side only, with its place."""

    def __init__(self, before: Mapping[str, Document], after: Mapping[str, Document]) -> None:
        self.lines: dict[str, dict[str, int]] = {}
        for path in sorted({*before, *after}):
            old, new = before.get(path), after.get(path)
            if old is None or new is None or old.source.digest != new.source.digest:
                self.lines[path] = {**_only_in(old, new, placed=False), **_only_in(new, old, placed=True)}

    def of(self, finding: Finding) -> tuple[Origin, ...]:
        """The line of the text, or the only file that can be meant; nothing if several can."""
        files = [path for path in self.lines if path.startswith(finding.folder)] or list(self.lines)
        for text in (text for text in _written(finding) if text):
            if found := [Origin(path, self.lines[path][text]) for path in files if text in self.lines[path]]:
                return tuple(found)
        return (Origin(files[0]),) if len(files) == 1 else ()


def _written(finding: Finding) -> Iterator[str]:
    """How a value may stand in a file, the new one first: a number is there without what is said about it."""
    for text in (finding.after, finding.before):
        yield text
        if finding.kind is Kind.phone and text:
            yield from forms(text)


def _only_in(one: Document | None, other: Document | None, *, placed: bool) -> dict[str, int]:
    """Texts that the other does not have in the same place, with their lines; line 0 for what is gone."""
    if one is None or one.value is None:
        return {}
    elsewhere = set(leaves(other.value)) if other and other.value is not None else set()
    lines = zip(leaves(one.value), _lines(one, one.value, ()) if placed else repeat(0), strict=False)
    return {text: line for (path, text), line in lines if (path, text) not in elsewhere}


def _lines(document: Document, value: Node, steps: Steps) -> Iterator[int]:
    """The line of every text, in the order of `leaves`."""
    if isinstance(value, str):
        yield from [document.positions.value(steps).line] * bool(value)
        return
    for step, item in value.items() if isinstance(value, dict) else enumerate(value):
        yield from _lines(document, item, (*steps, step))
