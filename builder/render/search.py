"""Site → one search index per language root, in the form Material's search worker reads."""

import re
from collections.abc import Iterator

from markupsafe import escape

from builder.model import views
from builder.model.json_bytes import json_bytes
from builder.model.output import OutputFile
from builder.model.site import PlannedPage, Scope, Site

# Languages the worker has a stemmer for that helps; Chinese is split by the separator below instead.
_STEMMED = frozenset(
    ["ar", "da", "de", "es", "fi", "fr", "hi", "hu", "it", "ja", "nl", "no", "pt", "ro", "ru", "sv", "th", "tr", "vi"]
)
# A break before every Han, kana or hangul character: two-character words are then found inside any sentence.
_SEPARATOR = r"[\s\-,.:;!?()\"“”‘’«»،؛؟，。！？、：；「」（）·]+|(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])"


def search_language(locale: str) -> str:
    """The worker's name of a language, English where it has none."""
    language = locale.split("-", maxsplit=1)[0]
    return language if language in _STEMMED else "en"


def search_indexes(site: Site) -> Iterator[OutputFile]:
    """`<root>search/search_index.json` for every root: a reader searches within one place and language."""
    for scope in site.scopes:
        entries = [_entry(page) for page in site.pages if page.scope == scope and page.address.startswith(scope.root)]
        yield OutputFile(f"{scope.root}search/search_index.json", json_bytes(_index(scope, entries)))


def _index(scope: Scope, entries: list[dict[str, str]]) -> dict[str, object]:
    fields = {"title": {"boost": 1000}, "text": {"boost": 1}, "tags": {"boost": 1000000}}
    language = search_language(scope.locale)
    config = {"lang": [language], "separator": _SEPARATOR, "pipeline": ["stopWordFilter"], "fields": fields}
    return {"config": config, "docs": entries}


def _entry(page: PlannedPage) -> dict[str, str]:
    location = page.address.removeprefix(page.scope.root)
    # The worker shows the paragraphs in which it found something.
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in (page.description, *_texts(page.body)))
    return {"location": location, "title": str(escape(page.title)), "text": text}


def _texts(body: views.Body) -> Iterator[str]:
    match body:
        case views.ScamBody(words=words):
            yield from (*words.how_it_works, *words.red_flags, *words.what_to_do)
            yield from (line.text for line in words.example.lines)
        case views.TipsBody():
            yield from (f"{tip.title} {tip.text}" for tip in body.tips)
            yield from (*body.never_exchange, *body.never_police)
        case views.ContactsBody():
            yield from (f"{card.name} {card.number} {card.helps_with}" for card in body.contacts)
        case views.TextBody():
            yield from (f"{section.heading} {_without_markup(section.markdown)}" for section in body.sections)
        case views.HeldBody():
            yield from (f"{card.name} {card.number} {card.helps_with}" for card in body.contacts)
        case views.StartBody():
            yield f"{body.first.name} {body.first.number}"


def _without_markup(markdown: str) -> str:
    return re.sub(r"\]\([^)]*\)|[\[*_#`>]", " ", markdown)
