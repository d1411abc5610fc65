"""One text of the golden content changed to another one that may stand there, and the state that this makes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from builder.compare import State, state_of
from builder.model.document import Document, Node, Path
from builder.model.printable import printable
from builder.model.site import Site
from builder.parse import parse
from builder.plan import plan
from builder.validate import validate
from tests.conftest import GOLDEN, TODAY

# Another value for each that is one of a few.
OTHERS = {
    "question": "acknowledge",
    "withdrawal": "p2p",
    "public": "police",
    "high": "medium",
    "medium": "high",
    "source-read": "dialled",
    "dialled": "source-read",
    "scammer": "note",
    "you": "note",
    "authority": "job-task",
    "police-badge": "shield-check",
    "24/7": "Mo-Fr 08:00-16:00",
    "hotline": "advice",
    "advice": "hotline",
    "phone-call": "e-mail",
    "text-message": "app",
    "lure": "escalation",
    "fear": "greed",
    "first-send": "asset",
    "yes": "no",
    "NOK": "SEK",
    "percent": "cases",
    "guided": "secret",
}


@dataclass(frozen=True)
class Leaf:
    """A text in a file, by its path."""

    file: str
    path: Path
    text: str

    def __str__(self) -> str:
        return f"{self.file} {'.'.join(map(str, self.path))}: {self.text}"


@cache
def documents() -> tuple[Document, ...]:
    return parse(GOLDEN)


def leaves() -> list[Leaf]:
    return [
        Leaf(document.source.path, path, text)
        for document in documents()
        for path, text in scalars(document.value or {}, ())
    ]


def scalars(value: Node, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    else:
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from scalars(item, (*path, key))


def other_than(text: str) -> str:
    """Something else of the same sort."""
    if text in OTHERS:
        return OTHERS[text]
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return str(date.fromisoformat(text) - timedelta(days=1))
    if text.startswith("https://"):
        return f"{text}x" if not text.endswith("/") else f"{text}x/"
    if re.fullmatch(r"\+?[\d.]+", text):
        return text[:-1] + str((int(text[-1]) + 1) % 10)
    return f"{text} {text.rsplit(maxsplit=1)[-1]}" if " " in text else f"{text} {text}"


def with_text(value: Any, path: Path, text: str) -> Any:
    if not path:
        return text
    copied: Any = list(value) if isinstance(value, list) else dict(value)
    copied[path[0]] = with_text(value[path[0]], path[1:], text)
    return copied


def changed(leaf: Leaf, text: str) -> tuple[Document, ...]:
    """The golden content with one text replaced; a number is replaced in the reviewed tables, too."""
    number = leaf.path[-1] == "number" and "contacts" in leaf.path
    return tuple(_changed(document, leaf, text, tables=number) for document in documents())


def _changed(document: Document, leaf: Leaf, text: str, *, tables: bool) -> Document:
    value: Any = document.value
    if document.source.path == leaf.file:
        value = with_text(value, leaf.path, text)
    elif tables and document.source.path in ("content/short_codes.yml", "content/long_numbers.yml"):
        for path, told in scalars(value, ()):
            value = with_text(value, path, text) if told == leaf.text else value
    if value == document.value:
        return document
    return replace(document, value=value, source=replace(document.source, digest="changed"))


def made(read: tuple[Document, ...]) -> tuple[State, object] | None:
    """The state, and all that is published as one value; None if the gate refuses the content."""
    library = validate(read, TODAY).library
    if library is None:
        return None
    site = plan(library, TODAY, library.trust.trust)
    return state_of(library, site, read), [_published(site), library.config.brand, library.switches.published]


def _published(site: Site) -> object:
    pages = [printable((page.address, page.title, page.description, page.notices, page.body)) for page in site.pages]
    strings = {locale: words.model_dump(exclude={"reviewed"}) for locale, words in site.strings.items()}
    return [site.base_url, pages, printable(site.bundles), strings]
