"""What a check gets to see: the library as far as it could be typed, and where everything stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import Any, Literal, get_origin

from builder.model.content.campaign import CampaignFacts
from builder.model.content.jurisdiction import JurisdictionFacts
from builder.model.content.kinds import KINDS
from builder.model.content.partner import PartnerFacts
from builder.model.content.scalars import Authored
from builder.model.content.scam import ScamFacts
from builder.model.content.words import Words
from builder.model.document import Document, Path
from builder.model.library import Entry, Library
from builder.model.problem import Correction, Place
from builder.validate import corrections
from builder.validate.suggestions import Meant
from builder.validate.surroundings import Surroundings

LONG_NUMBERS = "content/long_numbers.yml"


@dataclass(frozen=True)
class WordsFile:
    """The words of one file under review, and its texts, looked up once for all checks."""

    file: str
    locale: str
    words: Words

    @cached_property
    def texts(self) -> tuple[tuple[Path, str], ...]:
        """Every text with its path."""
        return tuple(texts(self.words))

    @cached_property
    def whole(self) -> str:
        """All texts as one, a paragraph each: what cannot be in it need not be looked for in each of them."""
        return "\n\n".join(text for _, text in self.texts)


@dataclass(frozen=True)
class Review:
    """A library under review: entries whose files have problems of their own are absent from it.

    `listed` is the second list of long numbers, by place; it is only compared with, so it is no part of the library.
    `untyped` are the files with problems, so that what only follows from those is not reported again.
    """

    library: Library
    documents: Mapping[str, Document]
    today: date
    around: Surroundings
    listed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    untyped: frozenset[str] = frozenset()

    def value(self, file: str, *path: str | int) -> Place:
        """The place of a value in a file."""
        return self.documents[file].positions.value(path)

    def key(self, file: str, *path: str | int) -> Place:
        """The place of a key in a file."""
        return self.documents[file].positions.key(path)

    def instead(self, place: Place, given: str, meant: Meant | None) -> Correction | None:
        """The correction that writes what was meant in the place of what was given."""
        return corrections.instead(self.documents[place.file], place, given, meant)

    def within(self, place: Place, given: str, meant: Meant | None) -> Correction | None:
        """The same for a part of the text at a place."""
        return corrections.within(self.documents[place.file], place, given, meant)

    def slugs(self, folder: str) -> frozenset[str]:
        """Names of all entries of a kind, those with broken files included, so that one mistake is reported once."""
        return self.around.files.slugs.get(folder, frozenset())

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
        return self._locales_of_scam(entry) if isinstance(facts, ScamFacts) else site

    def _locales_of_scam(self, scam: Entry[Any, Any]) -> tuple[str, ...]:
        """Those of the places that show it, and the source language; none for one that no place shows yet."""
        places = [place for place in self.library.jurisdictions.values() if scam.slug in place.facts.scams]
        spoken = {self.library.config.source_locale, *(locale for place in places for locale in place.facts.locales)}
        return tuple(locale for locale in self.library.locales if places and locale in spoken)

    def entries(self) -> Iterator[Entry[Any, Any]]:
        """Every entry of every kind."""
        for kind in KINDS:
            yield from getattr(self.library, kind.folder).values()

    @cached_property
    def words(self) -> tuple[WordsFile, ...]:
        """Every file of words but those that another part checks."""
        strings = ((f"content/strings/{locale}.yml", locale, own) for locale, own in self.library.strings.items())
        entries = (
            (entry.words_file(locale), locale, words)
            for entry in self.entries()
            for locale, words in entry.words.items()
        )
        borrowed = self.around.borrowed
        return tuple(WordsFile(*each) for each in (*strings, *entries) if each[0] not in borrowed)


def texts(words: Authored) -> list[tuple[Path, str]]:
    """Every text inside words, with its path."""
    found: list[tuple[Path, str]] = []
    _gather(words, (), found)
    return found


def _gather(value: object, path: Path, found: list[tuple[Path, str]]) -> None:
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            _gather(item, (*path, number), found)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            _gather(item, (*path, key), found)
    elif isinstance(value, Authored):
        for key in _worded(type(value)):
            _gather(getattr(value, key), (*path, key), found)


@cache
def _worded(model: type[Authored]) -> tuple[str, ...]:
    """The fields of a mapping that hold words: a choice, such as who speaks, is none, and a review holds names."""
    fields = model.model_fields.items()
    return tuple(key for key, field in fields if key != "reviewed" and get_origin(field.annotation) is not Literal)
