"""What a police partner's own monitor asks: is what the public gets signed, fresh, and with our numbers only?"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from builder.verify.client import ProvedRelease, ProvedWarning, Seen, load_bundle, load_release
from builder.verify.failure import VerificationFailure, require
from builder.verify.sources import Read

WARNINGS = "warnings/v1/"
# A pointer lives 72 hours and is renewed every few; with less than half of that left somebody should look.
_LEAST_LEFT = timedelta(hours=36)
# Two parties have to meet over a release: with less than two weeks left somebody should call them together.
_TIME_TO_SIGN = timedelta(days=14)
_DIALLED = re.compile(rb'href="tel:([^"]*)"')
_PAGE = re.compile(r"([A-Za-z0-9-]+/)+")


@dataclass(frozen=True)
class Finding:
    """Something that is wrong with what the public gets. `detail` is a number or an address, if there is one."""

    jurisdiction: str
    code: str
    detail: str = ""


@dataclass(frozen=True)
class Inspection:
    """All findings, how many warnings were proved, and the statements that nothing older may replace."""

    findings: tuple[Finding, ...]
    proved: int
    seen: Mapping[str, Seen]


def inspect(
    trust: Mapping[str, Any],
    read: Read,
    now: datetime,
    jurisdictions: Collection[str],
    numbers: Mapping[str, Collection[str]] | None = None,
    seen: Mapping[str, Seen] | None = None,
) -> Inspection:
    """Fetches and proves every warning of these jurisdictions, and compares every number with the partner's list.

    `numbers` holds, by jurisdiction, the numbers as they are stored in bundles: `18222` or `+442079460000`.
    """
    findings: list[Finding] = []
    remembered = dict(seen or {})
    proved = 0
    for place in jurisdictions:
        try:
            release = load_release(trust, place, now, _warnings(read), remembered.get(place))
            remembered[place] = release.seen
            warnings = [load_bundle(release, entry["locale"], _warnings(read)) for entry in release.release["bundles"]]
            proved += len(warnings)
            findings += _ageing(place, release, now)
            findings += _numbers(place, warnings, read, None if numbers is None else numbers.get(place, ()))
        except VerificationFailure as failure:
            findings.append(Finding(place, failure.code))
    return Inspection(tuple(findings), proved, remembered)


def _warnings(read: Read) -> Read:
    return lambda part, path: read(part, WARNINGS + path)


def _ageing(place: str, release: ProvedRelease, now: datetime) -> Iterator[Finding]:
    expires = release.latest["expires"]
    if release.freshness != "fresh":
        yield Finding(place, "latest-expired", expires)
    elif datetime.fromisoformat(expires) - now < _LEAST_LEFT:
        yield Finding(place, "latest-ageing", expires)
    if datetime.fromisoformat(release.release["expires"]) - now < _TIME_TO_SIGN:
        yield Finding(place, "release-ageing", release.release["expires"])


def _numbers(
    place: str, warnings: list[ProvedWarning], read: Read, listed: Collection[str] | None
) -> Iterator[Finding]:
    published: set[str] = set()
    linked: set[str] = set()
    for warning in warnings:
        for phone in (contact["phone"] for contact in warning.bundle["contacts"] if contact.get("phone")):
            number, dialled = phone["number"], phone["href"].removeprefix("tel:")
            published.add(number)
            linked.add(dialled)
            if not _same_digits(dialled, number) or not _same_digits(phone["display"], number):
                yield Finding(place, "number-differs", f"{phone['number']} {phone['display']} {phone['href']}")
    for page in map(_page, warnings):
        yield from _strangers(place, page, read("page", page), linked)
        yield from _strangers(place, f"{page}contacts/", _if_there(read, f"{page}contacts/"), linked)
    if listed is not None:
        yield from (Finding(place, "number-unknown", number) for number in sorted(published - set(listed)))
        yield from (Finding(place, "number-missing", number) for number in sorted(set(listed) - published))


def _strangers(place: str, page: str, content: bytes, linked: Collection[str]) -> Iterator[Finding]:
    """Numbers that a page dials and no warning of the place holds."""
    found = {number.decode("ascii", "replace") for number in _DIALLED.findall(content)}
    yield from (Finding(place, "page-number-unknown", f"{page} {number}") for number in sorted(found - set(linked)))


def _if_there(read: Read, page: str) -> bytes:
    """A page that a place does not have while its new content waits for approval."""
    try:
        return read("page", page)
    except VerificationFailure as failure:
        require(failure.code == "page-missing", failure.code)
        return b""


def _page(warning: ProvedWarning) -> str:
    """Where the words of a warning stand on the site. The clients do not need it, so none of them has looked at it."""
    page = warning.bundle.get("page")
    if isinstance(page, str) and _PAGE.fullmatch(page):
        return page
    raise VerificationFailure("page-unknown")


def _same_digits(display: str, number: str) -> bool:
    """Whether a number as people write it is the stored one: the country code may be left out, a leading 0 added."""
    shown, stored = (re.sub(r"[^0-9]", "", text) for text in (display, number))
    own = shown.lstrip("0")
    left_out = len(stored) - len(own)  # a country code has up to three digits, and a stored number may have its own 0
    return shown == stored or (number.startswith("+") and len(own) > 4 and left_out <= 4 and stored.endswith(own))
