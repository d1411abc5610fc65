"""What a page must say about itself: a draft, an unreviewed translation, a partial one."""

from collections.abc import Iterable
from typing import Any

from builder.model.library import Entry, Library


def notices(library: Library, locale: str, entries: Iterable[Entry[Any, Any]]) -> tuple[str, ...]:
    """Lines for the head of a page made of these entries. Approvals do not exist yet, so every page is a draft."""
    site = library.strings[locale].site
    found = [entry.words.get(locale) for entry in entries]
    lines = [site.draft_notice]
    if locale != library.config.source_locale and not all(
        words.reviewed for words in (*found, library.strings[locale]) if words
    ):
        lines.append(site.unreviewed_notice)
    if None in found:
        lines.append(site.partial_notice)
    return tuple(lines)
