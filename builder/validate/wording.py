"""Rules for words: only known placeholders, and short sentences."""

import re
from collections.abc import Iterator

from builder.model.codes import Code
from builder.model.content.placeholders import placeholders_in
from builder.model.document import Path
from builder.model.problem import Correction, Place, Problem
from builder.validate.review import Review
from builder.validate.suggestions import Meant, did_you_mean, nearest

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
    ("site", "approved"): ("partner",),
    ("baseline", "unverified"): ("code",),
    ("alert", "pause_for"): ("time",),
    ("alert", "cool_off"): ("time",),
}

_SENTENCE_END = re.compile(r"[.!?؟。！？]+(?:\s|$)|[。！？]")
# Plain-language guides for the public ask for about 20 words; the gate leaves room before it complains.
_MOST_WORDS = 30
_MOST_CHARACTERS_WITHOUT_SPACES = 90


def placeholders(review: Review) -> Iterator[Problem]:
    """A name in braces that nothing fills would be shown as it stands; a figure's sentence must show the figure."""
    for own in review.words:
        for path, text in own.texts:
            for code, message, hint, name in _misplaced(own.file, path, text):
                place = review.value(own.file, *path)
                correction = _meant_placeholder(review, place, name, known_placeholders(own.file, path), text)
                yield Problem(place, code, message, hint, correction=correction)


def _meant_placeholder(review: Review, place: Place, name: str, known: tuple[str, ...], text: str) -> Correction | None:
    """The known name instead of the unknown one: the nearest, or the only one that can stand there."""
    absent = [choice for choice in known if choice not in placeholders_in(text)]
    if not name:
        return _lone_brace(review, place, known, text)
    meant = nearest(name, absent) or (Meant(absent[0]) if len(known) == len(absent) == 1 else None)
    return review.within(place, f"{{{name}}}", Meant(f"{{{meant.text}}}", meant.sure)) if meant else None


def _lone_brace(review: Review, place: Place, known: tuple[str, ...], text: str) -> Correction | None:
    """A known name with one brace as it is with both."""
    found = re.search(r"\{([a-z_]+)(?![a-z_}])|(?<![a-z_{])([a-z_]+)\}", text)
    name = found and (found[1] or found[2])
    return review.within(place, found[0], Meant(f"{{{name}}}")) if found and name in known else None


def _misplaced(file: str, path: Path, text: str) -> Iterator[tuple[Code, str, str, str]]:
    """Code, message and hint of each, and the unknown name if that is what is wrong."""
    needed = _needed(file, path)
    if not needed and "{" not in text and "}" not in text:
        return
    known, given = known_placeholders(file, path), placeholders_in(text)
    unknown = [name for name in given if name not in known]
    for name in unknown:
        yield "unknown-placeholder", f"“{{{name}}}” is not a placeholder here.", _choose(name, known), name
    if not text.count("{") == text.count("}") == len(given):
        message = "A brace is opened or closed alone in this text."
        yield "unknown-placeholder", message, "Write both braces of a placeholder: {exchange}.", ""
    for name in needed:
        if name not in given and not unknown:
            yield "placeholders-differ", f"The text does not show its {name}.", f"Put {{{name}}} where it belongs.", ""


def _choose(name: str, known: tuple[str, ...]) -> str:
    return did_you_mean(f"{{{name}}}", [f"{{{choice}}}" for choice in known])


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


def long_sentences(review: Review) -> Iterator[Problem]:
    """A frightened reader loses a long sentence."""
    for own in review.words:
        if own.file.startswith("content/pages/"):
            continue
        for path, text in own.texts:
            if len(text) <= _MOST_CHARACTERS_WITHOUT_SPACES and text.count(" ") + text.count("\n") < _MOST_WORDS:
                continue
            for sentence in _SENTENCE_END.split(text):
                count, longest = len(sentence.split()), max(map(len, sentence.split()), default=0)
                if count > _MOST_WORDS or longest > _MOST_CHARACTERS_WITHOUT_SPACES:
                    size = f"{count} words" if count > _MOST_WORDS else f"{longest} characters"
                    message = f"A sentence of {size} is hard to follow under stress."
                    yield Problem(review.value(own.file, *path), "long-sentence", message, "Make two of it.")
