"""A police body: its facts and its name, and its place in the list of its jurisdiction."""

from builder.edit.scaffold.asked import (
    added,
    address_question,
    host_question,
    hosts_to_allow,
    place_question,
    slug_of,
    source_in,
    source_questions,
)
from builder.edit.scaffold.draft import Draft, NewFile
from builder.edit.scaffold.marks import to_write
from builder.edit.scaffold.questions import Answers
from builder.edit.scaffold.shelf import Shelf
from builder.model.content.partner import PartnerWords
from builder.model.document import Node

QUESTIONS = (
    place_question("Of which place is it the police?"),
    slug_of("partner", "partners", "hk-police"),
    address_question("Address of its own site, if you have opened it"),
    host_question(),
    *source_questions("this body"),
)


def partner(shelf: Shelf, answers: Answers) -> Draft:
    """The files of a partner, added to those of its jurisdiction."""
    code = answers["jurisdiction"]
    place = shelf.library.jurisdictions[code]
    path = f"content/jurisdictions/{code}/jurisdiction.yml"
    value = shelf.value(path)
    listed: dict[str, Node] = {**value, "partners": added(value.get("partners", []), answers["slug"])}
    if hosts := hosts_to_allow(shelf, answers):
        listed["allowed_hosts"] = added(value.get("allowed_hosts", []), *hosts)
    new = partner_files(shelf, answers, shelf.worded(place.facts.locales))
    return Draft(new, {path: listed})


def partner_files(shelf: Shelf, answers: Answers, locales: tuple[str, ...]) -> dict[str, NewFile]:
    """The files of a partner, in these languages."""
    code, slug = answers["jurisdiction"], answers["slug"]
    address: dict[str, Node] = {"url": answers["url"]} if answers["url"] else {}
    facts: dict[str, Node] = {"jurisdiction": code, **address, **source_in(shelf, answers)}
    folder, about = f"content/partners/{slug}", f"A proposed partner in {code}. It has approved nothing."
    words = {locale: NewFile(f"The name of “{slug}” ({locale}).", to_write(PartnerWords, {})) for locale in locales}
    return {
        f"{folder}/partner.yml": NewFile(about, facts),
        **{f"{folder}/{key}.yml": file for key, file in words.items()},
    }
