"""The words of the source language and new translations → what the file of a translation shall say.

Nothing half is written: a list, or a group that did not stand there before, waits in the PO file until all of it is
translated. A file that exists keeps what it has.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.edit.translate.standing import Standing
from builder.edit.translate.wordings import Wording
from builder.model.content.unfinished import is_unfinished
from builder.model.document import Node, Path


@dataclass(frozen=True)
class _Filling:
    """One file: its texts by their paths in the source file, as they shall be; empty where they are missing."""

    texts: Mapping[Path, str]

    def value(self, source: Node, own: Node | None, path: Path) -> Node | None:
        """What shall stand at a path, or None if it cannot be said yet."""
        if isinstance(source, dict):
            return self._group(source, own, path)
        if isinstance(source, list):
            return self._list(source, own, path)
        before = own if isinstance(own, str) else ""
        if path in self.texts:
            return self.texts[path] or (before if is_unfinished(before) else None)
        return before or source if is_unfinished(source) else source

    def _group(self, source: Mapping[str, Node], own: Node | None, path: Path) -> Node | None:
        before = own if isinstance(own, dict) else {}
        values = {key: self.value(inner, before.get(key), (*path, key)) for key, inner in source.items()}
        said = {key: value for key, value in values.items() if value is not None}
        if not before and len(said) < len(source):
            return None
        extra = {key: value for key, value in before.items() if key not in source}
        kept = {key: before[key] for key in source if key in before}
        return {**extra, **{key: {**kept, **said}[key] for key in source if key in kept or key in said}}

    def _list(self, source: list[Node], own: Node | None, path: Path) -> Node | None:
        """Items keep their places in the source; a mark of words still to write keeps its own."""
        before = own if isinstance(own, list) and len(own) == len(source) else [None] * len(source)
        values = [self.value(item, before[number], (*path, number)) for number, item in enumerate(source)]
        complete = [value for value in values if value is not None]
        return complete if len(complete) == len(values) else own


def filled(wording: Wording, standings: tuple[Standing, ...], new: Mapping[Path, str]) -> Node | None:
    """The value of a file with new translations by path, or None if there is no file and too little to make one."""
    texts = {each.path: _text(each, new.get(each.path, "")) for each in standings}
    source, own = wording.source.value, wording.own.value if wording.own else None
    if not isinstance(source, dict):
        return None
    words = {key: value for key, value in source.items() if key != "reviewed"}
    return _Filling(texts).value(words, own, ())


def _text(each: Standing, new: str) -> str:
    """The new translation, or what stands there, to the letter, where that says the same."""
    return each.translation if new in ("", each.translation.strip()) else new
