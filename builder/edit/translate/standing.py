"""Words, their translations and what is remembered → how every text stands: fresh, stale or missing.

A translation is stale if the source text has changed since it was made, and the translation has not.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from builder.edit.translate.alignment import Item, aligned
from builder.edit.translate.contexts import list_of
from builder.edit.translate.memory import Memory, Remembered
from builder.edit.translate.wordings import Wording
from builder.model.content.unfinished import is_unfinished
from builder.model.document import Path
from builder.model.problem import Place

State = Literal["fresh", "stale", "missing"]


@dataclass(frozen=True)
class Standing:
    """One text. `translation` is as written in the file of the translation, or empty."""

    wording: Wording
    path: Path
    source: str
    translation: str
    remembered: Remembered | None

    @property
    def context(self) -> str:
        """Its name in PO files."""
        return self.wording.context(self.path)

    @property
    def place(self) -> Place:
        """Where it stands in the source language."""
        return self.wording.place(self.path)

    @property
    def state(self) -> State:
        """Whether readers see a translation, and one of the text as it is now."""
        if not self.translation:
            return "missing"
        before = self.remembered
        if before is None or before.source == self.source:
            return "fresh"
        by_hand = before.translation != self.translation.strip() and not before.waiting
        return "fresh" if by_hand else "stale"

    @property
    def best(self) -> str:
        """The translation, or one that is only remembered: it waits for the rest of its file, or its text came back."""
        known = self.remembered.translation if self.remembered else ""
        newer = known if self.remembered and self.remembered.waiting else ""
        return newer or self.translation.strip() or known

    @property
    def waits(self) -> bool:
        """Whether the best translation is not the one that readers see."""
        return self.best != self.translation.strip()

    @property
    def made_for(self) -> str:
        """The source text that the best translation was made for; empty if there is none, or nobody knows."""
        return self.remembered.source if self.remembered and (self.waits or self.state == "stale") else self.source

    @property
    def to_check(self) -> bool:
        """Whether there is a translation, but of another source text."""
        return bool(self.best) and self.made_for != self.source


def standings_of(wording: Wording, memory: Memory) -> tuple[Standing, ...]:
    """How every text of a file stands, in the order of the source file."""
    before = memory.of(wording.folder)
    lists = {list_of(path) for path in wording.texts if list_of(path) != path}
    paired = {name: _Paired(wording, before, name) for name in lists}
    return tuple(_standing(wording, memory, before, paired.get(list_of(path)), path) for path in wording.texts)


def _standing(
    wording: Wording, memory: Memory, before: Mapping[Path, Remembered], inside: "_Paired | None", path: Path
) -> Standing:
    source = wording.texts[path]
    then, now = (inside.then(path), inside.now(path)) if inside else (path, path)
    written = wording.translations.get(now, "") if now else ""
    translation = "" if is_unfinished(written) else written
    remembered = before.get(then) if then else None
    if not translation and (remembered is None or remembered.source != source):
        remembered = memory.gone(wording.folder, path, source) or remembered
    return Standing(wording, path, source, translation, remembered)


class _Paired:
    """One list, as it was when it was last written down, as it is now, and its translation."""

    def __init__(self, wording: Wording, before: Mapping[Path, Remembered], name: Path) -> None:
        self._name = name
        inside = {path[len(name) + 1 :] for path in wording.texts if path[: len(name)] == name}
        old_sources = {path: entry.source for path, entry in before.items()}
        old_translations = {path: entry.translation for path, entry in before.items()}
        texts = wording.translations.items()
        translations = {path: text.strip() for path, text in texts if path[len(name) + 1 :] in inside}
        self._old = aligned(_items(old_sources, name), _items(wording.texts, name))
        own = aligned(_items(old_translations, name), _items(translations, name))
        self._own = {was: now for now, was in own.items()}
        self._taken = frozenset(own)

    def then(self, path: Path) -> Path | None:
        """Where a text stood in the list that is remembered."""
        was = self._old.get(self._number(path))
        return None if was is None else self._at(was, path)

    def now(self, path: Path) -> Path | None:
        """Where its translation stands; without a memory, at the same place."""
        number = self._number(path)
        was = self._old.get(number)
        if was is not None and was in self._own:
            return self._at(self._own[was], path)
        return None if number in self._taken else path

    def _number(self, path: Path) -> int:
        return int(path[len(self._name)])

    def _at(self, number: int, path: Path) -> Path:
        return (*self._name, number, *path[len(self._name) + 1 :])


def _items(known: Mapping[Path, str], name: Path) -> tuple[Item, ...]:
    """The items of a list with their texts."""
    size = len(name)
    inside = [(int(path[size]), path[size + 1 :], text) for path, text in known.items() if _is_in(path, name)]
    count = max((number for number, _, _ in inside), default=-1) + 1
    return tuple(tuple(sorted((rest, text) for at, rest, text in inside if at == number)) for number in range(count))


def _is_in(path: Path, name: Path) -> bool:
    return len(path) > len(name) and path[: len(name)] == name and isinstance(path[len(name)], int)


def all_standings(wordings: tuple[Wording, ...], memory: Memory) -> Iterator[Standing]:
    """How every text of a language stands."""
    for wording in wordings:
        yield from standings_of(wording, memory)
