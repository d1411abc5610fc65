"""What a page or an alert must say about itself: a draft, an unreviewed translation, a partial one."""

from collections.abc import Iterable
from typing import Any

from builder.model.library import Entry, Library
from builder.model.site import Scope


def notices(library: Library, scope: Scope, entries: Iterable[Entry[Any, Any]]) -> tuple[str, ...]:
    """Lines for the head of a page made of these entries."""
    return (*scope.standing, *about_translation(library, scope.locale, entries))


def about_translation(library: Library, locale: str, entries: Iterable[Entry[Any, Any]] = ()) -> tuple[str, ...]:
    """The lines that no native speaker has read some of these words, or that some are missing, where that is so."""
    made_of, site = tuple(entries), library.strings[locale].site
    words = (library.strings[locale], *(entry.words[locale] for entry in made_of if locale in entry.words))
    is_source = locale == library.config.source_locale
    unreviewed = not is_source and not all(own.reviewed for own in words)
    partial = any(locale not in entry.words for entry in made_of)
    return (*([site.unreviewed_notice] if unreviewed else []), *([site.partial_notice] if partial else []))
