"""Documents → the files of words in the source language, each beside its translation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any

from builder.edit.translate.contexts import context_of
from builder.model.content.campaign import CampaignFacts
from builder.model.content.jurisdiction import JurisdictionFacts
from builder.model.content.kinds import KINDS
from builder.model.content.partner import PartnerFacts
from builder.model.content.strings import Strings
from builder.model.content.unfinished import is_unfinished
from builder.model.content.words import Words
from builder.model.document import Document, Node, Path
from builder.model.library import Entry
from builder.model.problem import Place, Problem
from builder.validate.assemble import Assembled, assemble
from builder.validate.review import Review, texts
from builder.validate.schema import typed
from builder.validate.surroundings import AuthorFiles, Surroundings


@dataclass(frozen=True)
class Wording:
    """The words of one thing in the source language, and the file that holds, or shall hold, their translation.

    `places` are the jurisdictions that alone show it; none for what all of them share.
    """

    model: type[Words]
    source: Document
    locale: str
    own: Document | None
    texts: Mapping[Path, str]
    places: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """Where both files stand: `content/scams/romance`."""
        return self.source.source.path.rpartition("/")[0]

    @property
    def file(self) -> str:
        """The file of the translation."""
        return f"{self.folder}/{self.locale}.yml"

    @cached_property
    def translations(self) -> Mapping[Path, str]:
        """Every text of the translation as it is written, by its path in that file."""
        return dict(leaves(self.own.value)) if self.own and self.own.value is not None else {}

    @property
    def reviewed(self) -> bool:
        """Whether a native speaker has read the translation."""
        return bool(self.own and isinstance(self.own.value, dict) and self.own.value.get("reviewed"))

    def context(self, path: Path) -> str:
        """The name of a text in PO files."""
        return context_of(self.folder, path)

    def place(self, path: Path) -> Place:
        """Where a text stands in the source language."""
        return self.source.positions.value(path)


@dataclass(frozen=True)
class Wordings:
    """All wordings by locale. `hindrances` are problems of files without which nothing can be told of translations."""

    by_locale: Mapping[str, tuple[Wording, ...]]
    hindrances: tuple[Problem, ...]


def wordings_of(documents: tuple[Document, ...], today: date) -> Wordings:
    """Every file of words that has, or shall have, a translation. Translations may have problems; sources may not."""
    found = assemble(documents, typed)
    if found.library is None:
        return Wordings({}, found.problems)
    source, *others = found.library.locales
    around = Surroundings(AuthorFiles(frozenset(found.documents)))
    review = Review(found.library, found.documents, today, around, found.listed, found.untyped)
    by_locale = {locale: tuple(_of_locale(review, source, locale)) for locale in others}
    return Wordings(by_locale, tuple(_hindrances(found, tuple(others))))


def _hindrances(found: Assembled, others: tuple[str, ...]) -> Iterator[Problem]:
    """Words of a translation may lack texts, but every file must be readable."""
    for problem in found.problems:
        file = problem.place.file
        document = found.documents.get(file)
        is_translation = file.endswith(tuple(f"/{locale}.yml" for locale in others))
        readable = document is not None and document.value is not None and not document.problems
        if problem.severity == "error" and not (is_translation and readable):
            yield problem


def _of_locale(review: Review, source: str, locale: str) -> Iterator[Wording]:
    strings = review.library.strings.get(source)
    if strings:
        yield _wording(review, "content/strings", strings, Strings, locale)
    for kind in KINDS:
        entries: Mapping[str, Entry[Any, Any]] = getattr(review.library, kind.folder)
        for entry in entries.values():
            if source in entry.words and locale in review.locales_of(entry):
                folder = entry.facts_file.rpartition("/")[0]
                yield _wording(review, folder, entry.words[source], kind.words, locale, _places(entry))


def _wording(
    review: Review, folder: str, words: Words, model: type[Words], locale: str, places: tuple[str, ...] = ()
) -> Wording:
    documents = review.documents
    source = documents[f"{folder}/{review.library.config.source_locale}.yml"]
    known = {path: text for path, text in texts(words) if not is_unfinished(text)}
    in_order = {path: known[path] for path, _ in leaves(source.value or {}) if path in known}
    return Wording(model, source, locale, documents.get(f"{folder}/{locale}.yml"), in_order, places)


def _places(entry: Entry[Any, Any]) -> tuple[str, ...]:
    facts = entry.facts
    if isinstance(facts, JurisdictionFacts):
        return (entry.slug,)
    if isinstance(facts, CampaignFacts):
        return facts.jurisdictions
    return (facts.jurisdiction,) if isinstance(facts, PartnerFacts) else ()


def leaves(value: Node, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text in a value with its path, in the order it stands."""
    if isinstance(value, str):
        yield path, value
    else:
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        yield from chain.from_iterable(leaves(item, (*path, part)) for part, item in inner)
