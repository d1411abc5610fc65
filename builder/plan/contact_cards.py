"""A contact's facts and words → every line of its card."""

from datetime import date
from functools import cache

import phonenumbers

from builder.model.bundle import BundlePhone
from builder.model.cards import ContactCard, SourceLine
from builder.model.content.jurisdiction import Contact
from builder.model.content.phone import Phone
from builder.model.content.placeholders import fill
from builder.model.content.source import Sourced
from builder.model.content.strings import Strings
from builder.model.library import Jurisdiction, Library
from builder.model.site import Scope
from builder.plan.formats import long_date, opening_hours
from builder.plan.words import words_of


def contact_cards(library: Library, place: Jurisdiction, scope: Scope, today: date) -> tuple[ContactCard, ...]:
    """The contacts of a place in its own order, the first call first."""
    cards = [_card(library, place, contact, scope, today) for contact in place.facts.contacts]
    return tuple(sorted(cards, key=lambda card: card.id != place.facts.first_call))


def _card(library: Library, place: Jurisdiction, contact: Contact, scope: Scope, today: date) -> ContactCard:
    strings = scope.strings
    words = words_of(library, place, scope.locale).contacts[contact.id]
    phone = dialled(contact.phone) if contact.phone else None
    stale = is_stale(library, contact, today)
    date_line = strings.contacts.stale if stale else strings.contacts.checked
    return ContactCard(
        id=contact.id,
        kind=contact.kind,
        kind_label=strings.contacts.kinds[contact.kind],
        name=words.name,
        operator=words.operator or "",
        helps_with=words.helps_with,
        limits=words.limits or "",
        number=phone.display if phone else "",
        is_short=phone is not None and phone.kind != "e164",
        href=phone.href if phone else "",
        hours=opening_hours(contact.hours, strings, scope.formats) if contact.hours else "",
        local_only=strings.contacts.local_only if phone and phone.kind != "e164" else "",
        url=contact.url or "",
        url_shown=shown_address(contact.url or ""),
        checked=fill(date_line, {"date": long_date(contact.checked_on, scope.formats)}),
        stale=stale,
        source=source_line(contact, strings),
    )


def shown_address(url: str) -> str:
    """An address as people type it: `https://www.adcc.gov.hk/` is `adcc.gov.hk`."""
    return url.removeprefix("https://").removeprefix("www.").rstrip("/")


def is_stale(library: Library, contact: Contact, today: date) -> bool:
    """Whether the last check is older than the policy window."""
    return contact.age(today) > library.config.windows.contact_days


@cache
def dialled(phone: Phone) -> BundlePhone:
    """A number as people of the place write it, and as a phone dials it.

    A free number (0800, 1800) often fails with its country code, so its link is the national form.
    """
    if phone.kind != "e164":
        return BundlePhone(kind=phone.kind, number=phone.number, display=phone.number, href=f"tel:{phone.number}")
    parsed = phonenumbers.parse(phone.number)
    display = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    free = phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.TOLL_FREE
    dial = "".join(character for character in display if character.isdigit()) if free else phone.number
    return BundlePhone(kind=phone.kind, number=phone.number, display=display, href=f"tel:{dial}")


def source_line(fact: Sourced, strings: Strings) -> SourceLine:
    """Title, address and confidence of a fact's source."""
    high = fact.confidence == "high"
    confidence = strings.provenance.confidence_high if high else strings.provenance.confidence_medium
    return SourceLine(fact.source.title, fact.source.url, confidence)
