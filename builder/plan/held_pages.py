"""A jurisdiction whose new content waits for approval: one page per language, made of its last approved bundle.

Whoever comes for the number finds the number. Nothing on the page is newer than the approval.
"""

from builder.model.bundle import Bundle, BundleContact
from builder.model.cards import ContactCard, SourceLine
from builder.model.library import Library
from builder.model.site import Link, PlannedPage, Scope
from builder.model.views import HeldBody, HeldScam
from builder.plan import addresses
from builder.plan.contact_cards import shown_address
from builder.plan.formats import language_name, with_territory


def held_page(library: Library, bundle: Bundle, together: tuple[Bundle, ...]) -> PlannedPage:
    """The page of a bundle; `together` holds the bundles of the same jurisdiction in all its languages."""
    scope = _scope(library, bundle)
    return PlannedPage(
        address=bundle.page,
        scope=scope,
        title=bundle.place,
        description=scope.strings.site.description,
        body=HeldBody(
            contacts=tuple(_card(contact, scope) for contact in _first_call_first(bundle)),
            scams=tuple(HeldScam(scam.language, scam.title, scam.summary, scam.red_flags) for scam in bundle.scams),
        ),
        alternates=tuple(Link(language_name(other.locale), other.page, other.locale) for other in together),
        notices=(scope.strings.site.held_notice, *bundle.notices),
        sources=(),
    )


def _scope(library: Library, bundle: Bundle) -> Scope:
    strings = library.strings[bundle.locale]
    return Scope(
        root=bundle.page,
        locale=bundle.locale,
        formats=with_territory(bundle.locale, bundle.jurisdiction),
        direction=bundle.direction,
        strings=strings,
        site_name=f"{bundle.place} · {strings.site.name}",
        home=bundle.page,
        menu=(
            Link(strings.menu.start, bundle.page),
            Link(strings.menu.places, addresses.general_root(bundle.locale)),
        ),
        call=None,
        draft=False,
        standing=(),
    )


def _first_call_first(bundle: Bundle) -> list[BundleContact]:
    return sorted(bundle.contacts, key=lambda contact: contact.id != bundle.first_call)


def _card(contact: BundleContact, scope: Scope) -> ContactCard:
    phone, words = contact.phone, scope.strings.contacts
    is_short = phone is not None and phone.kind != "e164"
    return ContactCard(
        id=contact.id,
        kind=contact.kind,
        kind_label=words.kinds[contact.kind],
        name=contact.name,
        operator=contact.operator or "",
        helps_with=contact.helps_with,
        limits=contact.limits or "",
        number=phone.display if phone else "",
        is_short=is_short,
        href=phone.href if phone else "",
        hours=contact.hours or "",
        local_only=words.local_only if is_short else "",
        url=contact.url or "",
        url_shown=shown_address(contact.url or ""),
        checked=contact.checked,
        stale=contact.stale,
        source=SourceLine("", "", ""),
    )
