"""Every language says the same: all texts, the same numbers and placeholders."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from builder.model.content.placeholders import placeholders_in
from builder.model.document import Path
from builder.model.library import Entry
from builder.model.problem import Correction, Place, Problem
from builder.validate.addresses import contact_numbers
from builder.validate.numerals import in_digits_of, numbers_in, spelled_numbers
from builder.validate.review import Review, WordsFile
from builder.validate.suggestions import Meant, did_you_mean, nearest
from builder.validate.wording import known_placeholders

_DIGIT = re.compile(r"\d")
# Fields of words whose keys are ids from the facts; `words_for_facts` compares those.
_KEYED = ("contacts", "statistics", "variants", "figures")


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
        needless, wanted = [name for name in given if name not in ids], [name for name in ids if name not in given]
        renamed = _renamed(needless, wanted)
        answered = {meant.text for meant in renamed.values()}
        for name in needless:
            message = f"“{name}” is not in {entry.facts_file.rpartition('/')[2]}."
            place = review.key(file, field, name)
            correction = review.instead(place, name, renamed.get(name))
            hint = f"Did you mean “{renamed[name].text}”?" if name in renamed else did_you_mean(name, ids)
            yield Problem(place, "needless-words", message, hint or "Remove these words.", correction=correction)
        for missing in (name for name in wanted if name not in answered):
            message = f"“{missing}” has no words here."
            yield Problem(review.key(file, field), "missing-words", message, f"Add “{missing}:” below “{field}:”.")


def _renamed(needless: list[str], wanted: list[str]) -> dict[str, Meant]:
    """Which id was meant by each name without facts: the nearest that has no words, or the only one."""
    if len(needless) == len(wanted) == 1:
        return {needless[0]: nearest(needless[0], wanted) or Meant(wanted[0])}
    return {name: meant for name in needless if (meant := nearest(name, wanted))}


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
            yield from _same(review, file, reference.file, path, text, here[path])
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
        every = f"Translate every item of {reference.file}, in the same order."
        hint = f"Missing here, and written in {reference.file}: {keys}." if keys else every
        yield Problem(review.value(file, *parent), "texts-differ", message, hint)


def _list_of(path: Path) -> Path:
    """The list or mapping that lacks a text: the outermost list above it, else what holds it."""
    return next((path[:at] for at, part in enumerate(path) if isinstance(part, int)), path[:-1])


def _reported_by_id(path: Path, *sides: Mapping[Path, str]) -> bool:
    """Whether `words_for_facts` speaks of this text: a whole contact, figure or variant stands on one side only."""
    return path[0] in _KEYED and not all(any(there[:2] == path[:2] for there in side) for side in sides)


def _same(review: Review, file: str, source_file: str, path: Path, source: str, text: str) -> Iterator[Problem]:
    (here, names), (there, expected) = _compared(text), _compared(source)
    if here != there and _differ_beside_contacts(review, here, there):
        message = f"The numbers are {_listed(here)} here and {_listed(there)} in the source language."
        place, hint = review.value(file, *path), f"Compare it with {source_file}: a translation never changes a number."
        correction = _agreeing(review, place, source, text)
        yield Problem(place, "numbers-differ", message, hint, correction=correction)
    known = known_placeholders(file, path)
    # A placeholder that is itself wrong is reported where it stands, not in every translation.
    sound = source.count("{") == source.count("}") == len(expected) and all(
        name in known for name in (*names, *expected)
    )
    if sound and names != expected:
        wanted = _listed([f"{{{name}}}" for name in expected])
        hint = f"Use the same ones as {source_file}, as often, wherever they fit the sentence."
        place = review.value(file, *path)
        yield Problem(place, "placeholders-differ", f"The source language has these placeholders: {wanted}.", hint)


@lru_cache(maxsize=4_000)
def _compared(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a translation has in common with its source: all numbers, all placeholders."""
    return tuple(sorted(numbers_in(text))), tuple(sorted(placeholders_in(text)))


def _differ_beside_contacts(review: Review, here: Iterable[str], there: Iterable[str]) -> bool:
    """Whether numbers differ that are no contact's: those are reported where they stand, not in every translation."""
    contacts = {**review.around.numbers, **contact_numbers(review.library)}
    kept = ([number for number in side if number not in contacts] for side in (here, there))
    return next(kept) != next(kept)


def _agreeing(review: Review, place: Place, source: str, text: str) -> Correction | None:
    """The only number that differs as the source language has it, in the digits of the translation."""
    theirs, ours = (list(spelled_numbers(side)) for side in (source, text))
    wrong = [written for plain, written in ours if plain not in dict(theirs)]
    right = [written for plain, written in theirs if plain not in dict(ours)]
    if len(wrong) != 1 or len(right) != 1 or len(theirs) != len(ours):
        return None
    return review.within(place, wrong[0], Meant(in_digits_of(wrong[0], right[0])))


def _listed(items: Iterable[str]) -> str:
    return ", ".join(items) or "none"
