"""Contacts: reachable, dialled rightly, linked safely, known from a good source, checked lately."""

import re
from collections.abc import Iterator

import phonenumbers

from builder.model.content.jurisdiction import Contact
from builder.model.content.phone import Phone
from builder.model.content.scalars import host_of
from builder.model.content.source import Sourced
from builder.model.document import Path
from builder.model.library import SHORT_CODES, Jurisdiction
from builder.model.problem import Problem
from builder.validate.review import Review
from builder.validate.suggestions import did_you_mean


def _contacts(review: Review) -> Iterator[tuple[Jurisdiction, str, int, Contact]]:
    for place in review.library.jurisdictions.values():
        for number, contact in enumerate(place.facts.contacts):
            yield place, place.facts_file, number, contact


def reachable(review: Review) -> Iterator[Problem]:
    """A contact has a number or an address."""
    for _, file, number, contact in _contacts(review):
        if not contact.phone and not contact.url:
            message = f"“{contact.id}” has neither a phone nor a url."
            yield Problem(review.value(file, "contacts", number), "unreachable-contact", message)


def phones(review: Review) -> Iterator[Problem]:
    """Long numbers fit the number plan of the place; short ones stand in the reviewed table."""
    table = {(code.jurisdiction, code.kind, code.number) for code in review.library.short_codes}
    for place, file, number, contact in _contacts(review):
        if phone := contact.phone:
            where = review.value(file, "contacts", number, "phone", "number")
            if phone.kind == "e164":
                if wrong := _wrong_e164(phone, place.facts.code):
                    yield Problem(where, "invalid-phone", *wrong)
            elif not re.fullmatch(r"[0-9]{2,6}", phone.number):
                message = f"“{phone.number}” is not a short number: two to six digits, as dialled."
                hint = "A number with a country code is of kind e164." if phone.number.startswith("+") else ""
                yield Problem(where, "invalid-phone", message, hint)
            elif (place.facts.code, phone.kind, phone.number) not in table:
                message = f"{phone.number} is not in the reviewed table as a number of kind “{phone.kind}” in {place.slug}."
                yield Problem(where, "unreviewed-short-code", message, f"Add it to {SHORT_CODES} with its source.")


def _wrong_e164(phone: Phone, territory: str) -> tuple[str, str] | None:
    if not re.fullmatch(r"\+[1-9][0-9]{6,14}", phone.number):
        hint = "A short number, dialled as it is, is of kind short or emergency."
        return f"“{phone.number}” is not written as + and digits only.", hint
    parsed = phonenumbers.parse(phone.number)
    if not phonenumbers.is_valid_number(parsed):
        hint = "Compare it with the source. A short number has no country code and is of kind short."
        return f"“{phone.number}” is not a number that any phone network has.", hint
    if phonenumbers.region_code_for_number(parsed) != territory:
        region = phonenumbers.region_code_for_number(parsed)
        return f"“{phone.number}” is a number of {region}, not of {territory}.", "Compare the country code."
    if phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.PREMIUM_RATE:
        return f"“{phone.number}” costs the caller extra money.", "Find the number that is free or at local cost."
    return None


def hosts(review: Review) -> Iterator[Problem]:
    """Links lead only to hosts that the jurisdiction allows: look-alike domains are the scammers’ trade."""
    for place, file, number, contact in _contacts(review):
        if contact.url:
            host, allowed = host_of(contact.url), place.facts.allowed_hosts
            if not any(host == known or host.endswith(f".{known}") for known in allowed):
                message = f"The host “{host}” is not among the allowed hosts of {place.slug}."
                where = review.value(file, "contacts", number, "url")
                yield Problem(where, "host-not-allowed", message, did_you_mean(host, allowed))


def sources(review: Review) -> Iterator[Problem]:
    """Nothing is published that was not read in a good source, by today."""
    for file, path, fact in _sourced(review):
        if fact.confidence in ("low", "memory"):
            message = f"A fact of confidence “{fact.confidence}” is never published."
            hint = "Read it in a better source, or take it out."
            yield Problem(review.value(file, *path, "confidence"), "weak-source", message, hint)
        if fact.checked_on > review.today:
            message = f"The check of {fact.checked_on} lies in the future; today is {review.today}."
            yield Problem(review.value(file, *path, "checked_on"), "check-in-future", message)


def _sourced(review: Review) -> Iterator[tuple[str, Path, Sourced]]:
    library = review.library
    for partner in library.partners.values():
        yield partner.facts_file, (), partner.facts
    for scam in library.scams.values():
        for number, name in enumerate(scam.facts.official_names):
            yield scam.facts_file, ("official_names", number), name
    for place in library.jurisdictions.values():
        for number, contact in enumerate(place.facts.contacts):
            yield place.facts_file, ("contacts", number), contact
        for number, statistic in enumerate(place.facts.statistics):
            yield place.facts_file, ("statistics", number), statistic
    for page in library.pages.values():
        for number, figure in enumerate(page.facts.figures):
            yield page.facts_file, ("figures", number), figure
    for number, code in enumerate(library.short_codes):
        yield SHORT_CODES, ("short_codes", number), code


def stale(review: Review) -> Iterator[Problem]:
    """Numbers change: a check grows old."""
    window = review.library.config.windows.contact_days
    for _, file, number, contact in _contacts(review):
        if (age := contact.age(review.today)) > window:
            message = f"“{contact.id}” was last checked {age} days ago; {window} are allowed."
            hint = "Check the number and the source, then write today’s date."
            place = review.value(file, "contacts", number, "checked_on")
            yield Problem(place, "stale-contact", message, hint, "warning")
