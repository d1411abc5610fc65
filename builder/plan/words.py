"""Words as they are shown: in the reader's language or the fallback, with the brand filled in."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from builder.model.content.placeholders import fill
from builder.model.content.strings import Strings
from builder.model.content.words import Words
from builder.model.library import Entry, Jurisdiction, Library, Translated

W = TypeVar("W", bound=Words)


def translated(library: Library, entry: Entry[Any, W], locale: str) -> Translated[W]:
    """An entry's words in a locale, or in the source language where the locale is partial and lacks them."""
    found = entry.in_locale(locale, library.config.source_locale)
    return Translated(found.language, _filled(found.words, brand_facts(library, locale)))


def words_of(library: Library, entry: Entry[Any, W], locale: str) -> W:
    """The same, where the language does not matter."""
    return translated(library, entry, locale).words


def partner_names(library: Library, place: Jurisdiction, locale: str) -> str:
    """The police bodies of a jurisdiction in one line; empty if it names none."""
    return ", ".join(words_of(library, partner, locale).name for partner in library.partners_of(place))


def strings_for(library: Library, locale: str) -> Strings:
    """The site's own words."""
    filled: Strings = _filled(library.strings[locale], brand_facts(library, locale))
    return filled


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
    """The same value, every known placeholder in every text replaced."""
    if isinstance(value, str):
        return fill(value, facts)
    if isinstance(value, tuple):
        return tuple(_filled(item, facts) for item in value)
    if isinstance(value, dict):
        return {key: _filled(item, facts) for key, item in value.items()}
    if isinstance(value, BaseModel):
        return value.model_copy(update={key: _filled(item, facts) for key, item in value})
    return value
