"""Rules for words: only known placeholders, no number or address of a contact, short sentences."""

import re
from collections.abc import Iterator

from builder.model.content.placeholders import placeholders_in
from builder.model.document import Path
from builder.model.problem import Problem
from builder.validate.review import Review, texts
from builder.validate.suggestions import did_you_mean

_EVERYWHERE = ("exchange",)
_IN_PAGES = ("website", "verify_tool", "help_centre", "police_portal")
_IN_FIGURES = ("value", "period")
_IN_STRINGS = ("number", "date", "title", "days", "from", "to", "partner", "code")

_ADDRESS = re.compile(r"https?:|javascript:|data:|www\.|[\w.]+@[\w-]+\.[a-z]{2,}|\]\((?!\{[a-z_]+\}\))", re.IGNORECASE)
_DIGITS = re.compile(r"\+?[0-9][0-9 ()-]*[0-9]")
_SENTENCE_END = re.compile(r"[.!?؟。！？]+(?:\s|$)|[。！？]")
# Plain-language guides for the public ask for about 20 words; the gate leaves room before it complains.
_MOST_WORDS = 30
_MOST_CHARACTERS_WITHOUT_SPACES = 90


def placeholders(review: Review) -> Iterator[Problem]:
    """A name in braces that nothing fills would be shown as it stands."""
    for file, _, words in review.words():
        for path, text in texts(words):
            known = _known_placeholders(file, path)
            for name in placeholders_in(text):
                if name not in known:
                    message = f"“{{{name}}}” is not a placeholder here."
                    yield Problem(review.value(file, *path), "unknown-placeholder", message, did_you_mean(name, known))


def _known_placeholders(file: str, path: Path) -> tuple[str, ...]:
    if path[0] in ("statistics", "figures"):
        return _EVERYWHERE + _IN_FIGURES
    if file.startswith("content/strings/"):
        return _EVERYWHERE + _IN_STRINGS
    return _EVERYWHERE + (_IN_PAGES if file.startswith("content/pages/") else ())


def addresses(review: Review) -> Iterator[Problem]:
    """Web addresses and phone numbers stand once, in the facts, where every one of them is checked."""
    numbers = {
        re.sub(r"\D", "", contact.phone.number): contact.id
        for place in review.library.jurisdictions.values()
        for contact in place.facts.contacts
        if contact.phone
    }
    for file, _, words in review.words():
        for path, text in texts(words):
            if match := _ADDRESS.search(text):
                message = f"A web or e-mail address stands in the words: “{match.group()}…”."
                hint = "Addresses stand in the facts. In a page, link with a placeholder: [text]({help_centre})."
                yield Problem(review.value(file, *path), "address-in-words", message, hint)
            for match in _DIGITS.finditer(text):
                if contact := numbers.get(re.sub(r"\D", "", match.group())):
                    message = f"The phone number “{match.group()}” stands in the words."
                    hint = f"Name the contact instead: its number stands once, as “{contact}”, in jurisdiction.yml."
                    yield Problem(review.value(file, *path), "address-in-words", message, hint)


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
