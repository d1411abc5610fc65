"""The last look at the numbers: what pages show and dial is what the bundles of the same place say."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from html import unescape

from builder.model.bundle import Bundle
from builder.model.output import OutputFile
from builder.model.release import WARNINGS

# How a number is shown, by what is dialled.
Numbers = Mapping[bytes, bytes]

_LINK = re.compile(rb'([^"]*)"[^>]*>([^<]*)<')
# A shorter number, such as 999, may be a count of cases; as a number to call it is a link, and those are all looked at.
_SHORTEST_IN_TEXT = 5
_NO_DIGITS = bytes(set(range(256)) - set(b"0123456789"))


def numbers_agree(files: Iterable[OutputFile], bundles: Collection[Bundle]) -> None:
    """Raises `ValueError` with file and number where a place shows or dials a number that is not its own.

    Every `tel:` link of a page must be a number of the bundle of its place and language, and show that number; every
    number of a bundle stands on a page; pages of no place have no number. A number of five digits or more stands in no
    file of another place, as text neither; inside a word, such as a digest, it is no number. Published bundles of an
    older release may keep a number that is gone.
    """
    by_root = {bundle.page: _numbers(bundle) for bundle in bundles}
    by_place = {bundle.jurisdiction: _of_place(bundles, bundle.jurisdiction) for bundle in bundles}
    spelled = _long({text for numbers in by_root.values() for pair in numbers.items() for text in pair})
    linked: dict[str, set[bytes]] = {root: set() for root in by_root}
    for file in files:
        root = "/".join((*file.path.split("/")[:2], ""))
        place = file.path.removeprefix(WARNINGS).split("/")[0] if file.path.startswith(WARNINGS) else ""
        if file.path.endswith(".html"):
            linked.setdefault(root, set()).update(_links(file, by_root.get(root, {})))
        if file.path.endswith(".html") or root in by_root or place in by_place:
            _no_others(file, spelled, by_root.get(root) or by_place.get(place, {}))
    for root, numbers in by_root.items():
        if lost := numbers.keys() - linked[root]:
            raise ValueError(f"{root}: {b', '.join(sorted(lost)).decode()} is in the bundle but on no page")


def _numbers(bundle: Bundle) -> Numbers:
    phones = (contact.phone for contact in bundle.contacts if contact.phone)
    return {phone.href.removeprefix("tel:").encode(): phone.display.encode() for phone in phones}


def _of_place(bundles: Iterable[Bundle], place: str) -> Numbers:
    return dict(pair for bundle in bundles if bundle.jurisdiction == place for pair in _numbers(bundle).items())


def _links(file: OutputFile, own: Numbers) -> Iterator[bytes]:
    """The numbers that a page dials, each found to be its own and to be the one that is read there."""
    for part in file.content.split(b'href="tel:')[1:]:
        link = _LINK.match(part)
        number = link[1] if link else part[:20]
        if link is None or number not in own:
            raise ValueError(f"{file.path}: tel:{number.decode()} is no number of this place")
        if own[number] not in unescape(link[2].decode()).encode():
            raise ValueError(f"{file.path}: tel:{number.decode()} is shown as “{link[2].decode()}”")
        yield number


def _long(numbers: Iterable[bytes]) -> Mapping[bytes, bytes]:
    """The numbers that are long enough to be nothing else, with their digits alone."""
    digits = {number: number.translate(None, _NO_DIGITS) for number in numbers}
    return {number: alone for number, alone in digits.items() if len(alone) >= _SHORTEST_IN_TEXT}


def _no_others(file: OutputFile, spelled: Mapping[bytes, bytes], own: Numbers) -> None:
    """The digits of the whole file, run together, rule out nearly every number at once; only the rest is searched."""
    digits = file.content.translate(None, _NO_DIGITS)
    for number, alone in spelled.items():
        if number in own or number in own.values() or alone not in digits:
            continue
        if re.search(rb"(?<![0-9A-Za-z])%b(?![0-9A-Za-z])" % re.escape(number), file.content):
            raise ValueError(f"{file.path}: {number.decode()} is a number of another place")
