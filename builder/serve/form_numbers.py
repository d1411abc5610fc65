"""Phone numbers as the form sends them → as authors write them: in quotes, so that no reader takes them for figures."""

import re

from builder.edit.writing import Quoted
from builder.guide.files import kind_at
from builder.model.document import Node

# The kinds of files that hold phone numbers. In the last one, whatever looks like a number is one.
_PLACE, _SHORT, _LONG = "jurisdiction", "short-codes", "long-numbers"
_NUMBER = re.compile(r"""["'“”‘’ ]*(\+?[0-9]+)["'“”‘’ ]*""")


def with_quoted_numbers(value: Node, path: str) -> Node:
    """The same value, its phone numbers marked to be written in quotes, and without those that somebody typed."""
    kind = kind_at(path).name
    return _marked(value, inside=kind == _LONG) if kind in (_PLACE, _SHORT, _LONG) else value


def _marked(value: Node, *, inside: bool) -> Node:
    if isinstance(value, dict):
        return {key: _marked(inner, inside=inside or key == "number") for key, inner in value.items()}
    if isinstance(value, list):
        return [_marked(item, inside=inside) for item in value]
    number = _NUMBER.fullmatch(value) if inside else None
    return Quoted(number[1]) if number else value
