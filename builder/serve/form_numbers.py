"""Texts that look like numbers, as the form sends them → as authors write them: in quotes, so that none is a figure."""

import re

from builder.edit.writing import Quoted
from builder.guide.files import kind_at
from builder.model.document import Node

# The kinds of files that hold such texts. In the last one, whatever looks like a number is one.
_HOLDING = ("jurisdiction", "page", "short-codes", "long-numbers")
_LONG = _HOLDING[-1]
# A phone number, and the time of a figure, which may be a year.
_TEXTS = ("number", "period")
_NUMBER = re.compile(r"""["'“”‘’ ]*(\+?[0-9]+)["'“”‘’ ]*""")


def with_quoted_numbers(value: Node, path: str) -> Node:
    """The same value, its numbers and years marked to be written in quotes, without those that somebody typed."""
    kind = kind_at(path).name
    return _marked(value, inside=kind == _LONG) if kind in _HOLDING else value


def _marked(value: Node, *, inside: bool) -> Node:
    if isinstance(value, dict):
        return {key: _marked(inner, inside=inside or key in _TEXTS) for key, inner in value.items()}
    if isinstance(value, list):
        return [_marked(item, inside=inside) for item in value]
    number = _NUMBER.fullmatch(value) if inside else None
    return Quoted(number[1]) if number else value
