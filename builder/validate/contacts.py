"""Contacts: reachable, linked safely, checked lately."""

from collections.abc import Iterator

from builder.model.content.jurisdiction import Contact
from builder.model.content.scalars import host_of
from builder.model.document import Path
from builder.model.library import Jurisdiction
from builder.model.problem import Problem
from builder.validate.review import Review
from builder.validate.suggestions import Meant, did_you_mean, nearest

# How alike two hosts are of which one is a slip of the other, and not just a neighbour below the same ending.
_MISTYPED = 0.85


def _contacts(review: Review) -> Iterator[tuple[Jurisdiction, str, int, Contact]]:
    for place in review.library.jurisdictions.values():
        for number, contact in enumerate(place.facts.contacts):
            yield place, place.facts_file, number, contact


def reachable(review: Review) -> Iterator[Problem]:
    """A contact has a number or an address."""
    for _, file, number, contact in _contacts(review):
        if not contact.phone and not contact.url:
            message = f"“{contact.id}” has neither a phone nor a url."
            hint = "Add one of them, or take the contact out."
            yield Problem(review.value(file, "contacts", number), "unreachable-contact", message, hint)
    for place in review.library.jurisdictions.values():
        first = [contact for contact in place.facts.contacts if contact.id == place.facts.first_call]
        if first and not first[0].phone:
            message = f"“{first[0].id}” has no phone, but is the one to call first."
            where = review.value(place.facts_file, "first_call")
            yield Problem(where, "unreachable-contact", message, "Name a contact with a number.")


def hosts(review: Review) -> Iterator[Problem]:
    """Links lead only to hosts that the jurisdiction allows: look-alike domains are the scammers’ trade."""
    for place, file, number, contact in _contacts(review):
        if contact.url:
            yield from _foreign_host(review, place, contact.url, file, ("contacts", number, "url"))
    for partner in review.library.partners.values():
        home = review.library.jurisdictions.get(partner.facts.jurisdiction)
        if home and partner.facts.url:
            yield from _foreign_host(review, home, partner.facts.url, partner.facts_file, ("url",))


def _foreign_host(review: Review, place: Jurisdiction, url: str, file: str, path: Path) -> Iterator[Problem]:
    host, allowed = host_of(url), place.facts.allowed_hosts
    if not any(host == known or host.endswith(f".{known}") for known in allowed):
        message = f"The host “{host}” is not among the allowed hosts of {place.slug}."
        near, where = nearest(host, allowed), review.value(file, *path)
        hint = (
            f"{did_you_mean(host, allowed)} An address that is almost right may be a scammer’s copy."
            if near
            else f"If the page is really theirs, add its host to “allowed_hosts” in {place.facts_file}."
        )
        mistyped = nearest(host, allowed, _MISTYPED)
        right = Meant(url.replace(host, mistyped.text, 1)) if mistyped else None
        correction = review.instead(where, url, right)
        yield Problem(where, "host-not-allowed", message, hint, correction=correction)


def stale(review: Review) -> Iterator[Problem]:
    """Numbers change: a check grows old."""
    window = review.library.config.windows.contact_days
    for _, file, number, contact in _contacts(review):
        if (age := contact.age(review.today)) > window:
            message = f"“{contact.id}” was last checked {age} days ago; {window} are allowed."
            hint = f"Read the source again, or dial it, and record that: antiscam contacts checked {contact.id} …"
            place = review.value(file, "contacts", number, "checked_on")
            yield Problem(place, "stale-contact", message, hint)
