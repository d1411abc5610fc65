"""What differs between two releases, in the order in which it can do harm: numbers and addresses, then words."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain, zip_longest
from typing import Any

from builder.model.approval import Candidate

# What a person dials, opens or relies on; everything else in a bundle is words.
_FACTS = frozenset({"number", "display", "href", "url", "page", "starts_on", "ends_on", "checked_on", "first_call"})


@dataclass(frozen=True)
class Change:
    """One difference: where it stands, what stood there, what stands there now. Empty means absent."""

    where: str
    before: str
    after: str


def dangerous_changes(before: Candidate | None, after: Candidate) -> tuple[Change, ...]:
    """Numbers, then addresses and dates; all of them for a new jurisdiction. What all languages share stands once."""
    changes = _changes(_facts(before) if before else {}, _facts(after))
    return tuple(sorted(changes, key=lambda change: " phone " not in change.where))


def worded_changes(before: Candidate | None, after: Candidate) -> dict[str, tuple[Change, ...]]:
    """Texts of the alert and the pages, by locale."""
    locales = sorted({*after.bundles, *(before.bundles if before else ())})
    return {locale: tuple(_worded(locale, before, after)) for locale in locales}


def _facts(content: Candidate) -> dict[str, str]:
    found: dict[tuple[str, str], list[str]] = {}
    for locale, bundle in sorted(content.bundles.items()):
        for path, value in _leaves(json.loads(bundle), ()):
            if path[-1] in _FACTS:
                found.setdefault((" ".join(path), value), []).append(locale)
    everywhere = sorted(content.bundles)
    return {
        path if locales == everywhere else f"{path} ({', '.join(locales)})": value
        for (path, value), locales in found.items()
    }


def _worded(locale: str, before: Candidate | None, after: Candidate) -> Iterator[Change]:
    old, new = _alert_words(locale, before), _alert_words(locale, after)
    yield from _changes(old, new)
    old_pages, new_pages = _page_words(locale, before), _page_words(locale, after)
    pages: dict[tuple[str, str], list[str]] = {}
    for address in sorted({*old_pages, *new_pages}):
        for texts in _text_changes(old_pages.get(address, []), new_pages.get(address, [])):
            pages.setdefault(texts, []).append(address)
    for (was, now), addresses in pages.items():
        yield Change(", ".join(dict.fromkeys(addresses)), was, now)


def _alert_words(locale: str, content: Candidate | None) -> dict[str, str]:
    if content is None or locale not in content.bundles:
        return {}
    leaves = _leaves(json.loads(content.bundles[locale]), ())
    return {f"bundle {' '.join(path)}": value for path, value in leaves if path[-1] not in _FACTS}


def _page_words(locale: str, content: Candidate | None) -> dict[str, list[str]]:
    if content is None or locale not in content.bundles:
        return {}
    root = json.loads(content.bundles[locale])["page"]
    return {address: texts for address, texts in json.loads(content.pages).items() if address.startswith(root)}


def _text_changes(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from zip_longest(before[i1:i2], after[j1:j2], fillvalue="")


def _leaves(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every single value with its path; items of a list are named by their id where they have one."""
    if isinstance(value, Mapping):
        yield from chain.from_iterable(_leaves(item, (*path, key)) for key, item in value.items())
    elif isinstance(value, list):
        for number, item in enumerate(value, start=1):
            name = item.get("id", str(number)) if isinstance(item, Mapping) else str(number)
            yield from _leaves(item, (*path, name))
    elif value is not None:
        yield path, str(value)


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for where in sorted({*before, *after}):
        if before.get(where) != after.get(where):
            yield Change(where, before.get(where, ""), after.get(where, ""))
