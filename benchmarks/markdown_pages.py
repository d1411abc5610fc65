"""The world's YAML → Markdown pages and JSON bundles, for a generator that reads nothing else."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.reading import Edition, codes_of, editions
from benchmarks.world import Size

_SIGNS_ON_START_PAGE = 3


def write_pages(world: Path, size: Size, folder: Path) -> None:
    """Brings the folder up to date; files that stay the same are not touched."""
    everything = list(editions(world, codes_of(world), size.spoken))
    for path, text in _all_files(everything, size):
        file = folder / path
        if not file.exists() or file.read_text("utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")


def _all_files(everything: list[Edition], size: Size) -> Iterator[tuple[str, str]]:
    for locale in size.spoken:
        own = [edition for edition in everything if edition.locale == locale]
        yield f"{locale.lower()}/index.md", _home(own)
    for edition in everything:
        yield from ((f"{edition.root}{path}", text) for path, text in _pages(edition))
        bundle = json.dumps(_bundle(edition), ensure_ascii=False)
        yield f"warnings/v1/{edition.code}/{edition.locale}.json", bundle


def _pages(edition: Edition) -> Iterator[tuple[str, str]]:
    strings = edition.strings
    yield "index.md", _start(edition)
    yield "scams/index.md", _page(strings["scams"], _cards(edition, "", "summary"))
    yield "check.md", _page(strings["self_check"], [*_list(strings["self_check"]["questions"]), *_check(edition)])
    yield "tips.md", _page(strings["tips"], _tips(edition))
    yield (
        "contacts.md",
        _page(strings["contacts"], [line for contact in edition.contacts for line in _contact(contact)]),
    )
    for slug, scam in edition.scams.items():
        yield f"scams/{slug}.md", _scam(edition, scam)


def _page(top: Any, lines: Iterable[str]) -> str:
    """A Markdown file; JSON is YAML too, so that any text can stand in its front matter."""
    meta = {"title": top["heading"], "description": top["lead"]}
    front = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items())
    return "\n".join(["---", front, "---", f"# {top['heading']}", "", top["lead"], "", *lines, ""])


def _home(own: list[Edition]) -> str:
    links = [f"- [{edition.words['name']}](../{edition.root}index.md)" for edition in own]
    return _page(own[0].strings["home"], links)


def _start(edition: Edition) -> str:
    lines = [line for contact in edition.contacts for line in _contact(contact)]
    lines += [f"## {edition.strings['scams']['heading']}", ""]
    for slug, scam in edition.scams.items():
        lines += [f"### [{scam['title']}](scams/{slug}.md)", "", *_list(scam["red_flags"][:_SIGNS_ON_START_PAGE])]
    return _page({"heading": edition.words["name"], "lead": edition.words["intro"]}, lines)


def _scam(edition: Edition, scam: Any) -> str:
    headings = edition.strings["scams"]
    example = [f"- **{headings['who'][line['who']]}** {line['text']}" for line in scam["example"]["lines"]]
    lines = [f"## {headings['red_flags']}", "", *_list(scam["red_flags"])]
    lines += [f"## {headings['how_it_works']}", "", *_list(scam["how_it_works"], "1.")]
    lines += [f"## {headings['example']}", "", scam["example"]["setting"], "", *example, ""]
    lines += [f"## {headings['what_to_do']}", "", *_list(scam["what_to_do"], "1.")]
    lines += [f"## {headings['call_first']}", "", *_contact(edition.first)]
    return _page({"heading": scam["title"], "lead": scam["summary"]}, lines)


def _check(edition: Edition) -> Iterator[str]:
    yield from _cards(edition, "scams/", "question")
    yield from _contact(edition.first)


def _cards(edition: Edition, folder: str, text: str) -> Iterator[str]:
    for slug, scam in edition.scams.items():
        yield from (f"## [{scam['title']}]({folder}{slug}.md)", "", scam[text], "")


def _tips(edition: Edition) -> Iterator[str]:
    for tip in edition.words["tips"]:
        yield from (f"## {tip['title']}", "", tip["text"], "")
    headings = edition.strings["never_asks"]
    yield from (f"## {headings['heading']}", "")
    for who in ("exchange", "police"):
        yield from (f"### {headings[who]}", "", *_list(edition.words["never_asks"][who]))


def _contact(contact: Any) -> Iterator[str]:
    yield from (f"### {contact['name']}", "")
    if number := contact.get("phone", {}).get("number"):
        yield from (f"[{number}](tel:{number})", "")
    for key in ("operator", "helps_with", "limits"):
        if text := contact.get(key):
            yield from (text, "")
    if url := contact.get("url"):
        yield from (f"<{url}>", "")


def _list(texts: Iterable[str], mark: str = "-") -> list[str]:
    return [*(f"{mark} {text}" for text in texts), ""]


def _bundle(edition: Edition) -> Any:
    scams = [
        {key: scam[key] for key in ("title", "summary", "red_flags")}
        | {"id": slug, "page": f"{edition.root}scams/{slug}/"}
        for slug, scam in edition.scams.items()
    ]
    return {
        "jurisdiction": edition.code,
        "locale": edition.locale,
        "place": edition.words["name"],
        "page": edition.root,
        "first_call": edition.facts["first_call"],
        "alerts": [edition.alert],
        "contacts": edition.contacts,
        "scams": scams,
    }
