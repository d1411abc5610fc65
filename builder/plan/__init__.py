"""Stage 3: Library → Site. What is published, at which address, in which words. Knows nothing of HTML."""

from datetime import date

from builder.model.bundle import Bundle
from builder.model.library import Library
from builder.model.site import Site
from builder.model.trust import Trust
from builder.plan.bundles import baseline_warning, bundle_of
from builder.plan.general_pages import general_pages
from builder.plan.held_pages import held_page
from builder.plan.place_pages import place_pages
from builder.plan.scopes import general_scope, place_scope
from builder.plan.words import strings_for


def plan(
    library: Library,
    today: date,
    trust: Trust,
    *,
    approved: bool = False,
    held: tuple[tuple[Bundle, ...], ...] = (),
) -> Site:
    """Every page and bundle of the campaign as of a day.

    `approved` says whether they may call themselves so; `held` are the last approved bundles, by jurisdiction, of
    places whose new content waits.
    """
    spoken = [[bundle for bundle in together if bundle.locale in library.locales] for together in held]
    waiting = tuple(tuple(together) for together in spoken if together)
    general = tuple(general_scope(library, locale, approved=approved) for locale in library.locales)
    scopes, pages = list(general), list(general_pages(library, general, today, waiting))
    bundles = []
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
    return Site(
        base_url=library.config.base_url,
        as_of=today,
        trust=trust,
        scopes=tuple(scopes),
        pages=tuple(pages),
        bundles=tuple(bundles),
        baselines=tuple(baseline_warning(library, locale, approved=approved) for locale in library.locales),
        strings={locale: strings_for(library, locale) for locale in library.locales},
    )
