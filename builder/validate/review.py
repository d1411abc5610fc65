"""What a check gets to see: the library as far as it could be typed, and where everything stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from builder.model.content.campaign import CampaignFacts
from builder.model.content.jurisdiction import JurisdictionFacts
from builder.model.content.kinds import KINDS
from builder.model.content.partner import PartnerFacts
from builder.model.content.scalars import Authored
from builder.model.content.words import Words
from builder.model.document import Document, Path
from builder.model.library import Entry, Library
from builder.model.problem import Place

LONG_NUMBERS = "content/long_numbers.yml"


@dataclass(frozen=True)
class Review:
    """A library under review: entries whose files have problems of their own are absent from it.

    `listed` is the second list of long numbers, by place; it is only compared with, so it is no part of the library.
    `untyped` are the files with problems, so that what only follows from those is not reported again.
    """

    library: Library
    documents: Mapping[str, Document]
    today: date
    listed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    untyped: frozenset[str] = frozenset()

    def value(self, file: str, *path: str | int) -> Place:
        """The place of a value in a file."""
        return self.documents[file].positions.value(path)

    def key(self, file: str, *path: str | int) -> Place:
        """The place of a key in a file."""
        return self.documents[file].positions.key(path)

    def slugs(self, folder: str) -> frozenset[str]:
        """Names of all entries of a kind, those with broken files included, so that one mistake is reported once."""
        prefix = f"content/{folder}/"
        return frozenset(file.removeprefix(prefix).split("/")[0] for file in self.documents if file.startswith(prefix))

    def locales_of(self, entry: Entry[Any, Any]) -> tuple[str, ...]:
        """The locales in which an entry must have words; none where its jurisdiction is itself broken or unknown."""
        site, facts = self.library.locales, entry.facts
        if isinstance(facts, JurisdictionFacts):
            return tuple(locale for locale in facts.locales if locale in site)
        if isinstance(facts, CampaignFacts | PartnerFacts):
            codes = facts.jurisdictions if isinstance(facts, CampaignFacts) else (facts.jurisdiction,)
            places = [self.library.jurisdictions.get(code) for code in codes]
            spoken = {locale for place in places if place for locale in place.facts.locales}
            return () if None in places else tuple(locale for locale in site if locale in spoken)
        return site

    def entries(self) -> Iterator[Entry[Any, Any]]:
        """Every entry of every kind."""
        for kind in KINDS:
            yield from getattr(self.library, kind.folder).values()

    def words(self) -> Iterator[tuple[str, str, Words]]:
        """Every file of words: path, locale, words."""
        for locale, strings in self.library.strings.items():
            yield f"content/strings/{locale}.yml", locale, strings
        for entry in self.entries():
            for locale, words in entry.words.items():
                yield entry.words_file(locale), locale, words


def texts(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text inside words, with its path; `reviewed` holds names, not words."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from texts(item, (*path, key))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from texts(item, (*path, number))
    elif isinstance(value, Authored):
        for key in type(value).model_fields:
            if key != "reviewed":
                yield from texts(getattr(value, key), (*path, key))
