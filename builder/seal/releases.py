"""Bundles → releases, and the pointer to all of them: what the parties sign."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from builder.model.approval import Candidate, Proposal, SignedRelease
from builder.model.output import OutputFile
from builder.model.release import (
    LATEST_HOURS,
    RELEASE_DAYS,
    WARNINGS,
    BundleDigest,
    FileDigest,
    Latest,
    Off,
    Release,
    ReleaseDigest,
)
from builder.model.trust import PARTIES, Keys, Signer
from builder.seal.envelopes import enveloped, signature, signed

LATEST = f"{WARNINGS}latest.json"


def proposed(candidate: Candidate, version: int, issued: datetime) -> Release:
    """The statement that the parties of a jurisdiction are asked to sign."""
    bundles = (BundleDigest(locale=locale, **_digest(content)) for locale, content in sorted(candidate.bundles.items()))
    return Release(
        jurisdiction=candidate.jurisdiction,
        version=version,
        issued=issued,
        expires=issued + timedelta(days=RELEASE_DAYS),
        bundles=tuple(bundles),
        pages=FileDigest(**_digest(candidate.pages)),
    )


def of_the_day(candidate: Candidate, moment: datetime) -> Release:
    """The release that the builder signs for everybody, for a preview."""
    return proposed(candidate, first_version(moment), moment)


def signed_for_everybody(statement: Release, keys: Keys) -> SignedRelease:
    """A release under keys that stand in for the parties', and that says so."""
    said = statement.model_copy(update={"development": keys.development})
    return SignedRelease(said, signed("release", said, (keys.parties[party] for party in PARTIES)), {})


def signed_by_all(proposal: Proposal, keys: Keys) -> SignedRelease:
    """A proposal under keys that stand in for the parties', to be looked at before they sign."""
    signatures = (signature("release", proposal.payload, keys.parties[party]) for party in PARTIES)
    return SignedRelease(
        proposal.statement, enveloped("release", proposal.payload, signatures), proposal.content.bundles
    )


def release_files(release: SignedRelease) -> Iterator[OutputFile]:
    """A release and its bundles, under names that change with their bytes, so that they may be cached for ever."""
    yield envelope_file(release)
    yield from bundle_files(release.statement.jurisdiction, release.bundles)


def envelope_file(release: SignedRelease) -> OutputFile:
    """A signed release as it is published, without its bundles."""
    return _named(f"{WARNINGS}{release.statement.jurisdiction}/release", release.envelope)


def bundle_files(jurisdiction: str, bundles: Mapping[str, bytes]) -> Iterator[OutputFile]:
    """Bundles as they are published, by locale."""
    for locale, content in bundles.items():
        yield _named(f"{WARNINGS}{jurisdiction}/{locale}", content)


def digest_of(release: SignedRelease) -> ReleaseDigest:
    """How the pointer names a release."""
    statement = release.statement
    return ReleaseDigest(jurisdiction=statement.jurisdiction, version=statement.version, **_digest(release.envelope))


def pointer(
    releases: Iterable[ReleaseDigest], moment: datetime, signer: Signer, off: Off, *, development: bool
) -> OutputFile:
    """`latest.json`: one release of every jurisdiction, and what of them is turned off."""
    by_place = sorted(releases, key=lambda entry: entry.jurisdiction)
    return renewed(tuple(by_place), moment, signer, off, development=development)


def renewed(
    releases: tuple[ReleaseDigest, ...], moment: datetime, signer: Signer, off: Off, *, development: bool
) -> OutputFile:
    """`latest.json` with these releases, valid from a moment on."""
    latest = Latest(
        version=int(moment.strftime("%Y%m%d")) * 100 + moment.hour * 4 + moment.minute // 15,
        issued=moment,
        expires=moment + timedelta(hours=LATEST_HOURS),
        development=development,
        releases=releases,
        off=off,
    )
    return OutputFile(LATEST, signed("latest", latest, [signer]))


def lifetime(version: int) -> tuple[datetime, datetime]:
    """From when until when a release is valid: its version names the day. Raises ValueError for one that names none."""
    issued = datetime.strptime(str(version // 100), "%Y%m%d").replace(tzinfo=UTC)
    return issued, issued + timedelta(days=RELEASE_DAYS)


def first_version(moment: datetime) -> int:
    """The version of a day's first release: YYYYMMDD01."""
    return int(moment.strftime("%Y%m%d")) * 100 + 1


def _digest(content: bytes) -> dict[str, Any]:
    return {"sha256": hashlib.sha256(content).hexdigest(), "length": len(content)}


def _named(stem: str, content: bytes) -> OutputFile:
    return OutputFile(f"{stem}.{hashlib.sha256(content).hexdigest()[:16]}.json", content)
