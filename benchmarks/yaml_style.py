"""Words → YAML as editors write it: block style, bare texts where they can be, lines folded at 120 columns."""

import re
from collections.abc import Iterator, Mapping, Sequence

Tree = str | Mapping[str, "Tree"] | Sequence["Tree"]

_WIDTH = 120
_NEEDS_QUOTES = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`]|.*(: | #|:$)""")


def yaml_text(tree: Mapping[str, Tree]) -> str:
    """The whole file."""
    return "\n".join(_mapping(tree, 0)) + "\n"


def _mapping(tree: Mapping[str, Tree], depth: int) -> Iterator[str]:
    for key, value in tree.items():
        yield from _entry(f"{' ' * depth}{key}:", value, depth)


def _entry(head: str, value: Tree, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield from _folded(f"{head} ", value, depth + 2)
    else:
        yield head
        yield from _mapping(value, depth + 2) if isinstance(value, Mapping) else _list(value, depth + 2)


def _list(items: Sequence[Tree], depth: int) -> Iterator[str]:
    for item in items:
        if isinstance(item, str):
            yield from _folded(f"{' ' * depth}- ", item, depth + 2)
        elif isinstance(item, Mapping):
            first, *others = _mapping(item, depth + 2)
            yield f"{' ' * depth}- {first.lstrip()}"
            yield from others


def _folded(head: str, text: str, depth: int) -> Iterator[str]:
    """A text after its key or hyphen; what does not fit goes on below, indented."""
    line = head + (f'"{text}"' if _NEEDS_QUOTES.match(text) else text)
    while len(line) > _WIDTH and (cut := line.rfind(" ", len(head) if head.strip() else depth, _WIDTH + 1)) > 0:
        yield line[:cut]
        head, line = "", " " * depth + line[cut + 1 :]
    yield line
