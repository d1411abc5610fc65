"""What is known of a translation: for which source text it was made."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from builder.edit.translate.contexts import list_of, text_at
from builder.model.document import Path


@dataclass(frozen=True)
class Remembered:
    """One translation. `source` is the text it was made for, or empty where a tool has lost it.

    `waiting` says that it came back from a translator, but is not written yet, since the rest of its list or file is
    still to translate. `comments` are remarks of translators, a line each.
    """

    context: str
    source: str
    translation: str
    comments: tuple[str, ...] = ()
    waiting: bool = False


@dataclass(frozen=True)
class Memory:
    """Everything remembered in one language. `obsolete` are translations of texts that are gone."""

    entries: tuple[Remembered, ...] = ()
    obsolete: tuple[Remembered, ...] = ()

    def of(self, folder: str) -> Mapping[Path, Remembered]:
        """What is remembered of the words in a folder, by path."""
        return self._by_folder.get(folder, {})

    def gone(self, folder: str, path: Path, source: str) -> Remembered | None:
        """The translation of a text that was taken out of the same spot or list, and has come back."""
        return self._by_spot.get((folder, list_of(path), source))

    @cached_property
    def _by_folder(self) -> Mapping[str, Mapping[Path, Remembered]]:
        found: dict[str, dict[Path, Remembered]] = defaultdict(dict)
        for folder, path, entry in _placed(self.entries):
            found[folder][path] = entry
        return found

    @cached_property
    def _by_spot(self) -> Mapping[tuple[str, Path, str], Remembered]:
        return {(folder, list_of(path), entry.source): entry for folder, path, entry in _placed(self.obsolete)}


def _placed(entries: tuple[Remembered, ...]) -> Iterator[tuple[str, Path, Remembered]]:
    for entry in entries:
        if where := text_at(entry.context):
            yield *where, entry
