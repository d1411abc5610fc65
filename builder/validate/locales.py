"""Languages: every one that is declared has its files, and nothing is written in one that is not."""

from collections.abc import Callable, Collection, Iterator
from functools import partial

from babel import Locale, UnknownLocaleError

from builder.model.content.language_tags import script_of, standard_tag
from builder.model.content.scam import ScamFacts
from builder.model.problem import Place, Problem
from builder.validate.review import Review
from builder.validate.suggestions import Meant, did_you_mean, nearest

_COPY = "Copy the file of another language to {name} and translate it, or mark the language as partial."
_WRITE = (
    "No language has them yet. Write {name}: the form asks for all that belongs into it, and docs/fields.md lists it."
)
_REMOVE = "Remove the file, or list its language under “locales”; listed are: {}."


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
        hint = _COPY if any(entry.words_file(locale) in paths for locale in library.locales) else _WRITE
        spoken = review.locales_of(entry)
        misnamed = {meant.text for name in entry.words if (meant := _meant_locale(name, spoken, entry.words))}
        for locale in spoken:
            file = entry.words_file(locale)
            known = file in paths or f"{file[:-4]}.yaml" in paths or locale in misnamed
            falls_back = locale in may_lack and (source in paths or library.config.source_locale in spoken)
            if not known and not falls_back:
                message = f"The words of “{entry.slug}” are missing in “{locale}”."
                yield Problem(Place(file), "missing-translation", message, hint.format(name=f"{locale}.yml"))


def undeclared_locales(review: Review) -> Iterator[Problem]:
    """Words in a language that nothing asks for would never be read."""
    for place, locale, expected, present in _spoken(review):
        if locale not in expected:
            where, meant = place(), _meant_locale(locale, expected, present)
            message = f"Nothing here is published in “{locale}”."
            if where.file.endswith(f"/{locale}.yml"):
                hint = f"Rename the file to {meant.text}.yml." if meant else _REMOVE.format(", ".join(expected))
                yield Problem(where, "undeclared-locale", message, hint)
            else:
                hint = f"Did you mean “{meant.text}”?" if meant else did_you_mean(locale, expected)
                correction = review.instead(where, locale, meant)
                yield Problem(where, "undeclared-locale", message, hint, correction=correction)


def _meant_locale(name: str, expected: Collection[str], present: Collection[str]) -> Meant | None:
    """The language meant by a name that is not expected, among those that have no words yet."""
    absent = [locale for locale in expected if locale not in present]
    if name in expected or not absent:
        return None
    if near := nearest(name.replace("_", "-"), absent):
        return near
    alike = _written_alike if standard_tag(name) else _called
    return next((Meant(locale) for locale in absent if alike(locale, name)), None)


def _called(locale: str, name: str) -> bool:
    """Whether a language has this name, in English or in itself; not told where CLDR knows no names of it."""
    try:
        language = Locale.parse(locale, sep="-")
    except UnknownLocaleError:
        return False
    return name.casefold() in {(language.get_display_name(own) or "").casefold() for own in ("en", language)}


def _written_alike(one: str, other: str) -> bool:
    """Whether two tags stand for one language in one script, as zh-HK and zh-Hant do."""
    first, second = standard_tag(one), standard_tag(other)
    return (first.partition("-")[0], script_of(first)) == (second.partition("-")[0], script_of(second))


def _spoken(review: Review) -> Iterator[tuple[Callable[[], Place], str, tuple[str, ...], Collection[str]]]:
    """Every place where a language is named by a file or a key, the languages that belong there and those present."""
    library = review.library
    for entry in review.entries():
        # A scam may have words ready for a place that will show it.
        if expected := library.locales if isinstance(entry.facts, ScamFacts) else review.locales_of(entry):
            for locale in entry.words:
                yield partial(Place, entry.words_file(locale)), locale, expected, entry.words
    for locale in library.strings:
        yield partial(Place, f"content/strings/{locale}.yml"), locale, library.locales, library.strings
    names = library.config.brand.names
    for locale in names:
        yield partial(review.key, "site_config.yml", "brand", "names", locale), locale, library.locales, names
    for scam in library.scams.values():
        for number, official in enumerate(scam.facts.official_names):
            for locale in official.names:
                place = partial(review.key, scam.facts_file, "official_names", number, "names", locale)
                yield place, locale, library.locales, official.names
