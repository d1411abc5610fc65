"""Language roots: what every page below one shares."""

from builder.model.content.placeholders import fill
from builder.model.library import Jurisdiction, Library
from builder.model.site import Link, Scope
from builder.plan import addresses
from builder.plan.contact_cards import dialled
from builder.plan.formats import cldr, with_territory
from builder.plan.words import partner_names, words_of


def general_scope(library: Library, locale: str, *, approved: bool) -> Scope:
    """The root of a language's pages that belong to no jurisdiction."""
    root, strings = addresses.general_root(locale), library.strings[locale]
    pages = (Link(words_of(library, page, locale).title, f"{root}{page.slug}/") for page in library.ordered_pages())
    menu = (Link(strings.not_found.home, root), *pages)
    return Scope(
        root=root,
        locale=locale,
        formats=locale,
        direction=cldr(locale).text_direction,
        strings=strings,
        site_name=strings.site.name,
        home=root,
        menu=menu,
        call=None,
        draft=not approved,
        standing=() if approved else (strings.site.draft_notice,),
    )


def place_scope(library: Library, place: Jurisdiction, locale: str, *, approved: bool) -> Scope:
    """The root of a jurisdiction in one of its languages."""
    root, strings = addresses.place_root(place.slug, locale), library.strings[locale]
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
    approval = fill(strings.site.approved, {"partner": partner_names(library, place, locale)})
    return Scope(
        root=root,
        locale=locale,
        formats=with_territory(locale, place.slug),
        direction=cldr(locale).text_direction,
        strings=strings,
        site_name=name,
        home=root,
        menu=menu,
        call=call,
        draft=not approved,
        standing=(approval if approved else strings.site.draft_notice,),
    )
