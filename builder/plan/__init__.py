"""Stage 3: Library → Site. What is published, at which address, in which words. Knows nothing of HTML."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from builder.model.bundle import Bundle
from builder.model.cards import Place
from builder.model.library import Library
from builder.model.site import PlannedPage, Scope, Site
from builder.model.trust import Trust
from builder.plan.bundles import baseline_warning, bundle_of
from builder.plan.general_pages import choices, general_pages
from builder.plan.held_pages import held_page
from builder.plan.place_pages import place_pages
from builder.plan.scopes import general_scope, place_scope
from builder.plan.words import branded

Held = tuple[tuple[Bundle, ...], ...]


def plan(library: Library, today: date, trust: Trust, *, approved: bool = False, held: Held = ()) -> Site:
    """Every page and bundle of the campaign as of a day.

    `approved` says whether they may call themselves so; `held` are the last approved bundles, by jurisdiction, of
    places whose new content waits.
    """
    places = plan_places(library, today, trust, approved=approved, held=held)
    front = plan_front(library, today, trust, choices(places.shown), approved=approved)
    return joined([front, places])


def joined(parts: Sequence[Site]) -> Site:
    """One site of several parts."""
    return replace(
        parts[0],
        scopes=tuple(scope for part in parts for scope in part.scopes),
        pages=tuple(page for part in parts for page in part.pages),
        bundles=tuple(bundle for part in parts for bundle in part.bundles),
        held=tuple(together for part in parts for together in part.held),
    )


def plan_front(library: Library, today: date, trust: Trust, places: tuple[Place, ...], *, approved: bool) -> Site:
    """What belongs to no jurisdiction: the chooser of these places, prose, the page for lost readers, the demo."""
    library = branded(library)
    scopes = tuple(general_scope(library, locale, approved=approved) for locale in library.locales)
    pages = tuple(general_pages(library, scopes, today, places))
    return _site(library, today, trust, approved=approved, scopes=scopes, pages=pages)


def plan_places(library: Library, today: date, trust: Trust, *, approved: bool = False, held: Held = ()) -> Site:
    """What belongs to the jurisdictions of a library, and to those that wait."""
    library = branded(library)
    scopes: list[Scope] = []
    pages: list[PlannedPage] = []
    bundles: list[Bundle] = []
    spoken = [tuple(bundle for bundle in together if bundle.locale in library.locales) for together in held]
    waiting = tuple(together for together in spoken if together)
    for together in waiting:
        shrunk = [held_page(library, bundle, together) for bundle in together]
        scopes.extend(page.scope for page in shrunk)
        pages.extend(shrunk)
    for place in library.jurisdictions.values():
        for locale in place.facts.locales:
            scope = place_scope(library, place, locale, approved=approved)
            scopes.append(scope)
            bundles.append(bundle_of(library, place, scope, today))
            pages.extend(place_pages(library, place, scope, today))
    site = _site(library, today, trust, approved=approved, scopes=tuple(scopes), pages=tuple(pages))
    return replace(site, bundles=tuple(bundles), held=waiting)


def _site(
    library: Library,
    today: date,
    trust: Trust,
    *,
    approved: bool,
    scopes: tuple[Scope, ...],
    pages: tuple[PlannedPage, ...],
) -> Site:
    return Site(
        base_url=library.config.base_url,
        as_of=today,
        trust=trust,
        scopes=scopes,
        pages=pages,
        bundles=(),
        held=(),
        baselines=tuple(baseline_warning(library, locale, approved=approved) for locale in library.locales),
        strings=library.strings,
    )
