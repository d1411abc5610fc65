"""Language roots: what every page below one shares."""

from builder.model.content.jurisdiction import JurisdictionWords
from builder.model.content.placeholders import fill
from builder.model.content.strings import Strings
from builder.model.library import Jurisdiction, Library
from builder.model.site import Link, Scope
from builder.plan import addresses
from builder.plan.contact_cards import dialled
from builder.plan.formats import cldr, with_territory
from builder.plan.words import filled


def brand_facts(library: Library, locale: str) -> dict[str, str]:
    """The placeholders that the configuration fills."""
    brand = library.config.brand
    return {
        "exchange": brand.names[locale],
        "website": brand.website,
        "verify_tool": brand.verify_tool,
        "help_centre": brand.help_centre,
        "police_portal": brand.police_portal,
    }


def strings_for(library: Library, locale: str) -> Strings:
    """The site's own words with the brand filled in."""
    return filled(library.strings[locale], {"exchange": library.config.brand.names[locale]})


def words_of(library: Library, place: Jurisdiction, locale: str) -> JurisdictionWords:
    """A jurisdiction's words with the brand filled in, in the fallback language where the locale is partial."""
    translated = place.in_locale(locale, library.config.source_locale)
    return filled(translated.words, {"exchange": library.config.brand.names[locale]})


def general_scope(library: Library, locale: str) -> Scope:
    """The root of a language's pages that belong to no jurisdiction."""
    root, strings = addresses.general_root(locale), strings_for(library, locale)
    ordered = sorted(library.pages.values(), key=lambda page: page.facts.order)
    titles = [(page.in_locale(locale, library.config.source_locale).words.title, page.slug) for page in ordered]
    menu = (Link(strings.not_found.home, root), *(Link(title, f"{root}{slug}/") for title, slug in titles))
    return Scope(root, locale, locale, cldr(locale).text_direction, strings, strings.site.name, root, menu, None)


def place_scope(library: Library, place: Jurisdiction, locale: str) -> Scope:
    """The root of a jurisdiction in one of its languages."""
    root, strings = addresses.place_root(place.slug, locale), strings_for(library, locale)
    menu = (
        Link(strings.menu.start, root),
        Link(strings.menu.scams, f"{root}scams/"),
        Link(strings.menu.check, f"{root}check/"),
        Link(strings.menu.tips, f"{root}tips/"),
        Link(strings.menu.contacts, f"{root}contacts/"),
        Link(strings.menu.places, addresses.general_root(locale)),
    )
    name = f"{words_of(library, place, locale).name} · {strings.site.name}"
    first = next(contact for contact in place.facts.contacts if contact.id == place.facts.first_call)
    phone = dialled(first.phone) if first.phone else None
    call = Link(fill(strings.now.call, {"number": phone.display}), phone.href) if phone else None
    formats = with_territory(locale, place.slug)
    return Scope(root, locale, formats, cldr(locale).text_direction, strings, name, root, menu, call)
