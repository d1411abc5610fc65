"""A published site → the files that an app ships inside itself, so that it can warn before it has any network."""

import base64
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping

from builder.model.output import CannotPublish, OutputFile
from builder.model.release import WARNINGS, Envelope, Latest, Release
from builder.model.trust import Trust
from builder.render.fallback_note import note

BASELINE, README = "baseline.json", "README.txt"
_LATEST, _TRUST, _ALERT = f"{WARNINGS}latest.json", f"{WARNINGS}trust.json", f"{WARNINGS}scam-alert.js"
# The words that the alert of this very build carries. They are not published on their own, because nobody signs them:
# an app may take them from its own package only.
_COMPILED = re.compile(rb"^const BASELINE ?= ?(\[.*\]);$", re.MULTILINE)
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a zip can say
_ORDINARY_FILE = 0o100644 << 16
_UNIX = 3


def fallback_files(published: Iterable[OutputFile]) -> tuple[OutputFile, ...]:
    """What the pointer names, below the paths it is published at, with the baseline and a note; sorted by path.

    `published` is a finished build. Whatever its pointer does not name stays out: older releases, and content that
    waits for approval.
    """
    contents = {file.path: file.content for file in published}
    latest = Latest.model_validate_json(_payload(_content(contents, _LATEST)))
    releases = {path: _release(contents, path) for path in _release_paths(latest)}
    named = [path for release in releases.values() for path in _bundle_paths(release)]
    paths = (_LATEST, _TRUST, *releases, *named)
    files = [OutputFile(path, _content(contents, path)) for path in paths]
    files.append(OutputFile(BASELINE, _baseline(_content(contents, _ALERT))))
    trust = Trust.model_validate_json(_content(contents, _TRUST))
    files.append(OutputFile(README, note(latest, tuple(releases.values()), development=trust.development)))
    return tuple(sorted(files, key=lambda file: file.path))


def fallback_zip(files: Iterable[OutputFile]) -> bytes:
    """The files as one archive: the same files are always the same bytes.

    Nothing is compressed, since two versions of zlib need not agree on the bytes; an app store compresses the app.
    """
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as writer:
        for file in sorted(files, key=lambda file: file.path):
            entry = zipfile.ZipInfo(file.path, _EARLIEST)
            entry.create_system, entry.external_attr = _UNIX, _ORDINARY_FILE
            writer.writestr(entry, file.content)
    return archive.getvalue()


def _release_paths(latest: Latest) -> Iterator[str]:
    for entry in latest.releases:
        yield f"{WARNINGS}{entry.jurisdiction}/release.{entry.sha256[:16]}.json"


def _bundle_paths(release: Release) -> Iterator[str]:
    for entry in release.bundles:
        yield f"{WARNINGS}{release.jurisdiction}/{entry.locale}.{entry.sha256[:16]}.json"


def _release(contents: Mapping[str, bytes], path: str) -> Release:
    return Release.model_validate_json(_payload(_content(contents, path)))


def _payload(envelope: bytes) -> bytes:
    return base64.b64decode(Envelope.model_validate_json(envelope).payload)


def _content(contents: Mapping[str, bytes], path: str) -> bytes:
    if path not in contents:
        raise CannotPublish(f"{path} is missing; this is no finished build.")
    return contents[path]


def _baseline(alert: bytes) -> bytes:
    found = _COMPILED.search(alert)
    if found is None:
        raise CannotPublish(f"{_ALERT} holds no baseline words; this build is of another version of the builder.")
    return found[1]
