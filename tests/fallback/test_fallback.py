"""The files that an app ships inside itself: they prove themselves, and nothing else is among them."""

import io
import json
import zipfile
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest

from builder.model.json_bytes import json_bytes
from builder.model.output import CannotPublish, OutputFile
from builder.model.release import Latest
from builder.model.site import Site
from builder.pipeline import Built
from builder.render.fallback import BASELINE, README, fallback_files, fallback_zip
from builder.render.fallback_note import note
from builder.verify.client import Get, load_bundle, load_release
from builder.verify.sources import site
from tests.conftest import TODAY
from tests.signing import at

WARNINGS = "warnings/v1/"
NOW = at(str(TODAY)) + timedelta(hours=1)


def unzipped(archive: bytes, folder: Path) -> Get:
    """A folder as a client reads it, after the archive was unpacked into it."""
    with zipfile.ZipFile(io.BytesIO(archive)) as reader:
        reader.extractall(folder)
    return site(str(folder / WARNINGS))


def without(files: Iterable[OutputFile], path: str) -> list[OutputFile]:
    return [file for file in files if file.path != path]


def content_of(files: Iterable[OutputFile], path: str) -> bytes:
    return next(file.content for file in files if file.path == path)


def test_the_second_verifier_proves_every_warning_in_the_unpacked_archive(
    golden_site: Site, fallback: tuple[OutputFile, ...], tmp_path: Path
) -> None:
    read = unzipped(fallback_zip(fallback), tmp_path)
    trust = json.loads((tmp_path / WARNINGS / "trust.json").read_bytes())
    for bundle in golden_site.bundles:
        release = load_release(trust, bundle.jurisdiction, NOW, read)
        warning = load_bundle(release, bundle.locale, read)
        assert warning.freshness == "fresh"
        assert warning.bundle == json.loads(json_bytes(bundle))


def test_two_archives_of_the_same_build_are_the_same_bytes(golden: Built, fallback: tuple[OutputFile, ...]) -> None:
    assert fallback_zip(fallback_files(reversed(golden.files))) == fallback_zip(fallback)


def test_the_archive_is_sorted_and_says_nothing_of_the_machine_that_made_it(fallback: tuple[OutputFile, ...]) -> None:
    with zipfile.ZipFile(io.BytesIO(fallback_zip(reversed(fallback)))) as reader:
        entries = reader.infolist()
    assert [entry.filename for entry in entries] == sorted(file.path for file in fallback)
    told = {(entry.date_time, entry.external_attr, entry.create_system, entry.compress_type) for entry in entries}
    assert told == {((1980, 1, 1, 0, 0, 0), 0o100644 << 16, 3, zipfile.ZIP_STORED)}


def test_only_what_the_pointer_names_goes_in(golden: Built, golden_site: Site) -> None:
    older = OutputFile(f"{WARNINGS}{golden_site.bundles[0].jurisdiction}/release.0123456789abcdef.json", b"{}")
    paths = {file.path for file in fallback_files([*golden.files, older])}
    published = {file.path for file in golden.files}
    named = {path for path in paths if path.startswith(WARNINGS)}
    assert paths - named == {BASELINE, README}
    assert named <= published
    assert len(named) == 2 + len({bundle.jurisdiction for bundle in golden_site.bundles}) + len(golden_site.bundles)


def test_the_baseline_words_are_those_of_the_alert(golden_site: Site, fallback: tuple[OutputFile, ...]) -> None:
    words = json.loads(content_of(fallback, BASELINE))
    assert [entry["language"] for entry in words] == [baseline.language for baseline in golden_site.baselines]
    for entry, baseline in zip(words, golden_site.baselines, strict=True):
        assert entry["heading"] == baseline.words.heading
        assert (entry["direction"], tuple(entry["notices"])) == (baseline.direction, baseline.notices)


def test_the_note_says_its_date_and_until_when_each_release_can_be_shown(fallback: tuple[OutputFile, ...]) -> None:
    said = content_of(fallback, README).decode()
    assert "published on 2026-11-22 00:00 UTC" in said
    assert "Until 2026-11-25 00:00 UTC the warnings count as fresh" in said
    assert "Until 2026-12-02 00:00 UTC show them with a line" in said
    assert "  NO: until 2027-02-20 00:00 UTC" in said
    assert "DO NOT SHIP" not in said


def test_the_note_of_a_developers_build_says_that_it_must_not_be_shipped() -> None:
    latest = Latest(version=2026112200, issued=NOW, expires=NOW + timedelta(hours=72), releases=())
    assert b"DO NOT SHIP THIS" in note(latest, (), development=True)


@pytest.mark.parametrize("path", ["latest.json", "trust.json", "scam-alert.js"])
def test_a_build_without_one_of_its_files_is_refused(golden: Built, path: str) -> None:
    with pytest.raises(CannotPublish, match=path.replace(".", r"\.")):
        fallback_files(without(golden.files, WARNINGS + path))


def test_a_bundle_that_the_release_names_must_be_there(golden: Built, golden_site: Site) -> None:
    bundle = golden_site.bundles[0]
    stem = f"{WARNINGS}{bundle.jurisdiction}/{bundle.locale}."
    with pytest.raises(CannotPublish, match="is missing; this is no finished build"):
        fallback_files([file for file in golden.files if not file.path.startswith(stem)])


def test_an_alert_without_baseline_words_is_refused(golden: Built) -> None:
    alert = f"{WARNINGS}scam-alert.js"
    with pytest.raises(CannotPublish, match="no baseline words"):
        fallback_files([*without(golden.files, alert), OutputFile(alert, b"export {};\n")])
