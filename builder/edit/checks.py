"""A check that somebody has made of a contact, figure or short number → the file with that check written down."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from builder.edit.consequences import with_texts
from builder.edit.rewriting import rewritten
from builder.model.content.jurisdiction import Contact
from builder.model.content.source import Sourced
from builder.model.document import Path
from builder.model.library import SHORT_CODES, Library
from builder.model.order import Order
from builder.model.problem import Problem
from builder.pipeline import Checked
from builder.validate import validate


class CannotRecord(Exception):
    """Says in a sentence why a check cannot be written down."""


@dataclass(frozen=True)
class Checkable:
    """A fact that somebody has to look up again from time to time, and where it stands.

    `name` is its id, or the number of a short code; `jurisdiction` is empty for a figure that belongs to no place.
    """

    kind: str
    jurisdiction: str
    name: str
    file: str
    path: Path
    fact: Sourced


@dataclass(frozen=True)
class Made:
    """A check that was made: by whom, on which day, where it was read, and whether the number was dialled.

    `title` is that of the page; empty if it is the page that is already named.
    """

    by: str
    on: date
    source: str
    title: str = ""
    dialled: bool = False


def checkable(library: Library) -> Iterator[Checkable]:
    """Every contact, figure and short number of the content."""
    for code, place in library.jurisdictions.items():
        for number, contact in enumerate(place.facts.contacts):
            yield Checkable("contact", code, contact.id, place.facts_file, ("contacts", number), contact)
        for number, figure in enumerate(place.facts.statistics):
            yield Checkable("figure", code, figure.id, place.facts_file, ("statistics", number), figure)
    for page in library.pages.values():
        for number, figure in enumerate(page.facts.figures):
            yield Checkable("figure", "", figure.id, page.facts_file, ("figures", number), figure)
    for number, short in enumerate(library.short_codes):
        path = ("short_codes", number)
        yield Checkable("short number", short.jurisdiction, short.number, SHORT_CODES, path, short)


def the_one_called(library: Library, name: str, jurisdiction: str) -> Checkable:
    """The one fact of a name, in a jurisdiction if one is given. Raises CannotRecord if there is none, or several."""
    named = [each for each in checkable(library) if each.name == name]
    fitting = [each for each in named if jurisdiction in ("", each.jurisdiction)]
    if len(fitting) == 1:
        return fitting[0]
    places = ", ".join(sorted({each.jurisdiction or each.file for each in named}))
    if fitting:
        raise CannotRecord(f"“{name}” stands in several places: {places}. Choose one with --jurisdiction.")
    if named:
        raise CannotRecord(f"There is no “{name}” in {jurisdiction}; it stands in {places}.")
    raise CannotRecord(f"No contact, figure or short number is called “{name}”. {_meant(library, name)}".strip())


def _meant(library: Library, name: str) -> str:
    nearest = get_close_matches(name, sorted({each.name for each in checkable(library)}), n=1)
    return f"Did you mean “{nearest[0]}”?" if nearest else ""


def recorded(checked: Checked, which: Checkable, made: Made) -> str:
    """The text of the file with the check in it. Raises CannotRecord and CannotRewrite."""
    document = next(each for each in checked.documents if each.source.path == which.file)
    value: Any = deepcopy(document.value)
    fact = value
    for step in which.path:
        fact = fact[step]
    _write_down(fact, which, made)
    return rewritten(document.source.text, value)


def _write_down(fact: dict[str, Any], which: Checkable, made: Made) -> None:
    source = fact["source"]
    if source["url"] != made.source:
        if not made.title:
            raise CannotRecord(f"So far “{source['url']}” is named. Give the title of the new page with --title.")
        source.pop("date", None)  # the new page may show another one, or none
    fact["source"] = {**source, "title": made.title or source["title"], "url": made.source}
    if isinstance(which.fact, Contact):
        fact["check"] = "dialled" if made.dialled else "source-read"
    elif made.dialled:
        raise CannotRecord(
            f"Only a contact is dialled, and “{which.name}” is a {which.kind}: "
            "record the call at the contact, and this without --dialled."
        )
    fact["checked_on"] = made.on.isoformat()
    fact["checked_by"] = made.by


def objections(checked: Checked, order: Order, file: str, text: str) -> tuple[Problem, ...]:
    """The errors that the whole content would have if a file had this text."""
    documents = with_texts(checked.documents, {file: text})
    problems = validate(documents, order.today, production=order.production).problems
    return tuple(problem for problem in problems if problem.severity == "error")
