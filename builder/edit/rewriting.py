"""A file's text, and what it shall say → the same text with as little changed as can be.

Works on libyaml's tree, whose nodes know where they begin and end. Whatever is not touched stays byte for byte:
comments, order, quotes, blank lines. What comes out is read again and must say exactly what was asked for.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise, zip_longest
from typing import Any

from builder.edit import writing
from builder.model.document import Node, SourceFile
from builder.parse.quick_yaml import composed, read_yaml

# How a block may begin that says nothing of its indent.
_HEADS = ("|", "|-", "|+", ">", ">-", ">+")

Tree = Any  # PyYAML's stubs leave out libyaml's nodes


class CannotRewrite(Exception):
    """Says in a sentence why a file cannot be changed."""


@dataclass(frozen=True)
class _Edit:
    """Puts `text` instead of what stands from `start` to `end`, in characters."""

    start: int
    end: int
    text: str


def rewritten(text: str, value: Node) -> str:
    """The text of a YAML file, changed as little as possible so that it reads as `value`.

    Raises CannotRewrite if the file cannot be read as it stands.
    """
    document = read_yaml(SourceFile("", text, ""))
    if document.value is None:
        raise CannotRewrite("This file has a mistake of its own; mend it first.")
    if document.value == value:
        return text
    changed = _Rewriting(text).applied(composed(text), value)
    if read_yaml(SourceFile("", changed, "")).value == value:
        return changed
    # A form that authors hardly ever write; then the head of the file stays, and the rest is written anew.
    return _head(text) + writing.written(value)


def _head(text: str) -> str:
    lines = text.splitlines(keepends=True)
    ends = next((number for number, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    return "".join(lines[:ends])


class _Rewriting:
    """Finds the edits of one file."""

    def __init__(self, text: str) -> None:
        self._text = text

    def applied(self, root: Tree, value: Node) -> str:
        """The text with all edits made."""
        parts, done = [], 0
        # What is put in at one spot stays in the order in which it was found: from the inside out.
        for edit in sorted(self._edits(root, value, 0), key=lambda edit: edit.start):
            parts += [self._text[done : edit.start], edit.text]
            done = edit.end
        return "".join([*parts, self._text[done:]])

    def _edits(self, node: Tree, value: Node, indent: int) -> Iterator[_Edit]:
        """`indent` is the column of the key or hyphen that the node belongs to."""
        if _plain(node) == value:
            return
        if isinstance(value, str) and node.id == "scalar":
            yield self._replaced(node, value, indent)
        elif isinstance(value, dict) and value and node.id == "mapping" and node.value and not node.flow_style:
            yield from self._mapping(node, value)
        elif isinstance(value, list) and value and node.id == "sequence" and node.value:
            yield from self._flow(node, value) if node.flow_style else self._list(node, value)
        else:
            yield _Edit(self._start_after_marker(node), self._end(node), writing.after_marker(value, indent))

    def _replaced(self, node: Tree, value: str, indent: int) -> _Edit:
        said = writing.scalar(value, indent, node.style or None)
        if node.start_mark.index == node.end_mark.index:  # nothing stood there
            return _Edit(self._start_after_marker(node), node.end_mark.index, f" {said}")
        start: int = node.start_mark.index
        if said[0] == node.style == ">":
            standing = self._text[start : self._end(node)].split("\n")[1:]
            margin = " " * (len(standing[0]) - len(standing[0].lstrip(" ")))
            said = writing.folded(value, margin, [line.removeprefix(margin) for line in standing])
        if said[0] == node.style and (head := self._text[start : self._line_end(start)]) in _HEADS:
            said = head + said.removeprefix(f"{said[0]}-")  # a last line break more or less is no difference here
        return _Edit(start, self._end(node), said)

    def _mapping(self, node: Tree, value: dict[str, Node]) -> Iterator[_Edit]:
        column = node.start_mark.column
        standing = {key.value: (key, inner) for key, inner in node.value}
        renamed = _renamed(list(standing), list(value))
        before = None
        for key, inner in value.items():
            old = renamed.get(key, key)
            if old in standing:
                name, child = standing[old]
                if old != key:
                    yield _Edit(name.start_mark.index, name.end_mark.index, writing.scalar(key, 0))
                yield from self._edits(child, inner, column)
                before = child
                continue
            line = writing.entry(key, inner, column)
            if before is None:
                start = node.start_mark.index
                yield _Edit(start, start, f"{line}\n{' ' * column}")
            else:
                yield self._inserted(before, column, line)
        for key in standing.keys() - value.keys() - set(renamed.values()):
            yield self._removed(*standing[key], column)

    def _list(self, node: Tree, value: list[Node]) -> Iterator[_Edit]:
        column, items = node.start_mark.column, node.value
        gap = "\n" if self._apart(items) else ""
        old, new = ([json.dumps(each, sort_keys=True) for each in side] for side in (map(_plain, items), value))
        for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind == "equal":
                continue
            before = items[i1 - 1] if i1 else None
            for child, inner in zip_longest(items[i1:i2], value[j1:j2]):
                if child is None:
                    line = writing.item(inner, column)
                    start = node.start_mark.index
                    first = _Edit(start, start, f"{line}\n{gap}{' ' * column}")
                    yield self._inserted(before, column, line, gap) if before else first
                elif inner is None:
                    yield self._removed(child, child, column)
                else:
                    yield from self._edits(child, inner, column)
                    before = child

    def _flow(self, node: Tree, value: list[Node]) -> Iterator[_Edit]:
        """A list in brackets is written anew; what stays in it keeps its own quotes."""
        if not all(isinstance(item, str) for item in value) or any(item.id != "scalar" for item in node.value):
            yield _Edit(self._start_after_marker(node), self._end(node), writing.after_marker(value, 0))
            return
        raw = {item.value: self._text[item.start_mark.index : item.end_mark.index] for item in node.value}
        names = (item for item in value if isinstance(item, str))
        texts = [raw.get(name) or writing.scalar(name, 0, inside_brackets=True) for name in names]
        yield _Edit(node.start_mark.index, node.end_mark.index, writing.flow(texts))

    def _inserted(self, before: Tree, column: int, line: str, gap: str = "") -> _Edit:
        """Below what stands before it, and below a comment at the end of that line."""
        at = self._line_end(self._end(before))
        return _Edit(at, at, f"\n{gap}{' ' * column}{line}")

    def _apart(self, items: list[Tree]) -> bool:
        """Whether the items of a list have empty lines between them."""
        between = (self._text[self._end(a) : b.start_mark.index] for a, b in pairwise(items))
        return any("\n\n" in text for text in between)

    def _removed(self, first: Tree, last: Tree, column: int) -> _Edit:
        """With its whole lines, unless it shares the first one with the hyphen of its list."""
        start = self._text.rfind("\n", 0, first.start_mark.index) + 1
        shared = self._text[start : first.start_mark.index].strip(" ")
        end = min(self._line_end(self._end(last)) + 1, len(self._text))
        if first is last or not shared:
            return _Edit(start, end, "")
        return _Edit(first.start_mark.index, end + column, "")

    def _line_end(self, index: int) -> int:
        end = self._text.find("\n", index)
        return len(self._text) if end < 0 else end

    def _start_after_marker(self, node: Tree) -> int:
        """Behind the colon or hyphen that the node belongs to, the space included."""
        start: int = node.start_mark.index
        return len(self._text[:start].rstrip(" \n"))

    def _end(self, node: Tree) -> int:
        """Behind the last character of a node: libyaml's collections and blocks end where the next thing begins."""
        if node.id == "scalar":
            start: int = node.start_mark.index
            said = self._text[start : node.end_mark.index]
            return start + len(said.rstrip(" \n") if node.style in ("|", ">") else said)
        if node.flow_style or not node.value:
            end: int = node.end_mark.index
            return end
        last = node.value[-1]
        return self._end(last[1] if isinstance(last, tuple) else last)


def _plain(node: Tree) -> Node:
    """What the reader would say."""
    if node.id == "sequence":
        return [_plain(item) for item in node.value]
    if node.id == "mapping":
        return {key.value: _plain(value) for key, value in node.value}
    text: str = node.value
    return text.rstrip("\n")


def _renamed(old: list[str], new: list[str]) -> dict[str, str]:
    """The new name of a key that stands where one old key has gone, and that one's name."""
    gone, come = [key for key in old if key not in new], [key for key in new if key not in old]
    same_place = len(gone) == len(come) == 1 and len(old) == len(new) and old.index(gone[0]) == new.index(come[0])
    return {come[0]: gone[0]} if same_place else {}
