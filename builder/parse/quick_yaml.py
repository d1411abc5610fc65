"""One file's text → value, quickly, where nothing in it needs a second look.

Says what `strict_yaml` would say, or nothing; then that one reads the file. Nearly all files end here.
"""

import re
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined] # reason: PyYAML's stubs do not name what they re-export

from builder.model.document import Document, Node, SourceFile
from builder.parse.strict_yaml import MAX_DEPTH, MAX_NODES, MAX_SCALAR, located, read_strictly

# Whatever may begin an anchor, an alias, a tag, a directive, a marker of documents, a merge or a complex key; a tab;
# and whatever may nest deeply, since libyaml's own stack has no limit.
_LOOK_AGAIN = re.compile(
    r"(?:^|[\s\[{,:])(?:[&*](?=\S)|!)"
    r"|^(?:%|---|\.\.\.| *<<| *\?| {40}| *(?:- +){12})|\t",
    re.MULTILINE,
)
_MOST_BRACKETS = 100
# What follows a text without quotes that nothing has cut; the last three inside brackets.
_AFTER_TEXT = frozenset(("\n", "", ",", "]", "}", ":"))


class _LookAgain(Exception):
    """Something is not plain."""


class _Composer(CParser):
    """libyaml's tree of nodes. No scalar is given a type: all stay text."""

    def resolve(self, *_question: object) -> str:
        return "text"

    def descend_resolver(self, *_path: object) -> None:
        """No type depends on a path."""

    def ascend_resolver(self) -> None:
        """No type depends on a path."""


def composed(text: str) -> Any:
    """The nodes that libyaml makes of a file, with their marks, or None for an empty file. Raises yaml.YAMLError."""
    return _Composer(text).get_single_node()


def read_yaml(source: SourceFile) -> Document:
    """A document whose value is made of text, lists and mappings only."""
    try:
        return Document(source, _Reader(source.text).read(), located)
    except (_LookAgain, yaml.YAMLError):
        return read_strictly(source)


class _Reader:
    """Walks libyaml's tree once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._nodes = 0

    def read(self) -> Node:
        brackets = self._text.count("[") + self._text.count("{")
        if brackets > _MOST_BRACKETS or _LOOK_AGAIN.search(self._text):
            raise _LookAgain
        root = composed(self._text)
        value = self._value(root, 0) if root else ""
        if value == "" or self._nodes > MAX_NODES:
            raise _LookAgain
        return value

    def _value(self, node: Any, depth: int) -> Node:
        self._nodes += 1
        if node.id == "scalar":
            return self._scalar(node).rstrip("\n")
        if depth >= MAX_DEPTH:
            raise _LookAgain
        if node.id == "sequence":
            return [self._value(item, depth + 1) for item in node.value]
        mapping = {self._key(key): self._value(value, depth + 1) for key, value in node.value}
        if len(mapping) < len(node.value):  # a key stands twice
            raise _LookAgain
        return mapping

    def _key(self, node: Any) -> str:
        self._nodes += 1
        if node.id != "scalar":
            raise _LookAgain
        return self._scalar(node)

    def _scalar(self, node: Any) -> str:
        text: str = node.value
        if len(text) > MAX_SCALAR:
            raise _LookAgain
        if not node.style:
            # What a text without quotes swallows or what cuts it short shows at its end, or in its further lines.
            end = node.end_mark
            swallows = "-" in text and (node.start_mark.line != end.line or text[0] == "-")
            if '"' in text or swallows or self._text[end.index : end.index + 1] not in _AFTER_TEXT:
                raise _LookAgain
        elif node.style == '"' and "\\" in self._text[node.start_mark.index : node.end_mark.index]:
            raise _LookAgain
        return text
