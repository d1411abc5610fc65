"""Somebody who helps: a contact of a jurisdiction, its short number in the reviewed table, its words everywhere."""

import re
from typing import Annotated

from pydantic import AfterValidator

from builder.edit.scaffold.asked import (
    added,
    address_question,
    choice_of,
    host_question,
    hosts_to_allow,
    place_question,
    source_in,
    source_questions,
)
from builder.edit.scaffold.draft import Draft
from builder.edit.scaffold.marks import to_write
from builder.edit.scaffold.questions import Answers, Question
from builder.edit.scaffold.shelf import Shelf
from builder.edit.writing import Quoted
from builder.model.content.jurisdiction import Contact, ContactWords, Hours
from builder.model.content.phone import LONG_NUMBER, SHORT_NUMBER
from builder.model.content.refusal import refusal
from builder.model.content.scalars import Slug
from builder.model.document import Node
from builder.model.library import SHORT_CODES, Jurisdiction

_DIALLED = re.compile(f"{LONG_NUMBER}|{SHORT_NUMBER}")


def _dialled(text: str) -> str:
    if _DIALLED.fullmatch(text):
        return text
    message = "“{text}” is neither a long number, such as +4721234567, nor a short one of two to six digits."
    raise refusal("invalid-phone", message, text)


def _free_id(shelf: Shelf, answers: Answers) -> str:
    return "" if _taken(shelf, answers, answers["kind"]) else answers["kind"]


def _taken(shelf: Shelf, answers: Answers, text: str) -> str:
    place = shelf.library.jurisdictions.get(answers["jurisdiction"])
    known = [contact.id for contact in place.facts.contacts] if place else []
    return f"{answers['jurisdiction']} has a contact called “{text}” already." if text in known else ""


def contact_questions(*, first: bool) -> tuple[Question, ...]:
    """What a contact is; the first one of a place needs a number, others a number or an address."""
    return (
        choice_of(Contact, "kind", "What sort of help is it?", default="hotline" if first else ""),
        Question("id", "Short name of the contact, such as anti-scam-helpline", Slug, default=_free_id, taken=_taken),
        Question(
            "phone", "Its number: with + and the country code, or a short number as it is dialled inside the place",
            Annotated[str, AfterValidator(_dialled)], needed=first,
        ),
        address_question("Address of its page, if it has one"),
        Question(
            "hours", "When somebody answers, only if the source says so: 24/7, or like Mo-Fr 08:00-20:00", Hours,
            needed=False,
        ),
        *source_questions("this contact"),
        choice_of(Contact, "check", "How did you check it?", default="source-read"),
    )  # fmt: skip


_SHARED = contact_questions(first=False)
QUESTIONS = (place_question("In which place?"), *_SHARED[:4], host_question(), *_SHARED[4:])


def contact(shelf: Shelf, answers: Answers) -> Draft:
    """The contact at the end of its jurisdiction's contacts, in facts and in words."""
    code = answers["jurisdiction"]
    folder, place = f"content/jurisdictions/{code}", shelf.library.jurisdictions[code]
    facts = shelf.value(f"{folder}/jurisdiction.yml")
    listed: dict[str, Node] = {**facts, "contacts": added(facts.get("contacts", []), contact_facts(shelf, answers))}
    if hosts := hosts_to_allow(shelf, answers):
        listed["allowed_hosts"] = added(facts.get("allowed_hosts", []), *hosts)
    changed: dict[str, Node] = {f"{folder}/jurisdiction.yml": listed, **short_number(shelf, answers)}
    for path in shelf.words_files(folder):
        words = shelf.value(path)
        known = words.get("contacts")
        entries = {**(known if isinstance(known, dict) else {}), answers["id"]: to_write(ContactWords, {})}
        changed[path] = {**words, "contacts": entries}
    return Draft({}, changed, _read_again(place))


def _read_again(place: Jurisdiction) -> tuple[str, ...]:
    """Whoever has read a file has not read what is added to it."""
    reviewed = ((place.words_file(locale), words.reviewed) for locale, words in place.words.items())
    return tuple(
        f"Let {review.by} read {file} again, then change “reviewed” there." for file, review in reviewed if review
    )


def contact_facts(shelf: Shelf, answers: Answers) -> dict[str, Node]:
    """A contact as it stands in `jurisdiction.yml`."""
    phone: Node = {"kind": _phone_kind(answers), "number": Quoted(answers["phone"])}
    given = {
        "id": answers["id"],
        "kind": answers["kind"],
        "phone": phone if answers["phone"] else "",
        "url": answers["url"],
        "hours": answers["hours"],
        "check": answers["check"],
        **source_in(shelf, answers),
    }
    return {name: value for name, value in given.items() if value}


def short_number(shelf: Shelf, answers: Answers) -> dict[str, Node]:
    """The reviewed table with the contact's short number and its source, if it is not there yet.

    A long number is never copied into the second list: another person reads the source and writes it there.
    """
    code, number, kind = answers["jurisdiction"], answers["phone"], _phone_kind(answers)
    known = {(each.jurisdiction, each.number) for each in shelf.library.short_codes}
    if not number or kind == "e164" or (code, number) in known:
        return {}
    table = shelf.value(SHORT_CODES)
    line: dict[str, Node] = {"jurisdiction": code, "kind": kind, "number": Quoted(number), **source_in(shelf, answers)}
    return {SHORT_CODES: {**table, "short_codes": added(table.get("short_codes", []), line)}}


def _phone_kind(answers: Answers) -> str:
    if answers["phone"].startswith("+"):
        return "e164"
    return "emergency" if answers["kind"] == "emergency" else "short"
