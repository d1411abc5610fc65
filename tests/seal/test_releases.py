"""Statements about bundles: from latest.json every byte can be checked."""

import hashlib
import json
from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from builder.model.output import OutputFile
from builder.model.release import WARNINGS
from builder.model.site import Site
from builder.pipeline import Built
from builder.seal.releases import sealed_bundles
from tests.conftest import TODAY


@pytest.fixture(params=["golden", "shipped"])
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    built = request.getfixturevalue(request.param)
    assert isinstance(built, Built)
    return {file.path.removeprefix(WARNINGS): file.content for file in built.files if file.path.startswith(WARNINGS)}


def statement(files: dict[str, bytes], path: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(files[path])
    return value


def named(files: dict[str, bytes], stem: str, entry: dict[str, Any]) -> bytes:
    """The bytes a statement names; fails if they are not the ones it means."""
    content = files[f"{stem}.{entry['sha256'][:16]}.json"]
    assert (hashlib.sha256(content).hexdigest(), len(content)) == (entry["sha256"], entry["length"])
    return content


def test_from_latest_every_release_and_bundle_is_found_and_nothing_is_left_over(files: dict[str, bytes]) -> None:
    reached = {"latest.json", "scam-alert.js", "examples/bundle.json"}
    reached |= {f"schema/{name}.json" for name in ("bundle", "release", "latest")}
    for entry in statement(files, "latest.json")["releases"]:
        place = entry["jurisdiction"]
        release = json.loads(named(files, f"{place}/release", entry))
        reached.add(f"{place}/release.{entry['sha256'][:16]}.json")
        assert (release["jurisdiction"], release["version"]) == (place, entry["version"])
        for inner in release["bundles"]:
            bundle = json.loads(named(files, f"{place}/{inner['locale']}", inner))
            reached.add(f"{place}/{inner['locale']}.{inner['sha256'][:16]}.json")
            assert (bundle["jurisdiction"], bundle["locale"]) == (place, inner["locale"])
    assert reached == set(files)


@pytest.mark.parametrize("name", ["latest", "release"])
def test_every_statement_keeps_its_published_contract(files: dict[str, bytes], name: str) -> None:
    validator = Draft202012Validator(
        statement(files, f"schema/{name}.json"), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    statements = [path for path in files if path.rpartition("/")[2].split(".")[0] == name and "schema" not in path]
    assert statements
    for path in statements:
        assert [error.message for error in validator.iter_errors(statement(files, path))] == []


def test_every_statement_is_the_one_spelling_of_its_value(files: dict[str, bytes]) -> None:
    for path, content in files.items():
        if path == "latest.json" or ("/release." in path and not path.startswith("schema/")):
            value = json.loads(content)
            assert json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() == content


def test_statements_begin_at_midnight_of_the_builds_day_in_utc(files: dict[str, bytes]) -> None:
    latest = statement(files, "latest.json")
    assert latest["issued"] == f"{TODAY}T00:00:00Z"
    assert latest["version"] == 2026112201
    lifetime = datetime.fromisoformat(latest["expires"]) - datetime.fromisoformat(latest["issued"])
    assert lifetime == timedelta(hours=72)


def test_a_release_outlives_the_pointer(files: dict[str, bytes]) -> None:
    latest = statement(files, "latest.json")
    for entry in latest["releases"]:
        release = json.loads(named(files, f"{entry['jurisdiction']}/release", entry))
        assert release["expires"] > latest["expires"]


def test_places_and_languages_are_sorted(files: dict[str, bytes]) -> None:
    latest = statement(files, "latest.json")
    places = [entry["jurisdiction"] for entry in latest["releases"]]
    assert sorted(places) == places
    for entry in latest["releases"]:
        release = json.loads(named(files, f"{entry['jurisdiction']}/release", entry))
        locales = [inner["locale"] for inner in release["bundles"]]
        assert sorted(locales) == locales


def test_one_changed_byte_of_a_bundle_changes_its_name_its_release_and_the_pointer(golden_site: Site) -> None:
    before = sealed_bundles([OutputFile(f"{WARNINGS}NO/en.json", b"{}")], golden_site)
    after = sealed_bundles([OutputFile(f"{WARNINGS}NO/en.json", b"[]")], golden_site)
    paths = [{file.path for file in files} for files in (before, after)]
    assert paths[0] & paths[1] == {f"{WARNINGS}latest.json"}
    contents = defaultdict(set)
    for file in (*before, *after):
        contents[file.path].add(file.content)
    assert len(contents[f"{WARNINGS}latest.json"]) == 2


def test_files_that_are_no_bundles_keep_their_names(golden_site: Site) -> None:
    others = [OutputFile("index.html", b"x"), OutputFile(f"{WARNINGS}SE/sv.json", b"{}")]
    assert {file.path for file in others} <= {file.path for file in sealed_bundles(others, golden_site)}
