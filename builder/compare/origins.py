"""The authors' files before and after → which of them a change comes from, where that can be known."""

from collections.abc import Iterator, Mapping
from itertools import repeat
from typing import NamedTuple

from builder.compare.difference import Kind, Origin
from builder.compare.finding import Finding
from builder.compare.numbers import forms
from builder.compare.trees import Path, leaves
from builder.model.document import Document, Node
from builder.model.document import Path as Steps


class _Home(NamedTuple):
    """Where a text stands in a file; line 0 for what is gone."""

    path: Path
    line: int


# Every place of a text in one file: a day, an address or a title often stands there more than once.
_Homes = dict[str, list[_Home]]


class Origins:
    """Every text that stands in an author's file on one side only, with its places."""

    def __init__(self, before: Mapping[str, Document], after: Mapping[str, Document]) -> None:
        self.homes: dict[str, _Homes] = {}
        for path in sorted({*before, *after}):
            old, new = before.get(path), after.get(path)
            if old is None or new is None or old.source.digest != new.source.digest:
                self.homes[path] = {**_only_in(old, new, placed=False), **_only_in(new, old, placed=True)}

    def of(self, finding: Finding) -> tuple[Origin, ...]:
        """The line of the text, or the only file that can be meant; nothing if several can."""
        files = [path for path in self.homes if path.startswith(finding.folder)] or list(self.homes)
        for text in (text for text in _written(finding) if text):
            standing = ((path, self.homes[path].get(text)) for path in files)
            if found := [Origin(path, _line_of(homes, finding.path)) for path, homes in standing if homes]:
                return tuple(found)
        return (Origin(files[0]),) if len(files) == 1 else ()


def _written(finding: Finding) -> Iterator[str]:
    """How a value may stand in a file, the new one first: a number is there without what is said about it."""
    for text in (finding.after, finding.before):
        yield text
        if finding.kind is Kind.phone and text:
            yield from forms(text)


def _line_of(homes: list[_Home], path: Path) -> int:
    """The line of the home that lies most like the path in the tree; 0 where several are as likely."""
    best = max(_likeness(home, path) for home in homes)
    lines = {home.line for home in homes if _likeness(home, path) == best}
    return lines.pop() if len(lines) == 1 else 0


def _likeness(home: _Home, path: Path) -> tuple[int, int]:
    """How many steps both share, then how few the home has beside them: an address is not that of its source."""
    shared = len(set(home.path) & set(path))
    return shared, -len(home.path) if shared else 0


def _only_in(one: Document | None, other: Document | None, *, placed: bool) -> _Homes:
    """Texts that the other does not have in the same place, with their lines; line 0 for what is gone."""
    found: _Homes = {}
    if one is not None and one.value is not None:
        elsewhere = set(leaves(other.value)) if other and other.value is not None else set()
        lines = _lines(one, one.value, ()) if placed else repeat(0)
        for (path, text), line in zip(leaves(one.value), lines, strict=False):
            if (path, text) not in elsewhere:
                found.setdefault(text, []).append(_Home(path, line))
    return found


def _lines(document: Document, value: Node, steps: Steps) -> Iterator[int]:
    """The line of every text, in the order of `leaves`."""
    if isinstance(value, str):
        yield from [document.positions.value(steps).line] * bool(value)
        return
    for step, item in value.items() if isinstance(value, dict) else enumerate(value):
        yield from _lines(document, item, (*steps, step))
