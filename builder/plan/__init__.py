"""Stage 3: Library → Site. What is published, at which address, in which words. Knows nothing of HTML."""

from datetime import date

from builder.model.library import Library
from builder.model.site import Site
from builder.plan.bundles import baseline_warning, bundles
from builder.plan.general_pages import general_pages
from builder.plan.place_pages import place_pages
from builder.plan.scopes import general_scope, place_scope
from builder.plan.words import strings_for


def plan(library: Library, today: date) -> Site:
    """Every page and bundle of the campaign as of a day."""
    general = tuple(general_scope(library, locale) for locale in library.locales)
    scopes, pages = list(general), list(general_pages(library, general, today))
    for place in library.jurisdictions.values():
        for locale in place.facts.locales:
            scope = place_scope(library, place, locale)
            scopes.append(scope)
            pages.extend(place_pages(library, place, scope, today))
    return Site(
        base_url=library.config.base_url,
        as_of=today,
        scopes=tuple(scopes),
        pages=tuple(pages),
        bundles=tuple(bundles(library, today)),
        baselines=tuple(baseline_warning(library, locale) for locale in library.locales),
        strings={locale: strings_for(library, locale) for locale in library.locales},
    )
