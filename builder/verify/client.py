"""Pointer → release → bundle, each proved before it is believed. The same steps and codes as the alert's `load.js`."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from urllib.parse import quote

import langcodes

from builder.verify.failure import VerificationFailure, require
from builder.verify.shapes import is_bundle, is_latest, is_release
from builder.verify.statements import open_statement
from builder.verify.strict_json import strict_json

LATEST = "latest.json"
_DAY = timedelta(days=1)
_STALE = timedelta(days=7)
# Language, script, country, variants, and what a system adds. langcodes also reads `en_GB` and `root`; browsers do not.
_TAG = re.compile(
    r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[a-z0-9](-[a-z0-9]{2,8})+)*",
    re.IGNORECASE | re.ASCII,
)


Get = Callable[[str, str], bytes]
Freshness = Literal["fresh", "stale", "outdated"]


@dataclass(frozen=True)
class Seen:
    """What was proved before: nothing older is taken afterwards. The pointer's version, and its entry of the place."""

    version: int
    entry: Mapping[str, Any]


@dataclass(frozen=True)
class ProvedRelease:
    """The statements of one jurisdiction."""

    latest: Mapping[str, Any]
    pointer: Mapping[str, Any]
    release: Mapping[str, Any]
    freshness: Freshness

    @property
    def seen(self) -> Seen:
        """What to remember."""
        return Seen(self.latest["version"], self.pointer)


@dataclass(frozen=True)
class ProvedWarning:
    """A bundle that every party has signed for."""

    bundle: Mapping[str, Any]
    freshness: Freshness
    version: int


def load_release(
    trust: Mapping[str, Any], jurisdiction: str, now: datetime, get: Get, seen: Seen | None = None
) -> ProvedRelease:
    """The newest release of a jurisdiction; raises VerificationFailure.

    `get` gives the bytes of a file by its part (`latest`, `release`, `bundle`) and path, or raises the same.
    `now` is in UTC; `seen` is what was proved before.
    """
    latest = open_statement(get("latest", LATEST), "latest", [trust["latest"]])
    require(is_latest(latest), "latest-malformed")
    _require_in_force(latest, "latest", now)
    require(seen is None or latest["version"] >= seen.version, "latest-rollback")
    entries = (entry for entry in latest["releases"] if entry["jurisdiction"] == jurisdiction)
    pointer, police = next(entries, None), trust["police"].get(jurisdiction)
    if pointer is None or not police:
        raise VerificationFailure("unknown-jurisdiction")
    _require_not_older(pointer, seen.entry if seen else None)

    content = get("release", _named(jurisdiction, "release", pointer))
    _require_digest(content, pointer, "release-digest")
    release = open_statement(content, "release", [trust["exchange"], police])
    require(is_release(release), "release-malformed")
    same = (release["jurisdiction"], release["version"]) == (jurisdiction, pointer["version"])
    require(same, "release-mismatch")
    _require_in_force(release, "release", now)
    require(_moment(release["expires"]) > now, "release-expired")
    return ProvedRelease(latest, pointer, release, _freshness(latest, now))


def load_bundle(proved: ProvedRelease, locale: str, get: Get) -> ProvedWarning:
    """The bundle of a locale, or of the same language and script."""
    jurisdiction = proved.release["jurisdiction"]
    entry = _in_language(proved.release["bundles"], locale)
    if entry is None:
        raise VerificationFailure("unknown-locale")
    content = get("bundle", _named(jurisdiction, entry["locale"], entry))
    _require_digest(content, entry, "bundle-digest")
    bundle = strict_json(content, "bundle-malformed")
    require(is_bundle(bundle), "bundle-malformed")
    require((bundle["jurisdiction"], bundle["locale"]) == (jurisdiction, entry["locale"]), "bundle-mismatch")
    return ProvedWarning(bundle, proved.freshness, proved.release["version"])


def _require_in_force(statement: Mapping[str, Any], name: str, now: datetime) -> None:
    """Refuses what comes from the future; one day of doubt is left to clocks."""
    tomorrow, issued = now + _DAY, _moment(statement["issued"])
    day = int(tomorrow.strftime("%Y%m%d"))
    require(issued <= tomorrow and statement["version"] // 100 <= day, f"{name}-from-future")
    require(issued < _moment(statement["expires"]), f"{name}-malformed")


def _require_not_older(found: Mapping[str, Any], seen: Mapping[str, Any] | None) -> None:
    if seen is not None:
        newer = found["version"] > seen["version"]
        same = (found["version"], found["sha256"]) == (seen["version"], seen["sha256"])
        require(newer or same, "release-rollback")


def _require_digest(content: bytes, entry: Mapping[str, Any], code: str) -> None:
    require(len(content) == entry["length"], code)
    require(hashlib.sha256(content).hexdigest() == entry["sha256"], code)


def _freshness(latest: Mapping[str, Any], now: datetime) -> Freshness:
    over = now - _moment(latest["expires"])
    if over < timedelta():
        return "fresh"
    return "stale" if over < _STALE else "outdated"


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _named(jurisdiction: str, stem: str, entry: Mapping[str, Any]) -> str:
    safe = "!'()*"  # what JavaScript's encodeURIComponent leaves as it is, beside letters, digits and -_.~
    return f"{quote(jurisdiction, safe)}/{quote(stem, safe)}.{entry['sha256'][:16]}.json"


def _in_language(entries: Sequence[Mapping[str, Any]], wanted: str) -> Mapping[str, Any] | None:
    exact = (entry for entry in entries if entry["locale"] == wanted)
    near = (entry for entry in entries if _script(entry["locale"]) == _script(wanted))
    return next(exact, None) or next(near, None)


def _script(tag: str) -> str:
    """Language and script: `zh-HK` and `zh-Hant` are both `zh-Hant`."""
    if not _TAG.fullmatch(tag):
        return tag
    full = langcodes.Language.get(tag).maximize()
    return f"{full.language}-{full.script}"
