"""Whether a build made what was asked for: every page is there, and the right words stand on it."""

import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.builders import Builder
from benchmarks.edits import Edit
from benchmarks.reading import Edition, codes_of, editions

_SPACE = re.compile(r"\s+")


class WrongOutput(Exception):
    """What is measured is not what was asked for."""


def prove(builder: Builder, edited: str, edit: Edit | None = None) -> None:
    """Raises WrongOutput. Looks at the words of the edited jurisdiction and of the first one, in every language."""
    world, locales = builder.place.world, builder.place.size.spoken
    codes = codes_of(world)
    _all_pages(builder, codes)
    for edition in editions(world, sorted({codes[0], edited}), locales):
        for address, texts in _promised(edition):
            _contains(builder, address, texts, edit if edition.code == edited else None)
        _bundle(builder, edition, edit if edition.code == edited else None)


def _all_pages(builder: Builder, codes: Iterable[str]) -> None:
    homes = [f"{locale.lower()}/" for locale in builder.place.size.spoken]
    addresses = [*homes, *(page for code in codes for page in _addresses(builder, code))]
    missing = [address for address in addresses if not (builder.out / address / "index.html").is_file()]
    if missing or len(addresses) != builder.place.size.pages:
        raise WrongOutput(f"{builder.name}: {len(missing)} of {len(addresses)} pages are missing: {missing[:5]}")


def _addresses(builder: Builder, code: str) -> Iterator[str]:
    """Where the pages of one place stand, in every language."""
    spoken = list(editions(builder.place.world, [code], builder.place.size.spoken))
    scams = [f"scams/{slug}/" for slug in spoken[0].facts["scams"]]
    for edition in spoken:
        yield from (edition.root + page for page in ("", "scams/", "check/", "tips/", "contacts/", *scams))


def _promised(edition: Edition) -> Iterator[tuple[str, list[str]]]:
    """Addresses, and the texts that must stand there."""
    words, root = edition.words, edition.root
    numbers = [f"tel:{number}" for contact in edition.contacts if (number := contact.get("phone", {}).get("number"))]
    first = f"tel:{edition.first['phone']['number']}"
    yield root, [words["name"], words["intro"], first, *(scam["title"] for scam in edition.scams.values())]
    yield f"{root}scams/", [scam[key] for scam in edition.scams.values() for key in ("title", "summary")]
    yield f"{root}check/", [scam["question"] for scam in edition.scams.values()]
    yield f"{root}tips/", [*_texts(words["tips"]), *_texts(words["never_asks"])]
    yield f"{root}contacts/", [*numbers, *(contact["name"] for contact in edition.contacts)]
    for slug, scam in edition.scams.items():
        said = [text for key, value in scam.items() if key != "question" for text in _texts(value)]
        yield f"{root}scams/{slug}/", [first, *said]


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value, without the speakers of a dialogue."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item) if key != "who" else ()
    else:
        for item in value:
            yield from _texts(item)


def _contains(builder: Builder, address: str, texts: Iterable[str], edit: Edit | None) -> None:
    page = _SPACE.sub(" ", html.unescape((builder.out / address / "index.html").read_text("utf-8")))
    if missing := [text for text in texts if text not in page]:
        raise WrongOutput(f"{builder.name}: {address} does not say: {missing[0]}")
    if edit and edit.old in page:
        raise WrongOutput(f"{builder.name}: {address} still says: {edit.old}")


def _bundle(builder: Builder, edition: Edition, edit: Edit | None) -> None:
    """The bundle names the number to call; antiscam puts a digest into its name."""
    found = _bundles(builder.out / "warnings" / "v1" / edition.code, edition.locale)
    number = edition.first["phone"]["number"]
    if not any(number in text and not (edit and edit.old in text) for text in found):
        raise WrongOutput(f"{builder.name}: no bundle of {edition.code} in {edition.locale} says {number}")


def _bundles(folder: Path, locale: str) -> list[str]:
    return [path.read_text("utf-8") for path in folder.glob(f"{locale}.*json")]
