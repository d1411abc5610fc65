"""Pages that belong to no jurisdiction: the chooser, prose, the page for lost readers, the demo."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from builder.model.bundle import Bundle
from builder.model.cards import Place, PlaceChoice
from builder.model.library import Library, Page
from builder.model.site import Link, PlannedPage, Scope
from builder.model.views import AboutLink, Body, HomeBody, NotFoundBody, PreviewBody, TextBody, TextSection
from builder.plan import addresses
from builder.plan.figures import figure_lines
from builder.plan.formats import cldr, language_name
from builder.plan.gallery import gallery, specimen, wordings_of
from builder.plan.notices import notices
from builder.plan.words import translated, words_of

PREVIEW = "preview/withdrawal/"
GALLERY = "preview/"
SPECIMEN = "preview/specimen/"


def general_pages(
    library: Library, scopes: tuple[Scope, ...], today: date, places: tuple[Place, ...]
) -> Iterator[PlannedPage]:
    """In every language: the chooser and the prose pages. Once: the front door, 404, the demo and the gallery."""
    for scope in scopes:
        yield _home(library, scope, places)
        for page in library.pages.values():
            yield _text(library, page, scope, today)
    source = scopes[0]
    yield replace(_home(library, source, places), address="")
    strings = source.strings
    demo = PreviewBody(places, {locale: _demo_words(library, locale) for locale in library.locales})
    yield _alone(library, source, "404.html", strings.not_found.heading, NotFoundBody(source.root))
    yield _alone(library, source, PREVIEW, strings.preview.heading, demo)
    yield _alone(library, source, GALLERY, "Gallery", gallery(places, source.locale))
    yield _alone(library, source, SPECIMEN, "Specimen", specimen(library))


def choices(shown: Iterable[tuple[Bundle, ...]]) -> tuple[Place, ...]:
    """Every place in each of its own languages, so that nobody must read another one to find their own."""
    return tuple(Place(bundles[0].jurisdiction, tuple(map(_choice, bundles))) for bundles in shown)


def _choice(bundle: Bundle) -> PlaceChoice:
    return PlaceChoice(
        name=bundle.place,
        address=bundle.page,
        locale=bundle.locale,
        language=language_name(bundle.locale),
        direction=bundle.direction,
        wordings=wordings_of(bundle),
    )


def _home(library: Library, scope: Scope, places: tuple[Place, ...]) -> PlannedPage:
    ordered = library.ordered_pages()
    about = []
    for page in ordered:
        words = words_of(library, page, scope.locale)
        about.append(AboutLink(f"{scope.root}{page.slug}/", page.facts.icon, words.title, words.summary))
    body = HomeBody(places, tuple(about))
    return _page(library, scope, "", scope.strings.home.heading, scope.strings.site.description, body, ordered)


def _text(library: Library, page: Page, scope: Scope, today: date) -> PlannedPage:
    told = translated(library, page, scope.locale)
    words = told.words
    body = TextBody(
        summary=words.summary,
        language=told.language,
        sections=tuple(TextSection(section.heading, section.text) for section in words.sections),
        figures=tuple(figure_lines(page.facts.figures, words.figures, scope, today)),
    )
    return _page(library, scope, f"{page.slug}/", words.title, words.summary, body, (page,))


def _page(
    library: Library, scope: Scope, address: str, title: str, description: str, body: Body, entries: tuple[Page, ...]
) -> PlannedPage:
    alternates = tuple(
        Link(language_name(locale), addresses.general_root(locale) + address, locale) for locale in library.locales
    )
    files = [file for entry in entries for file in entry.files(scope.locale, library.config.source_locale)]
    sources = tuple(sorted({*files, f"content/strings/{scope.locale}.yml", "site_config.yml"}))
    lines = notices(library, scope, entries)
    return PlannedPage(scope.root + address, scope, title, description, body, alternates, lines, sources)


def _demo_words(library: Library, locale: str) -> dict[str, str]:
    """What the pretend app says in a language; `fallback` stands in for an alert that does not load."""
    strings = library.strings[locale]
    words = {key: value for key, value in strings.preview if isinstance(value, str)}
    return {**words, "direction": cldr(locale).text_direction, "fallback": strings.baseline.advice_yes}


def _alone(library: Library, scope: Scope, address: str, title: str, body: Body) -> PlannedPage:
    """A page that exists once, in the source language."""
    page = _page(library, scope, "", title, scope.strings.site.description, body, ())
    return replace(page, address=address, alternates=())
