"""Questions that several kinds of entry share."""

from collections.abc import Iterable
from typing import Literal

from babel import UnknownLocaleError

from builder.edit.scaffold.questions import Answers, Question, Text
from builder.edit.scaffold.shelf import Shelf
from builder.guide.hints import hint_of
from builder.model.content.jurisdiction import Contact
from builder.model.content.scalars import Authored, JurisdictionCode, Line, ListedUrl, Slug, SourceUrl, host_of
from builder.model.document import Node
from builder.plan.formats import cldr

_GOOD: tuple[Literal["high", "medium"], ...] = ("high", "medium")


def slug_of(noun: str, folder: str, example: str, name: str = "slug", default: Text | None = None) -> Question:
    """What the folder of a new entry is called. Under any name but `slug` it may be left out: no such entry is made."""

    def taken(shelf: Shelf, _answers: Answers, text: str) -> str:
        return f"There is a {noun} called “{text}” already." if shelf.has_folder(f"content/{folder}/{text}") else ""

    words = f"Short name of the {noun}, in small letters with hyphens, such as {example}"
    return Question(name, words, Slug, needed=name == "slug", default=default or _nothing, taken=taken)


def _nothing(_shelf: Shelf, _answers: Answers) -> str:
    return ""


def choice_of(model: type[Authored], field: str, words: str, *, several: bool = False, default: str = "") -> Question:
    """One of the values that a field of a model knows, or several of them; each with what it means."""
    meanings = hint_of(model, field).choices
    return Question(
        field,
        words,
        several=several,
        default=lambda _shelf, _answers: default,
        choices=lambda _shelf, _answers: meanings,
    )


def place_question(words: str, name: str = "jurisdiction", *, several: bool = False, needed: bool = True) -> Question:
    """Jurisdictions that exist, by their codes."""
    return Question(
        name, words, JurisdictionCode, several=several, needed=needed,
        choices=lambda shelf, _answers: names_of_places(shelf),
    )  # fmt: skip


def names_of_places(shelf: Shelf) -> dict[str, str]:
    """The name of every jurisdiction by its code, in the source language where it has one."""
    places = shelf.library.jurisdictions.values()
    return {place.slug: next((words.name for words in shelf.in_order(place.words)), "") for place in places}


def titles_of_scams(shelf: Shelf, slugs: Iterable[str]) -> dict[str, str]:
    """The title of each scam, in the source language where it has one; one with broken files has none."""
    words = {slug: scam.words for slug, scam in shelf.library.scams.items()}
    return {slug: next((each.title for each in shelf.in_order(words.get(slug, {}))), "") for slug in slugs}


def is_in_cldr(locale: str) -> bool:
    """Whether names of countries and languages, dates and numbers are known in a language."""
    try:
        cldr(locale)
    except (UnknownLocaleError, ValueError):
        return False
    return True


def source_questions(of_what: str, prefix: str = "", fits: str = "") -> tuple[Question, ...]:
    """Where a fact was read; asked only if `fits`, the name of another question, was answered."""
    choices = hint_of(Contact, "confidence").choices

    def asked(_shelf: Shelf, answers: Answers) -> bool:
        return not fits or bool(answers[fits])

    return (
        Question(f"{prefix}source_title", f"Title of the page where you read about {of_what}", Line, fits=asked),
        Question(f"{prefix}source_url", "Address of that page", SourceUrl, fits=asked),
        Question(
            f"{prefix}confidence", "How good is that page?", fits=asked,
            choices=lambda _shelf, _answers: {name: choices[name] for name in _GOOD},
        ),
    )  # fmt: skip


def source_in(shelf: Shelf, answers: Answers) -> dict[str, Node]:
    """The keys of a fact that was read today."""
    return {
        "confidence": answers["confidence"],
        "source": {"title": answers["source_title"], "url": answers["source_url"]},
        "checked_on": shelf.today.isoformat(),
    }


def address_question(words: str, name: str = "url", fits: str = "") -> Question:
    """A page that may be linked to, or none."""
    return Question(name, words, ListedUrl, needed=False, fits=lambda _shelf, answers: not fits or bool(answers[fits]))


def host_question() -> Question:
    """A site that a jurisdiction has not linked to before is named twice: a look-alike is only a letter away."""

    def wrong(_shelf: Shelf, answers: Answers, text: str) -> str:
        host = host_of(answers["url"])
        return "" if text == host else f"The address leads to “{host}”, not to “{text}”. Compare them letter by letter."

    return Question(
        "allow_host", "Links here may not lead to that site yet. To allow it, type its name again, such as adcc.gov.hk",
        taken=wrong, fits=lambda shelf, answers: bool(hosts_to_allow(shelf, answers)),
    )  # fmt: skip


def hosts_to_allow(shelf: Shelf, answers: Answers) -> list[str]:
    """The host of the address, if the jurisdiction does not allow it yet."""
    place = shelf.library.jurisdictions.get(answers["jurisdiction"])
    if not place or answers["url"].count("/") < 2:
        return []
    host, allowed = host_of(answers["url"]), place.facts.allowed_hosts
    return [] if any(host == known or host.endswith(f".{known}") for known in allowed) else [host]


def added(items: Node, *more: Node) -> list[Node]:
    """A list with more at its end; what is no list yet becomes one."""
    return [*(items if isinstance(items, list) else []), *more]
