"""Words as they are shown: in the reader's language or the fallback, with the brand filled in."""

from collections.abc import Mapping
from dataclasses import replace
from operator import is_
from typing import Any, TypeVar

from pydantic import BaseModel

from builder.model.content.kinds import KINDS
from builder.model.content.placeholders import fill
from builder.model.content.words import Words
from builder.model.library import Entry, Jurisdiction, Library, Translated

W = TypeVar("W", bound=Words)


def branded(library: Library) -> Library:
    """The library with the exchange's name and addresses filled in, once for all texts."""
    facts = {locale: brand_facts(library, locale) for locale in library.locales}
    entries: dict[str, Any] = {
        kind.folder: {slug: _branded(entry, facts) for slug, entry in getattr(library, kind.folder).items()}
        for kind in KINDS
    }
    strings = {locale: _filled(own, facts[locale]) for locale, own in library.strings.items()}
    return replace(library, strings=strings, **entries)


def _branded(entry: Entry[Any, W], facts: Mapping[str, Mapping[str, str]]) -> Entry[Any, W]:
    return replace(entry, words={locale: _filled(words, facts[locale]) for locale, words in entry.words.items()})


def translated(library: Library, entry: Entry[Any, W], locale: str) -> Translated[W]:
    """An entry's words in a locale, or in the source language where the locale is partial and lacks them."""
    return entry.in_locale(locale, library.config.source_locale)


def words_of(library: Library, entry: Entry[Any, W], locale: str) -> W:
    """The same, where the language does not matter."""
    return translated(library, entry, locale).words


def partner_names(library: Library, place: Jurisdiction, locale: str) -> str:
    """The police bodies of a jurisdiction in one line; empty if it names none."""
    return ", ".join(words_of(library, partner, locale).name for partner in library.partners_of(place))


def brand_facts(library: Library, locale: str) -> dict[str, str]:
    """The placeholders that the configuration fills."""
    brand = library.config.brand
    return {
        "exchange": brand.names[locale],
        "website": brand.website,
        "verify_tool": brand.verify_tool,
        "help_centre": brand.help_centre,
        "police_portal": brand.police_portal,
    }


def _filled(value: Any, facts: Mapping[str, str]) -> Any:
    """The value with every known placeholder in every text replaced; the very same one where there is none."""
    if isinstance(value, str):
        return fill(value, facts) if "{" in value else value
    if isinstance(value, tuple):
        items = [_filled(item, facts) for item in value]
        return value if all(map(is_, items, value)) else tuple(items)
    if isinstance(value, dict):
        return {key: _filled(item, facts) for key, item in value.items()}
    if isinstance(value, BaseModel):
        filled = {key: made for key, item in vars(value).items() if (made := _filled(item, facts)) is not item}
        return value.model_copy(update=filled) if filled else value
    return value
