"""Bundles → files named by their digest, a release per jurisdiction, and the pointer to all releases."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from builder.model.json_bytes import json_bytes
from builder.model.output import OutputFile
from builder.model.release import WARNINGS, BundleDigest, FileDigest, Latest, Release, ReleaseDigest
from builder.model.site import Site

# How long a client may rely on a statement: the pointer is renewed by a timer, a release by people.
LATEST_LIFETIME = timedelta(hours=72)
RELEASE_LIFETIME = timedelta(days=90)


def sealed_bundles(files: Iterable[OutputFile], site: Site) -> tuple[OutputFile, ...]:
    """All files, bundles renamed to `<locale>.<digest>.json`, and with them the releases and `latest.json`."""
    bundles = {f"{WARNINGS}{bundle.jurisdiction}/{bundle.locale}.json": bundle for bundle in site.bundles}
    sealed: list[OutputFile] = []
    digests: dict[str, list[BundleDigest]] = defaultdict(list)
    for file in files:
        if bundle := bundles.get(file.path):
            digest = _digest(file.content)
            digests[bundle.jurisdiction].append(BundleDigest(locale=bundle.locale, **digest.model_dump()))
            sealed.append(_named(file.path, digest, file.content))
        else:
            sealed.append(file)
    issued, version = _midnight(site.as_of), int(site.as_of.strftime("%Y%m%d")) * 100 + 1
    releases = []
    for jurisdiction in sorted(digests):
        release = Release(
            format="antiscam-release/1",
            jurisdiction=jurisdiction,
            version=version,
            issued=issued,
            expires=issued + RELEASE_LIFETIME,
            bundles=tuple(sorted(digests[jurisdiction], key=lambda entry: entry.locale)),
        )
        content = json_bytes(release)
        digest = _digest(content)
        sealed.append(_named(f"{WARNINGS}{jurisdiction}/release.json", digest, content))
        releases.append(ReleaseDigest(jurisdiction=jurisdiction, version=version, **digest.model_dump()))
    latest = Latest(
        format="antiscam-latest/1",
        version=version,
        issued=issued,
        expires=issued + LATEST_LIFETIME,
        releases=tuple(releases),
    )
    return (*sealed, OutputFile(f"{WARNINGS}latest.json", json_bytes(latest)))


def _digest(content: bytes) -> FileDigest:
    return FileDigest(sha256=hashlib.sha256(content).hexdigest(), length=len(content))


def _named(path: str, digest: FileDigest, content: bytes) -> OutputFile:
    """The file under a name that changes with its bytes, so that it may be cached for ever."""
    return OutputFile(f"{path.removesuffix('.json')}.{digest.sha256[:16]}.json", content)


def _midnight(day: date) -> datetime:
    """The day's first moment in UTC: a build knows the day it is made for, not the hour."""
    return datetime.combine(day, time(), UTC)
