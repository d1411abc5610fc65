"""One process's part of the work: from the files of a portion to its entry in the ledger and its files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from builder.model.document import Document
from builder.model.library import Library
from builder.model.order import Order
from builder.model.output import OutputFile
from builder.parse.reading import read_file
from builder.press.division import COMMON, Portion
from builder.press.inventory import Stamp
from builder.press.ledger import Entry, Output
from builder.press.slices import is_cut, named_sources, sliced
from builder.validate import validate
from builder.validate.schema import typed
from builder.validate.surroundings import AuthorFiles, Surroundings

if TYPE_CHECKING:
    from builder.render import Renderer

# Documents that many portions borrow stay in memory, and in a preview those that did not change.
_KEPT_DOCUMENTS = 500

Put = Callable[[tuple[OutputFile, ...]], Mapping[str, Output]]


@dataclass(frozen=True)
class Worked:
    """A portion after the gate, and what a ledger may keep of it. No library if the gate found an error."""

    name: str
    entry: Entry
    library: Library | None


@dataclass(frozen=True)
class Workbench:
    """What all portions share. `stamps` are those of all authors' files.

    For whoever makes pages, `theme` is the digest of the theme, and `compiled` a folder for compiled templates.
    """

    order: Order
    stamps: Mapping[str, Stamp]
    theme: str = ""
    compiled: str | None = None

    @cached_property
    def _files(self) -> AuthorFiles:
        return AuthorFiles(frozenset(self.stamps))

    def checked(self, portion: Portion, numbers: Mapping[str, str]) -> Worked:
        """A portion after the gate, with nothing made of it yet. `numbers` are those of contacts elsewhere."""
        return _judged(self.order, self._files, portion, self._documents(portion), numbers)

    def made(self, portion: Portion, put: Put) -> Worked:
        """A portion after the gate and, if it passed, its chapter put where it belongs."""
        worked = self.checked(portion, {})
        if worked.library is None:
            return worked
        from builder.pipeline import publication  # what only checks does not wait for what makes pages

        going = publication(self.order, worked.library)
        chapter = going.chapter(self.renderer(worked.library), self.order.moment)
        return replace(worked, entry=replace(worked.entry, told=chapter.told, outputs=put(chapter.files)))

    def common(self, portion: Portion) -> Worked:
        """The common portion after the gate."""
        worked = _common(self.order, self._files, portion, self._documents(portion))
        if worked.library:
            self.renderer(worked.library)  # so that processes that are started later have it already
        return worked

    def renderer(self, library: Library) -> "Renderer":
        """What makes the pages of the site that a library belongs to."""
        return _renderer(library.config.base_url, self.theme, self.compiled)

    def _documents(self, portion: Portion) -> tuple[Document, ...]:
        return tuple(self._document(path, portion) for path in portion.files)

    def _document(self, path: str, portion: Portion) -> Document:
        stamp = self.stamps[path]
        document = _remembered(self.order.root, path, stamp) if stamp else read_file(self.order.root, path)
        return sliced(document, portion.name) if is_cut(path, portion) else document


def _judged(
    order: Order,
    files: AuthorFiles,
    portion: Portion,
    documents: tuple[Document, ...],
    numbers: Mapping[str, str] = MappingProxyType({}),
) -> Worked:
    around = Surroundings(
        files,
        borrowed=frozenset(portion.borrowed),
        numbers=numbers,
        checks_names=portion.name == COMMON,
        typing=_typed,
    )
    verdict = validate(documents, order.today, production=order.production, around=around)
    names = named_sources(portion)
    sources = {names[document.source.path]: document.source.digest for document in documents}
    # Lists are cut for a chapter; whoever has the whole of them tells what is wrong in them.
    problems = tuple(problem for problem in verdict.problems if not is_cut(problem.place.file, portion))
    suppressed = tuple(each for each in verdict.suppressed if not is_cut(each.problem.place.file, portion))
    entry = Entry(sources, problems, verdict.numbers, verdict.spoken, suppressed=suppressed)
    return Worked(portion.name, entry, verdict.library)


# In a preview the common portion is mostly the same as a moment ago: its documents are the very same objects.
_common = lru_cache(1)(_judged)
_typed = lru_cache(_KEPT_DOCUMENTS)(typed)


@lru_cache(_KEPT_DOCUMENTS)
def _remembered(root: Path, path: str, _stamp: Stamp) -> Document:
    return read_file(root, path)


@lru_cache(1)
def _renderer(base_url: str, _theme: str, compiled: str | None) -> "Renderer":
    from builder.parse.theme import read_theme
    from builder.render import Renderer

    return Renderer(read_theme(), base_url, compiled)
