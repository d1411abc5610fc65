"""The content as it stands, as far as it can be read: what a new entry is put beside."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from builder.edit.rewriting import CannotRewrite
from builder.model.content.kinds import KINDS
from builder.model.content.words import Words
from builder.model.document import Document, Node
from builder.model.library import Library
from builder.model.order import Order
from builder.parse import parse
from builder.validate.assemble import assemble
from builder.validate.schema import typed

W = TypeVar("W", bound=Words)


@dataclass(frozen=True)
class Shelf:
    """Other files may be broken or unfinished meanwhile; entries that could not be typed are absent from `library`."""

    order: Order
    documents: Mapping[str, Document]
    library: Library

    @property
    def today(self) -> date:
        """The day on which something is added."""
        return self.order.today

    @property
    def source_locale(self) -> str:
        """The language that texts are written in first."""
        return self.library.config.source_locale

    @cached_property
    def scams(self) -> tuple[str, ...]:
        """All scams, those first that stand near the top in most jurisdictions."""
        ranks = [place.facts.scams for place in self.library.jurisdictions.values()]
        weights = {
            slug: sum(1 / (1 + rank.index(slug)) for rank in ranks if slug in rank) for slug in self.library.scams
        }
        return tuple(sorted(weights, key=lambda slug: (-weights[slug], slug)))

    def in_order(self, words: Mapping[str, W]) -> Iterator[W]:
        """The words of an entry that could be read, in the order of the site's languages."""
        return (words[locale] for locale in self.library.locales if locale in words)

    def worded(self, spoken: tuple[str, ...]) -> tuple[str, ...]:
        """The languages in which an entry needs words: where the source language is spoken, a partial one may wait."""
        partial = {locale.code for locale in self.library.config.locales if locale.partial}
        return tuple(locale for locale in spoken if locale not in partial or self.source_locale not in spoken)

    def has_folder(self, folder: str) -> bool:
        """Whether anything stands in a folder such as `content/scams/romance`."""
        return any(path.casefold().startswith(f"{folder}/".casefold()) for path in self.documents)

    def words_files(self, folder: str) -> tuple[str, ...]:
        """The files of words of an entry that stand, broken ones too."""
        facts = {kind.facts_file for kind in KINDS}
        inside = (path for path in self.documents if path.rpartition("/")[0] == folder)
        return tuple(path for path in inside if path.rpartition("/")[2] not in facts)

    def value(self, path: str) -> dict[str, Node]:
        """What a file says. Raises CannotRewrite where it has a mistake that leaves nothing to be changed."""
        document = self.documents.get(path)
        if document is None or not isinstance(document.value, dict):
            raise CannotRewrite(f"{path} has a mistake of its own. Mend it first: antiscam check")
        return document.value


def shelf_of(order: Order) -> Shelf:
    """All content, read. Raises CannotRewrite where not even the settings can be read."""
    documents = parse(order.root)
    library = assemble(documents, typed).library
    if library is None:
        raise CannotRewrite("site_config.yml has a mistake. Mend it first: antiscam check")
    return Shelf(order, {document.source.path: document for document in documents}, library)
