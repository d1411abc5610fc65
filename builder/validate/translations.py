"""Every language says the same: all files, all texts, the same numbers and placeholders."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from builder.model.content.placeholders import placeholders_in
from builder.model.document import Path
from builder.model.library import Entry
from builder.model.problem import Place, Problem
from builder.validate.review import Review, texts
from builder.validate.suggestions import did_you_mean

_NUMBER = re.compile(r"[0-9]+(?:[.,:][0-9]+)*")
# Fields of words whose keys are ids from the facts; `words_for_facts` compares those.
_KEYED = ("contacts", "statistics", "variants", "figures")


def missing_files(review: Review) -> Iterator[Problem]:
    """Every declared locale has every file; a partial locale may fall back to the source language."""
    library = review.library
    partial = frozenset(locale.code for locale in library.config.locales if locale.partial)
    for locale in library.locales:
        file = f"content/strings/{locale}.yml"
        if file not in review.documents:
            yield _missing(file, locale, "the site’s own words")
        if locale not in library.config.brand.names:
            message = f"The exchange has no name in {locale}."
            yield Problem(review.key("site_config.yml", "brand", "names"), "missing-translation", message)
    for entry in review.entries():
        falls_back = review.library.config.source_locale in entry.words
        for locale in library.locales_of(entry):
            file = entry.words_file(locale)
            if file not in review.documents and not (locale in partial and falls_back):
                yield _missing(file, locale, f"“{entry.slug}”")


def _missing(file: str, locale: str, what: str) -> Problem:
    hint = "Copy the file of another language and translate it, or mark the locale as partial in site_config.yml."
    return Problem(Place(file), "missing-translation", f"The {locale} words of {what} are missing.", hint)


def undeclared_locales(review: Review) -> Iterator[Problem]:
    """Words in a language that nothing asks for would never be read."""
    for entry in review.entries():
        expected = review.library.locales_of(entry)
        for locale in entry.words:
            if locale not in expected:
                yield _undeclared(entry.words_file(locale), locale, expected)
    for locale in review.library.strings:
        if locale not in review.library.locales:
            yield _undeclared(f"content/strings/{locale}.yml", locale, review.library.locales)


def _undeclared(file: str, locale: str, expected: Iterable[str]) -> Problem:
    message = f"Nothing here is published in “{locale}”."
    return Problem(Place(file), "undeclared-locale", message, did_you_mean(locale, expected))


def words_for_facts(review: Review) -> Iterator[Problem]:
    """Contacts, figures and variants have words in every language, and words have facts."""
    library = review.library
    for place in library.jurisdictions.values():
        yield from _keys(review, place, "contacts", [contact.id for contact in place.facts.contacts])
        yield from _keys(review, place, "statistics", [statistic.id for statistic in place.facts.statistics])
    for campaign in library.campaigns.values():
        yield from _keys(review, campaign, "variants", [variant.id for variant in campaign.facts.variants])
    for page in library.pages.values():
        yield from _keys(review, page, "figures", [figure.id for figure in page.facts.figures])


def _keys(review: Review, entry: Entry[Any, Any], field: str, ids: list[str]) -> Iterator[Problem]:
    for locale, words in entry.words.items():
        file, given = entry.words_file(locale), getattr(words, field)
        for missing in (id_ for id_ in ids if id_ not in given):
            message = f"“{missing}” has no words here."
            yield Problem(review.key(file, field), "missing-words", message, f"Add “{missing}:” below “{field}:”.")
        for needless in (id_ for id_ in given if id_ not in ids):
            message = f"“{needless}” is not in {entry.facts_file.rpartition('/')[2]}."
            yield Problem(review.key(file, field, needless), "needless-words", message, did_you_mean(needless, ids))


def texts_agree(review: Review) -> Iterator[Problem]:
    """Translations have the same texts, numbers and placeholders as the source language."""
    source = review.library.config.source_locale
    for entry in review.entries():
        if reference := entry.words.get(source):
            for locale, words in entry.words.items():
                if locale != source:
                    yield from _compare(review, dict(texts(reference)), entry.words_file(locale), dict(texts(words)))
    if strings := review.library.strings.get(source):
        for locale, words in review.library.strings.items():
            if locale != source:
                yield from _compare(review, dict(texts(strings)), f"content/strings/{locale}.yml", dict(texts(words)))


def _compare(review: Review, source: dict[Path, str], file: str, words: dict[Path, str]) -> Iterator[Problem]:
    parents: set[Path] = set()
    for path, text in source.items():
        if path in words:
            yield from _same(review, file, path, text, words[path])
        elif not _reported_by_id(path, words):
            parents.add(path[:-1])
    parents.update(path[:-1] for path in words if path not in source and not _reported_by_id(path, source))
    for parent in parents:
        there, here = (len({path[: len(parent) + 1] for path in side if path[: len(parent)] == parent})
                       for side in (source, words))  # fmt: skip
        message = f"“{'.'.join(map(str, parent))}” has {here} texts here and {there} in the source language."
        yield Problem(review.value(file, *parent), "texts-differ", message, "Translate every item, in the same order.")


def _reported_by_id(path: Path, other: dict[Path, str]) -> bool:
    return path[0] in _KEYED and not any(there[:2] == path[:2] for there in other)


def _same(review: Review, file: str, path: Path, source: str, text: str) -> Iterator[Problem]:
    here, there = (sorted(re.sub("[.,]", "", number) for number in _NUMBER.findall(side)) for side in (text, source))
    if here != there:
        message = f"The numbers are {', '.join(here) or 'none'} here and {', '.join(there) or 'none'} in the source language."
        yield Problem(review.value(file, *path), "numbers-differ", message, "A translation never changes a number.")
    names, expected = sorted(placeholders_in(text)), sorted(placeholders_in(source))
    if names != expected:
        wanted = ", ".join(f"{{{name}}}" for name in expected) or "none"
        message = f"The placeholders differ from the source language: expected {wanted}."
        yield Problem(review.value(file, *path), "placeholders-differ", message)
