"""Every language says the same: all files, all texts, the same numbers and placeholders."""

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from typing import Any

from builder.model.content.placeholders import placeholders_in
from builder.model.document import Path
from builder.model.library import Entry
from builder.model.problem import Place, Problem
from builder.validate.review import Review, WordsFile
from builder.validate.suggestions import did_you_mean
from builder.validate.wording import known_placeholders, numbers_in

_COPY = "Copy the file of another language to {name} and translate it, or mark the language as partial."
_DIGIT = re.compile(r"\d")
# Fields of words whose keys are ids from the facts; `words_for_facts` compares those.
_KEYED = ("contacts", "statistics", "variants", "figures")


def missing_files(review: Review) -> Iterator[Problem]:
    """Every declared locale has every file; a partial locale may fall back to the source language."""
    library, paths = review.library, review.around.files.paths
    may_lack = frozenset(locale.code for locale in library.config.locales if locale.partial)
    for locale in library.locales:
        if (file := f"content/strings/{locale}.yml") not in paths:
            message = f"The site’s own words are missing in “{locale}”."
            yield Problem(Place(file), "missing-translation", message, "Copy content/strings/ of another language.")
        if locale not in library.config.brand.names:
            message = f"The exchange’s name is missing in “{locale}”."
            place = review.key("site_config.yml", "brand", "names")
            yield Problem(
                place, "missing-translation", message, f"Add “{locale}:” with the name, even if it is the same."
            )
    for entry in review.entries():
        source = entry.words_file(library.config.source_locale)
        spoken = review.locales_of(entry)
        for locale in spoken:
            file = entry.words_file(locale)
            known = file in paths or f"{file[:-4]}.yaml" in paths
            falls_back = locale in may_lack and (source in paths or library.config.source_locale in spoken)
            if not known and not falls_back:
                message = f"The words of “{entry.slug}” are missing in “{locale}”."
                yield Problem(Place(file), "missing-translation", message, _COPY.format(name=f"{locale}.yml"))


def undeclared_locales(review: Review) -> Iterator[Problem]:
    """Words in a language that nothing asks for would never be read."""
    for place, locale, expected in _spoken(review):
        if locale not in expected:
            message = f"Nothing here is published in “{locale}”."
            yield Problem(place(), "undeclared-locale", message, did_you_mean(locale, expected))


def _spoken(review: Review) -> Iterator[tuple[Callable[[], Place], str, tuple[str, ...]]]:
    """Every place where a language is named by a file or a key, and the languages that belong there."""
    library = review.library
    for entry in review.entries():
        if expected := review.locales_of(entry):
            yield from ((partial(Place, entry.words_file(locale)), locale, expected) for locale in entry.words)
    for locale in library.strings:
        yield partial(Place, f"content/strings/{locale}.yml"), locale, library.locales
    for locale in library.config.brand.names:
        yield partial(review.key, "site_config.yml", "brand", "names", locale), locale, library.locales
    for scam in library.scams.values():
        for number, official in enumerate(scam.facts.official_names):
            for locale in official.names:
                place = partial(review.key, scam.facts_file, "official_names", number, "names", locale)
                yield place, locale, library.locales


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
        needless = [name for name in given if name not in ids]
        for name in needless:
            message = f"“{name}” is not in {entry.facts_file.rpartition('/')[2]}."
            yield Problem(review.key(file, field, name), "needless-words", message, did_you_mean(name, ids))
        for missing in (name for name in ids if name not in given and not get_close_matches(name, needless)):
            message = f"“{missing}” has no words here."
            yield Problem(review.key(file, field), "missing-words", message, f"Add “{missing}:” below “{field}:”.")


def texts_agree(review: Review) -> Iterator[Problem]:
    """Translations have the same texts, numbers and placeholders as the source language."""
    source = review.library.config.source_locale
    by_file = {own.file: own for own in review.words}
    for own in review.words:
        reference = by_file.get(f"{own.file.rpartition('/')[0]}/{source}.yml")
        if reference and own is not reference:
            yield from _compare(review, reference, own)


def _compare(review: Review, reference: WordsFile, own: WordsFile) -> Iterator[Problem]:
    there, here, file = dict(reference.texts), dict(own.texts), own.file
    with_numbers = _DIGIT.search(reference.whole) or _DIGIT.search(own.whole)
    for path, text in there.items():
        if path in here and (with_numbers or "{" in text or "{" in here[path]):
            yield from _same(review, file, path, text, here[path])
    if there.keys() == here.keys():
        return
    for parent in sorted(
        {_list_of(path) for path in there.keys() ^ here.keys() if not _reported_by_id(path, there, here)}
    ):
        name = ".".join(map(str, parent))
        counts = [len({path[len(parent)] for path in side if path[: len(parent)] == parent}) for side in (here, there)]
        message = f"“{name}” has {counts[0]} texts here and {counts[1]} in the source language."
        missing = {str(path[len(parent)]) for path in there.keys() - here.keys() if path[: len(parent)] == parent}
        keys = ", ".join(sorted(key for key in missing if not key.isdigit()))
        hint = f"Missing here: {keys}." if keys else "Translate every item, in the same order."
        yield Problem(review.value(file, *parent), "texts-differ", message, hint)


def _list_of(path: Path) -> Path:
    """The list or mapping that lacks a text: the outermost list above it, else what holds it."""
    return next((path[:at] for at, part in enumerate(path) if isinstance(part, int)), path[:-1])


def _reported_by_id(path: Path, *sides: Mapping[Path, str]) -> bool:
    """Whether `words_for_facts` speaks of this text: a whole contact, figure or variant stands on one side only."""
    return path[0] in _KEYED and not all(any(there[:2] == path[:2] for there in side) for side in sides)


def _same(review: Review, file: str, path: Path, source: str, text: str) -> Iterator[Problem]:
    here, there = (sorted(number for number in numbers_in(side)) for side in (text, source))
    if here != there:
        message = f"The numbers are {_listed(here)} here and {_listed(there)} in the source language."
        yield Problem(
            review.value(file, *path),
            "numbers-differ",
            message,
            "A translation never changes a number; compare the two.",
        )
    known = known_placeholders(file, path)
    names, expected = (sorted(placeholders_in(side)) for side in (text, source))
    # A placeholder that is itself wrong is reported where it stands, not in every translation.
    sound = source.count("{") == len(expected) and all(name in known for name in (*names, *expected))
    if sound and names != expected:
        wanted = _listed([f"{{{name}}}" for name in expected])
        hint = "Use the same ones as often, wherever they fit the sentence."
        place = review.value(file, *path)
        yield Problem(place, "placeholders-differ", f"The source language has these placeholders: {wanted}.", hint)


def _listed(items: list[str]) -> str:
    return ", ".join(items) or "none"
