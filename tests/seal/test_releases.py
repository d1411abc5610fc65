"""Statements about bundles: from latest.json every byte can be checked."""

import base64
import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from builder.model.approval import Candidate
from builder.model.release import NOTHING_OFF, WARNINGS
from builder.model.site import Site
from builder.pipeline import Built
from builder.render.candidates import candidates
from builder.seal.releases import (
    bundle_files,
    digest_of,
    envelope_file,
    of_the_day,
    pointer,
    signed_for_everybody,
)
from tests.conftest import TODAY
from tests.parties import PARTIES

MIDNIGHT = datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC)


@pytest.fixture(params=["golden", "shipped"])
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    built = request.getfixturevalue(request.param)
    assert isinstance(built, Built)
    return {file.path.removeprefix(WARNINGS): file.content for file in built.files if file.path.startswith(WARNINGS)}


def statement(content: bytes) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(base64.b64decode(json.loads(content)["payload"]))
    return value


def named(files: dict[str, bytes], stem: str, entry: dict[str, Any]) -> bytes:
    """The bytes a statement names; fails if they are not the ones it means."""
    content = files[f"{stem}.{entry['sha256'][:16]}.json"]
    assert (hashlib.sha256(content).hexdigest(), len(content)) == (entry["sha256"], entry["length"])
    return content


def releases_of(files: dict[str, bytes]) -> list[bytes]:
    entries = statement(files["latest.json"])["releases"]
    return [named(files, f"{entry['jurisdiction']}/release", entry) for entry in entries]


def test_from_latest_every_release_and_bundle_is_found_and_nothing_is_left_over(files: dict[str, bytes]) -> None:
    reached = {"latest.json", "trust.json", "types.d.ts", "openapi.json"}
    reached |= {path for path in files if path.startswith(("schema/", "examples/")) or path.endswith(".js")}
    for entry in statement(files["latest.json"])["releases"]:
        place = entry["jurisdiction"]
        release = statement(named(files, f"{place}/release", entry))
        reached.add(f"{place}/release.{entry['sha256'][:16]}.json")
        assert (release["jurisdiction"], release["version"]) == (place, entry["version"])
        for inner in release["bundles"]:
            bundle = json.loads(named(files, f"{place}/{inner['locale']}", inner))
            reached.add(f"{place}/{inner['locale']}.{inner['sha256'][:16]}.json")
            assert (bundle["jurisdiction"], bundle["locale"]) == (place, inner["locale"])
    assert reached == set(files)


def keeps(files: dict[str, bytes], name: str, value: object) -> list[str]:
    schema = json.loads(files[f"schema/{name}.json"])
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(value)]


def test_every_statement_keeps_its_published_contract(files: dict[str, bytes]) -> None:
    assert keeps(files, "latest", statement(files["latest.json"])) == []
    for content in releases_of(files):
        assert keeps(files, "release", statement(content)) == []
    for content in (files["latest.json"], *releases_of(files)):
        assert keeps(files, "envelope", json.loads(content)) == []
    assert keeps(files, "trust", json.loads(files["trust.json"])) == []


def test_every_envelope_and_statement_is_the_one_spelling_of_its_value(files: dict[str, bytes]) -> None:
    for content in (files["latest.json"], *releases_of(files)):
        for text in (content, base64.b64decode(json.loads(content)["payload"])):
            spelled = json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            assert spelled.encode() == text


def test_statements_begin_at_midnight_of_the_builds_day_in_utc(files: dict[str, bytes]) -> None:
    latest = statement(files["latest.json"])
    assert (latest["issued"], latest["version"]) == (f"{TODAY}T00:00:00Z", 2026112200)
    lifetime = datetime.fromisoformat(latest["expires"]) - datetime.fromisoformat(latest["issued"])
    assert lifetime == timedelta(hours=72)
    for content in releases_of(files):
        release = statement(content)
        assert (release["issued"], release["version"]) == (f"{TODAY}T00:00:00Z", 2026112201)
        assert release["expires"] > latest["expires"]


def test_the_version_of_the_pointer_counts_the_quarters_of_the_hours() -> None:
    moments = (MIDNIGHT, MIDNIGHT.replace(hour=13, minute=45), MIDNIGHT.replace(hour=23, minute=59))
    files = [pointer((), moment, PARTIES.latest, NOTHING_OFF, development=False).content for moment in moments]
    assert [statement(content)["version"] for content in files] == [2026112200, 2026112255, 2026112295]


def test_places_and_languages_are_sorted(files: dict[str, bytes]) -> None:
    places = [entry["jurisdiction"] for entry in statement(files["latest.json"])["releases"]]
    assert sorted(places) == places
    for content in releases_of(files):
        locales = [inner["locale"] for inner in statement(content)["bundles"]]
        assert sorted(locales) == locales


def test_one_changed_byte_of_a_bundle_changes_its_name_and_its_release(golden_site: Site) -> None:
    (before,) = candidates(golden_site)
    after = replace(before, bundles={**before.bundles, "en": before.bundles["en"][:-1] + b" "})
    names = [paths_of(candidate) for candidate in (before, after)]
    assert names[0] & names[1] == {path for path in names[0] if not path.startswith(("NO/en.", "NO/release."))}
    assert len(names[0] - names[1]) == 2


def paths_of(candidate: Candidate) -> set[str]:
    release = signed_for_everybody(of_the_day(candidate, MIDNIGHT), PARTIES)
    files = (envelope_file(release), *bundle_files(candidate.jurisdiction, candidate.bundles))
    return {file.path.removeprefix(WARNINGS) for file in files}


def test_what_a_developers_machine_signs_says_so(golden_site: Site) -> None:
    own = replace(PARTIES, development=True)
    (candidate,) = candidates(golden_site)
    release = signed_for_everybody(of_the_day(candidate, MIDNIGHT), own)
    latest = pointer([digest_of(release)], MIDNIGHT, own.latest, NOTHING_OFF, development=True)
    assert (statement(release.envelope)["development"], statement(latest.content)["development"]) == (True, True)
