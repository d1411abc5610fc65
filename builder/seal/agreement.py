"""The last look at the numbers: what pages show and dial is what the bundles of the same place say."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from html import unescape

from builder.model.bundle import Bundle
from builder.model.chapter import Numbers
from builder.model.output import OutputFile

_LINK = re.compile(rb'([^"]*)"[^>]*>([^<]*)<')
# Digits as people group them, and the groups.
_RUN = re.compile(rb"[0-9][0-9 ()./-]{3,}[0-9]")
_OUTLINE = re.compile(rb'"icon":"[^"]*"')
_GROUP = re.compile(rb"[0-9]+")
# A shorter number, such as 999, may be a count of cases; as a number to call it is a link, and those are all looked at.
_SHORTEST, _LONGEST = 5, 15


def numbers_of(files: Iterable[OutputFile], bundles: Collection[Bundle]) -> Numbers:
    """The long numbers that are a place's own, and those found in its files, or in files of no place.

    Raises `ValueError` with file and number unless every `tel:` link of a page is a number of the bundle of its place
    and language, and shows that number, and every number of a bundle stands on a page. Pages of no place dial nobody.
    """
    by_root = {bundle.page: _dialled(bundle) for bundle in bundles}
    spelled = {spelling for numbers in by_root.values() for pair in numbers.items() for spelling in pair}
    own = frozenset(digits for digits in map(_digits, spelled) if len(digits) >= _SHORTEST)
    linked: dict[str, set[bytes]] = {root: set() for root in by_root}
    found: dict[str, str] = {}
    for file in files:
        root = "/".join((*file.path.split("/")[:2], ""))
        if file.path.endswith(".html"):
            linked.setdefault(root, set()).update(_links(file, by_root.get(root, {})))
        found |= dict.fromkeys(_long_numbers(file.content, own), file.path)
    for root, numbers in by_root.items():
        if lost := numbers.keys() - linked[root]:
            raise ValueError(f"{root}: {b', '.join(sorted(lost)).decode()} is in the bundle but on no page")
    return Numbers(own, found)


def no_foreign_numbers(everything: Iterable[Numbers]) -> None:
    """Raises `ValueError` with file and number where the files of a place hold a long number of another one.

    Inside a word, such as a digest, it is no number. Published bundles of an older release may keep a number that is
    gone.
    """
    parts = tuple(everything)
    known = frozenset[str]().union(*(numbers.own for numbers in parts))
    for numbers in parts:
        for number in sorted((known & numbers.found.keys()) - numbers.own):
            raise ValueError(f"{numbers.found[number]}: {number} is a number of another place")


def _dialled(bundle: Bundle) -> Mapping[bytes, bytes]:
    """How each number is shown, by what is dialled."""
    phones = (contact.phone for contact in bundle.contacts if contact.phone)
    return {phone.href.removeprefix("tel:").encode(): phone.display.encode() for phone in phones}


def _links(file: OutputFile, own: Mapping[bytes, bytes]) -> Iterator[bytes]:
    """The numbers that a page dials, each found to be its own and to be the one that is read there."""
    for part in file.content.split(b'href="tel:')[1:]:
        link = _LINK.match(part)
        number = link[1] if link else part[:20]
        if link is None or number not in own:
            raise ValueError(f"{file.path}: tel:{number.decode()} is no number of this place")
        if own[number] not in unescape(link[2].decode()).encode():
            raise ValueError(f"{file.path}: tel:{number.decode()} is shown as “{link[2].decode()}”")
        yield number


def _long_numbers(content: bytes, own: frozenset[str]) -> Iterator[str]:
    """The digits of all that could be read as a long number, however it is grouped; parts of an own number are none."""
    text = _without_drawings(content)
    for run in _RUN.finditer(text):
        groups = _whole_groups(text, run)
        if "".join(groups) in own:
            continue
        for first in range(len(groups)):
            number = ""
            for group in groups[first:]:
                number += group
                if _SHORTEST <= len(number) <= _LONGEST:
                    yield number


def _without_drawings(content: bytes) -> bytes:
    """Icons are made of numbers, on pages and in bundles."""
    first, *others = _OUTLINE.sub(b"", content).split(b"<svg")
    return b"".join((first, *(part.partition(b"</svg>")[2] for part in others)))


def _whole_groups(text: bytes, run: re.Match[bytes]) -> list[str]:
    """The groups of digits in a run, but for those that are only a part of a word."""
    groups = [group.decode() for group in _GROUP.findall(run[0])]
    if text[run.start() - 1 : run.start()].isalpha():
        groups = groups[1:]
    return groups[:-1] if text[run.end() : run.end() + 1].isalpha() else groups


def _digits(number: bytes) -> str:
    return "".join(character for character in number.decode() if character.isdigit())
