"""One file's text → value and positions, over libyaml's events: slow and exact, it finds and explains every problem.

Stricter than YAML: one document, no anchors, tags or merges, no key twice, limited depth and size, and every scalar
stays text until the schema gives it a type. So `NO` is Norway, `018222` keeps its zero and `+85218222` never becomes
a sum.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml
from yaml import events

from builder.model.codes import Code
from builder.model.document import Document, Node, Path, Positions, SourceFile, nowhere
from builder.model.problem import Place, Problem
from builder.parse.bare_text import slips_in_bare_text, swallowed
from builder.parse.characters import faults_at
from builder.parse.repairs import first_that_mends, value_in_quotes
from builder.parse.syntax_errors import syntax_problem
from builder.parse.tabs import tab_indents

# The caps bound the work a hostile file can cause; no file of ours comes near them.
MAX_DEPTH = 12
MAX_NODES = 6_000
MAX_SCALAR = 8_192
# Nobody mends more at once; a file that is wrong throughout is wrong in one way.
MOST_PROBLEMS = 100

Event = Any  # PyYAML's stubs leave out what libyaml's events carry


class _Refused(Exception):
    """Ends the reading of a file whose structure cannot be trusted."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def read_strictly(source: SourceFile) -> Document:
    """A document whose value is made of text, lists and mappings only, with the place of every key and value."""
    if tabs := tuple(islice(tab_indents(source, read_strictly), MOST_PROBLEMS)):
        return Document(source, None, nowhere, tabs)
    reader = _Reader(source)
    value: Node | None = None
    try:
        value = reader.read()
    except _Refused as refused:
        reader.problems.append(refused.problem)
    except yaml.YAMLError as error:
        reader.problems.append(syntax_problem(source, error))
    if value is None and not reader.problems:
        hint = "Write its keys, or remove the file."
        reader.problems.append(Problem(Place(source.path), "empty-file", "This file holds nothing yet.", hint))
    positions = Positions(source.path, reader.values, reader.keys)
    return Document(source, value, lambda _source: positions, tuple(reader.problems[:MOST_PROBLEMS]))


def located(source: SourceFile) -> Positions:
    """Where every key and value of a file stands."""
    return read_strictly(source).positions


class _Reader:
    """Walks the events once, and notes where every key and value stands."""

    def __init__(self, source: SourceFile) -> None:
        self._events: Iterator[Event] = yaml.parse(source.text, Loader=yaml.CSafeLoader)
        self._source = source
        self._file = source.path
        self._lines = [*source.text.split("\n"), ""]
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.problems: list[Problem] = []
        self._nodes = 0

    def read(self) -> Node | None:
        value: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, events.DocumentStartEvent):
                documents += 1
                if event.version or event.tags:
                    raise self._refuse(event, "yaml-feature", "Directives (%) are not used here.", "Remove the line.")
                if documents > 1:
                    raise self._refuse(event, "yaml-feature", "A second document starts here.", "Remove the line ---.")
            elif isinstance(event, events.NodeEvent):
                value = self._node(event, ())
        return None if value == "" else value

    def _node(self, event: Event, path: Path) -> Node:
        place = self._place(event)
        self.values[path] = place
        self._refuse_features(event)
        self._count(event)
        if len(path) > MAX_DEPTH:
            raise self._refuse(event, "too-deep", f"More than {MAX_DEPTH} levels stand here.", "Look for brackets.")
        if isinstance(event, events.SequenceStartEvent):
            return self._list(path)
        if isinstance(event, events.MappingStartEvent):
            return self._mapping(path)
        return self._scalar(event, place)

    def _count(self, event: Event) -> None:
        """Keys that stand twice count twice, so they cannot be told by what was kept."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            message = f"More than {MAX_NODES:,} names and values stand in this file."
            raise self._refuse(event, "file-too-large", message, "Look what was pasted in.")

    def _refuse_features(self, event: Event) -> None:
        if isinstance(event, events.AliasEvent) or event.anchor is not None:
            hint = "Write the text out in every place, or put quotes around a text that starts with & or *."
            raise self._unquoted(event, "Anchors and aliases (& and *) are not used here.", hint)
        if event.tag is not None:
            hint = "Remove it, or put quotes around a text that starts with !."
            raise self._unquoted(event, "Tags (!) are not used here.", hint)

    def _text(self, event: Event, place: Place) -> str:
        text: str = event.value
        if len(text) > MAX_SCALAR:
            message = f"This text has {len(text):,} characters; no text of ours has more than {MAX_SCALAR:,}."
            hint = "Look what was pasted in, or for a missing quotation mark."
            raise self._refuse(event, "text-too-long", message, hint)
        if event.style == '"':
            # The raw text was searched already; this finds what an escape such as "\u202e" brought in.
            self.problems.extend(faults_at(place, text))
        return text

    def _scalar(self, event: Event, place: Place) -> str:
        text = self._text(event, place)
        if not event.style:
            end = event.end_mark
            if "-" in text:
                self.problems.extend(swallowed(self._lines, place, max(place.line, end.line + (end.column > 0))))
            rest = self._lines[end.line][end.column :]
            if not rest and '"' not in text:
                return text  # nearly every text, so nothing more is made for it
            after = Place(self._file, end.line + 1, end.column + len(rest) - len(rest.lstrip()) + 1)
            self.problems.extend(slips_in_bare_text(self._source, text, place, after, rest))
        return text.rstrip("\n")

    def _list(self, path: Path) -> list[Node]:
        items: list[Node] = []
        while not isinstance(event := next(self._events), events.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, Node]:
        mapping: dict[str, Node] = {}
        while not isinstance(event := next(self._events), events.MappingEndEvent):
            key = self._key(event, path)
            value = self._node(next(self._events), (*path, key))
            mapping.setdefault(key, value)
        return mapping

    def _key(self, event: Event, path: Path) -> str:
        if not isinstance(event, events.ScalarEvent):
            raise self._refuse(event, "yaml-feature", "A key must be plain text.")
        self._refuse_features(event)
        self._count(event)
        place = self._place(event)
        key = self._text(event, place)
        if key == "<<":
            raise self._refuse(event, "yaml-feature", "Merge keys (<<) are not used here.")
        first = self.keys.setdefault((*path, key), place)
        if first is not place:
            message = f"The key “{key}” stands here a second time; the first is in line {first.line}."
            self.problems.append(Problem(place, "duplicate-key", message, "Remove one of the two."))
        return key

    def _place(self, event: Event) -> Place:
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if start.line == end.line else 1
        return Place(self._file, start.line + 1, start.column + 1, max(width, 1))

    def _unquoted(self, event: Event, message: str, hint: str) -> _Refused:
        """A feature of YAML that somebody used who meant a text; in quotes it is one."""
        place = self._place(event)
        quoted = first_that_mends(self._source, value_in_quotes(self._source, place.line, place.column - 1))
        return _Refused(Problem(place, "yaml-feature", message, hint, correction=quoted))

    def _refuse(self, event: Event, code: Code, message: str, hint: str = "") -> _Refused:
        return _Refused(Problem(self._place(event), code, message, hint))
