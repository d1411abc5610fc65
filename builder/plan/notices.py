"""What a page or an alert must say about itself: a draft, an unreviewed translation, a partial one."""

from collections.abc import Iterable
from typing import Any

from builder.model.library import Entry, Library


def notices(library: Library, locale: str, entries: Iterable[Entry[Any, Any]]) -> tuple[str, ...]:
    """Lines for the head of a page made of these entries. Approvals do not exist yet, so every page is a draft."""
    made_of = tuple(entries)
    site = library.strings[locale].site
    partial = [site.partial_notice] if any(locale not in entry.words for entry in made_of) else []
    return (site.draft_notice, *unreviewed(library, locale, made_of), *partial)


def unreviewed(library: Library, locale: str, entries: Iterable[Entry[Any, Any]] = ()) -> tuple[str, ...]:
    """The line that no native speaker has read some of these words, where that is so. The source is no translation."""
    words = (library.strings[locale], *(entry.words[locale] for entry in entries if locale in entry.words))
    translated = locale != library.config.source_locale
    if translated and not all(own.reviewed for own in words):
        return (library.strings[locale].site.unreviewed_notice,)
    return ()
