"""Contacts: reachable, dialled rightly, linked safely, known from a good source, checked lately."""

import re
from collections.abc import Collection, Iterator, Mapping

import phonenumbers

from builder.model.content.jurisdiction import Contact
from builder.model.content.phone import Phone
from builder.model.content.scalars import host_of
from builder.model.library import SHORT_CODES, Jurisdiction
from builder.model.problem import Problem
from builder.validate.review import Review
from builder.validate.suggestions import did_you_mean

_COSTS_MORE = (phonenumbers.PhoneNumberType.PREMIUM_RATE, phonenumbers.PhoneNumberType.SHARED_COST)


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


def phones(review: Review) -> Iterator[Problem]:
    """Long numbers fit the number plan of the place; short ones stand in the reviewed table."""
    for place, file, number, contact in _contacts(review):
        if phone := contact.phone:
            where = review.value(file, "contacts", number, "phone", "number")
            own = {code.number: code.kind for code in review.library.short_codes if code.jurisdiction == place.slug}
            if phone.kind == "e164":
                if wrong := _wrong_e164(phone.number, place.slug, own):
                    yield Problem(where, "invalid-phone", *wrong)
            elif not re.fullmatch(r"[0-9]{2,6}", phone.number):
                message = f"“{phone.number}” is not a short number: two to six digits, as dialled."
                hint = "A long number is of kind e164 and starts with + and the country code."
                yield Problem(where, "invalid-phone", message, hint)
            elif own.get(phone.number) != phone.kind:
                yield Problem(where, "unreviewed-short-code", *_unreviewed(phone, place.slug, own))


def _unreviewed(phone: Phone, place: str, own: Mapping[str, str]) -> tuple[str, str]:
    if listed := own.get(phone.number):
        message = f"{phone.number} stands in the reviewed table as “{listed}”, not as “{phone.kind}”."
        return message, f"Compare the two: this contact and {SHORT_CODES}."
    message = f"{phone.number} does not stand in the reviewed table as a number of {place}."
    return message, f"Compare it digit by digit; if it is right, add it to {SHORT_CODES} with its source."


def _wrong_e164(number: str, territory: str, short: Collection[str]) -> tuple[str, str] | None:
    """What is wrong with a long number, and a hint; None if nothing is."""
    if not re.fullmatch(r"\+[1-9][0-9]{6,14}", number):
        return f"“{number}” is not written as + and digits only.", _written(number)
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return f"“{number}” starts with a country code that does not exist.", "Compare it with the source."
    if str(parsed.national_number) in {code.lstrip("0") for code in short} or not phonenumbers.is_valid_number(parsed):
        hint = "Compare it with the source. A short number has no country code and is of kind short."
        return f"“{number}” is not a number that can be dialled from everywhere.", hint
    if (region := phonenumbers.region_code_for_number(parsed)) != territory:
        return f"“{number}” is a number of {region}, not of {territory}.", "Compare the country code."
    if phonenumbers.number_type(parsed) in _COSTS_MORE:
        return f"“{number}” costs the caller extra money.", "Find the number that is free or at local cost."
    return None


def _written(number: str) -> str:
    digits = re.sub(r"[^0-9]", "", number)
    if number.startswith("+"):
        return f'Write "+{digits}".'
    return "Put + and the country code before it; a number dialled as it is, is of kind short or emergency."


def hosts(review: Review) -> Iterator[Problem]:
    """Links lead only to hosts that the jurisdiction allows: look-alike domains are the scammers’ trade."""
    for place, file, number, contact in _contacts(review):
        if contact.url:
            host, allowed = host_of(contact.url), place.facts.allowed_hosts
            if not any(host == known or host.endswith(f".{known}") for known in allowed):
                message = f"The host “{host}” is not among the allowed hosts of {place.slug}."
                where = review.value(file, "contacts", number, "url")
                hint = f"{did_you_mean(host, allowed)} An address that is almost right may be a scammer’s copy.".strip()
                yield Problem(where, "host-not-allowed", message, hint)


def stale(review: Review) -> Iterator[Problem]:
    """Numbers change: a check grows old."""
    window = review.library.config.windows.contact_days
    for _, file, number, contact in _contacts(review):
        if (age := contact.age(review.today)) > window:
            message = f"“{contact.id}” was last checked {age} days ago; {window} are allowed."
            hint = "Check the number and the source, then write today’s date."
            place = review.value(file, "contacts", number, "checked_on")
            yield Problem(place, "stale-contact", message, hint, "warning")
