"""The published examples: each is what its name and the index say, to the schema, to the alert and to the verifier."""

import json
import subprocess
from base64 import b64decode
from collections.abc import Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from builder.pipeline import Built
from builder.render.example_changes import CHANGED
from builder.render.examples import FOLDER, example_files
from builder.render.json_patch import added, changed, has_room, removed, replaced
from builder.verify.shapes import is_bundle, is_latest, is_release
from tests.conformance.clients import NODE, ROOT

Files = Mapping[str, Any]
IN_PYTHON = {"bundle": is_bundle, "latest": is_latest, "release": is_release}


@pytest.fixture(params=["golden", "shipped"])
def files(request: pytest.FixtureRequest) -> Files:
    """All JSON below warnings/v1/ that is not a bundle, by path below it."""
    built: Built = request.getfixturevalue(request.param)
    beginning = "warnings/v1/"
    named = {file.path.removeprefix(beginning): file for file in built.files if file.path.startswith(beginning)}
    return {
        path: json.loads(file.content)
        for path, file in named.items()
        if path.startswith(("schema/", "examples/")) and path.endswith(".json")
    }


@pytest.fixture
def index(files: Files) -> list[dict[str, Any]]:
    return list(files["examples/index.json"]["examples"])


def value_of(entry: Mapping[str, Any], files: Files) -> Any:
    return files[f"examples/{entry['file']}"]


def schema_of(entry: Mapping[str, Any]) -> str:
    return str(entry["schema"]).removeprefix("../schema/").removesuffix(".json")


def test_the_index_names_every_example_and_no_other(files: Files, index: list[dict[str, Any]]) -> None:
    written = {path.removeprefix("examples/") for path in files if path.startswith("examples/")}
    assert [entry["file"] for entry in index] == list(dict.fromkeys(entry["file"] for entry in index))
    assert {entry["file"] for entry in index} == written - {"index.json"}
    assert len(index) == len(CHANGED) + 4


def test_valid_examples_keep_the_schema_and_invalid_ones_break_it(files: Files, index: list[dict[str, Any]]) -> None:
    kept = {}
    for entry in index:
        schema = files[f"schema/{schema_of(entry)}.json"]
        checked = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
        kept[entry["file"]] = checked.is_valid(value_of(entry, files))
    assert kept == {entry["file"]: entry["valid"] for entry in index}


def test_the_alert_in_node_takes_the_valid_and_refuses_the_invalid(files: Files, index: list[dict[str, Any]]) -> None:
    read = [entry for entry in index if schema_of(entry) != "envelope"]
    given = json.dumps([[schema_of(entry), value_of(entry, files)] for entry in read])
    command = (NODE, ROOT / "tests/contract/shapes.mjs", ROOT / "theme/components/alert/shape.js")
    ran = subprocess.run(command, input=given, check=False, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    verdicts = dict(zip((entry["file"] for entry in read), json.loads(ran.stdout), strict=True))
    assert verdicts == {entry["file"]: entry["valid"] for entry in read}


def test_the_verifier_takes_the_valid_and_refuses_the_invalid(files: Files, index: list[dict[str, Any]]) -> None:
    read = [entry for entry in index if schema_of(entry) in IN_PYTHON]
    verdicts = {entry["file"]: IN_PYTHON[schema_of(entry)](value_of(entry, files)) for entry in read}
    assert verdicts == {entry["file"]: entry["valid"] for entry in read}


def test_the_changes_that_the_index_names_are_all_the_changes(files: Files, index: list[dict[str, Any]]) -> None:
    for entry in index:
        if "made_from" in entry:
            expected = json.loads(json.dumps(files[f"examples/{entry['made_from']}"]))
            for operation in entry["changes"]:
                *steps, member = operation["path"].split("/")[1:]
                place = expected
                for step in steps:
                    place = place[int(step) if isinstance(place, list) else step]
                assert (member in place) == (operation["op"] != "add"), entry["file"]
                place.pop(member, None)
                if operation["op"] != "remove":
                    place[member] = operation["value"]
            assert value_of(entry, files) == expected, entry["file"]


def test_the_envelope_holds_the_pointer(files: Files) -> None:
    payload = files["examples/envelope.json"]["payload"]
    assert json.loads(b64decode(payload, validate=True)) == files["examples/latest.json"]


def test_the_release_names_the_bundle_as_it_is_published(golden: Built, files: Files) -> None:
    [named] = files["examples/release.json"]["bundles"]
    beginning = f"{files['examples/release.json']['jurisdiction']}/{named['locale']}.{named['sha256'][:16]}"
    assert len(beginning.rpartition(".")[2]) == 16
    published = {file.path: file.digest for file in golden.files}
    if f"warnings/v1/{beginning}.json" in published:
        assert published[f"warnings/v1/{beginning}.json"] == named["sha256"]


def test_without_a_bundle_there_are_no_examples() -> None:
    assert [*example_files(b"")] == []


def test_what_needs_an_alert_is_left_out_where_there_is_none(golden: Built) -> None:
    content = next(file.content for file in golden.files if file.path == f"{FOLDER}bundle.json")
    bundle = {**json.loads(content), "alerts": []}
    written = {file.path.removeprefix(FOLDER) for file in example_files(json.dumps(bundle).encode())}
    assert "invalid/bundle-weight-is-zero.json" not in written
    assert "invalid/bundle-without-first-call.json" in written


def test_a_change_touches_a_copy_only() -> None:
    before = {"list": [{"a": 1, "b": 2}]}
    after = changed(before, (replaced("/list/0/a", 3), removed("/list/0/b"), added("/c", 4)))
    assert after == {"list": [{"a": 3}], "c": 4}
    assert before == {"list": [{"a": 1, "b": 2}]}


def test_a_change_has_room_where_its_object_is() -> None:
    assert has_room({"list": [{}]}, added("/list/0/a", 1))
    assert not has_room({"list": []}, added("/list/0/a", 1))
    assert not has_room({"phone": None}, added("/phone/href", "tel:1"))
