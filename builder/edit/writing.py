"""A value → the YAML that an editor of this project would write for it."""

import re
import textwrap
from collections.abc import Sequence

import yaml

from builder.model.document import Node, SourceFile
from builder.parse.quick_yaml import read_yaml

# What the house's files keep to, and how long a list of short names may be to stand in one line.
WIDTH = 120
_SHORT_LIST = 60
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class Quoted(str):
    """A text that stands in double quotes even where it need not, such as a phone number."""

    __slots__ = ()


def written(value: Node) -> str:
    """A whole new file."""
    return _block(value, 0) + "\n"


def entry(key: str, value: Node, indent: int) -> str:
    """`key: value` without the indent of its first line and without the last line break."""
    return f"{scalar(key, 0)}:{after_marker(value, indent)}"


def item(value: Node, indent: int) -> str:
    """`- value` without the indent of its first line and without the last line break."""
    if isinstance(value, dict) and value:
        return f"- {_block(value, indent + 2).lstrip()}"
    return f"-{after_marker(value, indent)}"


def flow(texts: list[str]) -> str:
    """`[a, b]` of finished scalars."""
    return f"[{', '.join(texts)}]"


def scalar(text: str, indent: int, style: str | None = None, *, inside_brackets: bool = False) -> str:
    """A text in the style of YAML asked for (None is plain), or in double quotes where that style cannot hold it.

    `indent` is that of the line with the key or the hyphen; the lines of a block stand two further in.
    """
    for candidate in _candidates(text, indent, style, inside_brackets=inside_brackets):
        said = _styled(text, indent, candidate)
        if _reads_as(text, said, indent, inside_brackets=inside_brackets):
            return said
    return _dumped(text, '"')


def _candidates(text: str, indent: int, style: str | None, *, inside_brackets: bool) -> tuple[str | None, ...]:
    """The styles to try before double quotes, the best one first."""
    if isinstance(text, Quoted) or not text or style == '"':
        return ()
    if style == ">":
        return (">", "|")
    if style == "|" or "\n" in text:
        return ("|",)
    if style == "'":
        return ("'",)
    is_long = indent + len(text) > WIDTH and " " in text
    return (">", None) if is_long and not inside_brackets else (None,)


def _styled(text: str, indent: int, style: str | None) -> str:
    if style == "'":
        return _dumped(text, "'")
    margin = " " * (indent + 2)
    if style == ">":
        return folded(text, margin)
    if style == "|":
        return "\n".join(["|-", *((margin + line) if line else "" for line in text.split("\n"))])
    return text


def folded(text: str, margin: str, standing: Sequence[str] = ()) -> str:
    """A text as a block of lines that are read as one; of the lines `standing` there those stay that it begins with."""
    kept: list[str] = []
    for line in standing:
        if not line or not text.startswith(f"{line} "):
            break
        kept.append(line)
        text = text[len(line) + 1 :]
    lines = textwrap.wrap(text, WIDTH - len(margin), break_long_words=False, break_on_hyphens=False)
    return "\n".join([">-", *(margin + line for line in (*kept, *lines))])


def _dumped(text: str, style: str) -> str:
    return yaml.safe_dump(str(text), default_style=style, allow_unicode=True, width=float("inf")).rstrip("\n")


def _reads_as(text: str, said: str, indent: int, *, inside_brackets: bool) -> bool:
    """Whether the strict reader takes it without a word, and as this text."""
    margin = " " * indent
    file = f"{margin}x: {f'[{said}]' if inside_brackets else said}\n"
    document = read_yaml(SourceFile("", file, ""))
    return document.value == {"x": [text] if inside_brackets else text} and not document.problems


def after_marker(value: Node, indent: int) -> str:
    """What follows a colon or a hyphen."""
    if isinstance(value, str):
        return f" {scalar(value, indent)}"
    if not value:
        return " {}" if isinstance(value, dict) else " []"
    if isinstance(value, list) and (short := _short_list(value)):
        return f" {short}"
    return f"\n{_block(value, indent + 2)}"


def _short_list(items: list[Node]) -> str:
    names = [item for item in items if isinstance(item, str) and _NAME.fullmatch(item)]
    line = flow([scalar(name, 0, inside_brackets=True) for name in names])
    return line if len(names) == len(items) and len(line) <= _SHORT_LIST else ""


def _block(value: Node, indent: int) -> str:
    margin = " " * indent
    if isinstance(value, dict):
        return "\n".join(f"{margin}{entry(key, inner, indent)}" for key, inner in value.items())
    if isinstance(value, list):
        return "\n".join(f"{margin}{item(inner, indent)}" for inner in value)
    return margin + scalar(value, indent)
