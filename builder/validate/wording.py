"""Rules for words: only known placeholders, no number or address of a contact, short sentences."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress

import phonenumbers

from builder.model.content.placeholders import placeholders_in
from builder.model.document import Path
from builder.model.problem import Problem
from builder.validate.review import Review, texts
from builder.validate.suggestions import did_you_mean

_EVERYWHERE = ("exchange",)
_IN_PAGES = ("website", "verify_tool", "help_centre", "police_portal")
_IN_FIGURES = ("value", "period")
# Where the site fills a fact into its own words: exactly these, or a number or a date would be lost.
_IN_STRINGS: dict[Path, tuple[str, ...]] = {
    ("now", "call"): ("number",),
    ("now", "danger"): ("number",),
    ("site", "as_of"): ("date",),
    ("contacts", "checked"): ("date",),
    ("contacts", "stale"): ("date",),
    ("contacts", "daily"): ("days", "from", "to"),
    ("self_check", "read"): ("title",),
    ("baseline", "sources_of"): ("partner",),
    ("baseline", "unverified"): ("code",),
}

_NUMBER = re.compile(r"[0-9]+(?:[.,:][0-9]+)*")
_TARGET = re.compile(r"\]\((?!\{[a-z_]+\}\))([^)]*)")
_ADDRESS = re.compile(
    r"\b(?:https?|javascript|data):\S*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}\b(?:/\S*)?"
)
_DIGITS = re.compile(r"\+?[0-9][0-9 ().-]*[0-9]")
_SENTENCE_END = re.compile(r"[.!?؟。！？]+(?:\s|$)|[。！？]")
# Plain-language guides for the public ask for about 20 words; the gate leaves room before it complains.
_MOST_WORDS = 30
_MOST_CHARACTERS_WITHOUT_SPACES = 90


def numbers_in(text: str) -> Iterator[str]:
    """The numbers of a text, without separators, whatever digits they are written in."""
    for number in _NUMBER.findall(_with_ascii_digits(text)):
        yield re.sub(r"[.,]", "", number)


def _with_ascii_digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(character, character)) for character in text)


def placeholders(review: Review) -> Iterator[Problem]:
    """A name in braces that nothing fills would be shown as it stands; a figure's sentence must show the figure."""
    for file, _, words in review.words():
        for path, text in texts(words):
            known, given, place = known_placeholders(file, path), placeholders_in(text), review.value(file, *path)
            unknown = [name for name in given if name not in known]
            for name in unknown:
                message = f"“{{{name}}}” is not a placeholder here."
                yield Problem(place, "unknown-placeholder", message, did_you_mean(name, known))
            if not text.count("{") == text.count("}") == len(given):
                message = "A brace is opened or closed alone in this text."
                yield Problem(place, "unknown-placeholder", message, "A placeholder looks like this: {exchange}.")
            for name in _needed(file, path):
                if name not in given and not unknown:
                    message = f"The text does not show its {name}."
                    yield Problem(place, "placeholders-differ", message, f"Put {{{name}}} where it belongs.")


def _needed(file: str, path: Path) -> tuple[str, ...]:
    """The names without which a text loses its fact."""
    if path[0] in ("statistics", "figures"):
        return ("value",)
    return _IN_STRINGS.get(path, ()) if file.startswith("content/strings/") else ()


def known_placeholders(file: str, path: Path) -> tuple[str, ...]:
    """The names that are filled in a text."""
    if path[0] in ("statistics", "figures"):
        return _EVERYWHERE + _IN_FIGURES
    if file.startswith("content/strings/"):
        return _EVERYWHERE + _IN_STRINGS.get(path, ())
    return _EVERYWHERE + (_IN_PAGES if file.startswith("content/pages/") else ())


def addresses(review: Review) -> Iterator[Problem]:
    """Web addresses and phone numbers stand once, in the facts, where every one of them is checked."""
    numbers = dict(_contact_numbers(review))
    for file, _, words in review.words():
        in_page = file.startswith("content/pages/")
        link = "In a page, link with a placeholder: [text]({help_centre})." if in_page else "Name the contact instead."
        for path, text in texts(words):
            place = review.value(file, *path)
            if match := _TARGET.search(text) or _ADDRESS.search(text):
                found = match[1] if match.re is _TARGET else match[0]
                message = f"The address “{found}” stands in the words."
                yield Problem(place, "address-in-words", message, f"Addresses stand once, in the facts. {link}")
            for match in _DIGITS.finditer(_with_ascii_digits(text)):
                if contact := numbers.get(re.sub(r"\D", "", match[0])):
                    message = f"“{match[0]}” is the phone number of “{contact}”, and stands in the words."
                    hint = "Name the contact instead; its number stands once, in jurisdiction.yml."
                    yield Problem(place, "address-in-words", message, hint)


def _contact_numbers(review: Review) -> Iterator[tuple[str, str]]:
    """Every contact's number in the ways people write it, as digits only."""
    for place in review.library.jurisdictions.values():
        for contact in place.facts.contacts:
            if contact.phone:
                digits = re.sub(r"\D", "", contact.phone.number)
                yield digits, contact.id
                if contact.phone.kind == "e164" and digits.isascii():
                    with suppress(phonenumbers.NumberParseException):
                        national = str(phonenumbers.parse(f"+{digits}").national_number)
                        yield from ((national, contact.id), (f"0{national}", contact.id))


def long_sentences(review: Review) -> Iterator[Problem]:
    """A frightened reader loses a long sentence."""
    for file, _, words in review.words():
        for path, text in texts(words) if not file.startswith("content/pages/") else ():
            for sentence in _SENTENCE_END.split(text):
                count, longest = len(sentence.split()), max(map(len, sentence.split()), default=0)
                if count > _MOST_WORDS or longest > _MOST_CHARACTERS_WITHOUT_SPACES:
                    size = f"{count} words" if count > _MOST_WORDS else f"{longest} characters"
                    message = f"A sentence of {size} is hard to follow under stress."
                    yield Problem(review.value(file, *path), "long-sentence", message, "Make two of it.", "warning")
