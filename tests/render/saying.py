"""Puts other words into the place of every text that an author wrote, below the gate: found by the types of the fields.

Addresses, dates, names of things and numbers are no texts; nor is anything with a pattern of its own.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, StringConstraints

from builder.model.library import Entry, Library

KINDS = ("partners", "scams", "jurisdictions", "campaigns", "pages")


def saying(library: Library, say: Callable[[], str]) -> Library:
    """The library with what `say` answers in the place of each text."""
    entries: dict[str, Any] = {
        kind: {slug: _entry(entry, say) for slug, entry in getattr(library, kind).items()} for kind in KINDS
    }
    strings = {locale: _said(words, type(words), say) for locale, words in library.strings.items()}
    config = _said(library.config, type(library.config), say)
    codes = tuple(_said(code, type(code), say) for code in library.short_codes)
    return replace(library, config=config, strings=strings, short_codes=codes, **entries)


def _entry(entry: Entry[Any, Any], say: Callable[[], str]) -> Entry[Any, Any]:
    words = {locale: _said(words, type(words), say) for locale, words in entry.words.items()}
    return replace(entry, facts=_said(entry.facts, type(entry.facts), say), words=words)


def _said(value: Any, kind: Any, say: Callable[[], str]) -> Any:
    if isinstance(value, BaseModel):
        hints = get_type_hints(type(value), include_extras=True)
        return value.model_copy(update={name: _said(item, hints[name], say) for name, item in value})
    if isinstance(value, tuple):
        return tuple(_said(item, _inside(kind, tuple)[0], say) for item in value)
    if isinstance(value, Mapping):
        return {key: _said(item, _inside(kind, dict)[1], say) for key, item in value.items()}
    return say() if isinstance(value, str) and is_text(kind) else value


def is_text(kind: Any) -> bool:
    """Whether a field of this type holds words: text with limits, but of no pattern."""
    if get_origin(kind) in {Union, types.UnionType}:
        return any(is_text(choice) for choice in get_args(kind))
    limits = [limit for limit in getattr(kind, "__metadata__", ()) if isinstance(limit, StringConstraints)]
    return bool(limits) and limits[0].pattern is None


def _inside(kind: Any, container: type) -> tuple[Any, ...]:
    """The types inside `tuple[Line, ...]` or `dict[Slug, Line]`, whatever is noted around them."""
    if get_origin(kind) is Annotated:
        return _inside(get_args(kind)[0], container)
    if get_origin(kind) in {Union, types.UnionType}:
        return next(_inside(choice, container) for choice in get_args(kind) if get_origin(choice) is container)
    return get_args(kind)
