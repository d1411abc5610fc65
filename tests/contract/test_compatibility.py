"""The promise: what is published now breaks nobody who reads what was released last."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from builder.model.output import OutputFile
from builder.pipeline import Built
from tests.contract import __main__ as command
from tests.contract.released import (
    RELEASED,
    Schemas,
    changes,
    published_schemas,
    released_schemas,
    write_release,
)


@pytest.fixture
def published(golden: Built) -> Schemas:
    return published_schemas(golden.files)


def test_nothing_published_breaks_a_reader_of_the_last_release(published: Schemas) -> None:
    found = [str(change) for change in changes(released_schemas(), published) if change.breaking]
    assert found == [], "\n".join((*found, "See docs/contract.md: a breaking change belongs into v2, beside v1."))


def test_every_schema_is_compared(published: Schemas) -> None:
    assert {"bundle", "release", "latest", "envelope", "trust"} <= set(published)
    assert {"bundle", "release", "latest", "envelope", "trust"} <= set(released_schemas())


def test_the_schemas_of_two_sites_are_the_same(published: Schemas, shipped: Built) -> None:
    assert published == published_schemas(shipped.files)


def test_a_breaking_change_of_the_real_bundle_is_refused(published: Schemas) -> None:
    broken: Any = deepcopy(dict(published))
    del broken["bundle"]["properties"]["first_call"]
    broken["bundle"]["$defs"]["BundlePhone"]["properties"]["number"]["type"] = "integer"
    found = {str(change) for change in changes(published, broken) if change.breaking}
    assert found == {
        "bundle: first_call: the member is gone",
        "bundle: contacts[].phone.number: `type` was 'string' and is 'integer'",
    }


def test_an_additive_change_of_the_real_bundle_is_not_refused(published: Schemas) -> None:
    longer: Any = deepcopy(dict(published))
    longer["bundle"]["properties"]["later"] = {"type": "string"}
    longer["bundle"]["$defs"]["BundleContact"]["properties"]["kind"]["anyOf"][0]["enum"].append("video-call")
    found = {str(change): change.breaking for change in changes(published, longer)}
    assert found == {
        "bundle: later: a new member": False,
        "bundle: contacts[].kind: a new value, “video-call”, of an open list": False,
    }


EVENT: dict[str, Any] = {
    "type": "object",
    "properties": {"reason": {"enum": ["audience", "holdout", None]}, "at": {"type": "string"}},
    "required": ["reason", "at"],
    "additionalProperties": False,
}


def event_changes(edit: Any) -> list[tuple[str, bool]]:
    """What changed in an event, read as those who collect events are told to read it."""
    after = deepcopy(EVENT)
    edit(after)
    old, new = (published_schemas([event_file(schema)]) for schema in (EVENT, after))
    return [(str(change), change.breaking) for change in changes(old, new)]


def event_file(schema: Any) -> OutputFile:
    return OutputFile("warnings/v1/schema/events/not_shown.json", json.dumps(schema).encode())


def test_an_event_may_get_a_field_or_a_value() -> None:
    def longer(schema: Any) -> None:
        schema["properties"] |= {"hours": {"type": "integer"}}
        schema["required"].append("hours")
        schema["properties"]["reason"]["enum"].insert(0, "resting")

    assert event_changes(longer) == [
        ("events/not_shown: reason: a new value, “resting”, of an open list", False),
        ("events/not_shown: hours: a new member", False),
    ]


def test_an_event_may_not_lose_a_field_or_become_less_sure_of_one() -> None:
    def shorter(schema: Any) -> None:
        del schema["properties"]["reason"]
        schema["required"] = []

    assert event_changes(shorter) == [
        ("events/not_shown: reason: the member is gone", True),
        ("events/not_shown: at: the member was always there and may now be missing", True),
    ]
    assert True in dict(event_changes(lambda schema: schema["properties"]["at"].update(type="integer"))).values()
    assert (
        True in dict(event_changes(lambda schema: schema["properties"]["at"].update(type=["string", "null"]))).values()
    )


def test_a_schema_may_come_and_none_may_go(published: Schemas) -> None:
    more = {**published, "feed": {"type": "object"}}
    assert [(str(change), change.breaking) for change in changes(published, more)] == [("feed: a new schema", False)]
    assert [(str(change), change.breaking) for change in changes(more, published)] == [
        ("feed: the schema is gone", True)
    ]


def test_a_release_is_read_as_it_was_written(published: Schemas, tmp_path: Path) -> None:
    (tmp_path / "gone.schema.json").write_text("{}", "utf-8")
    everything = {**published, **published_schemas([event_file(EVENT)])}
    write_release(everything, tmp_path)
    assert released_schemas(tmp_path) == everything
    assert "with version 0." in (tmp_path / "README.md").read_text("utf-8")


def test_the_version_of_the_release_is_named() -> None:
    assert "as released with version " in (RELEASED / "README.md").read_text("utf-8")


@pytest.fixture
def run(golden: Built, published: Schemas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs the command after a release of `published`, changed by hand where a test says so."""
    folder = tmp_path / "contract/v1"
    write_release(published, folder)
    monkeypatch.setattr(command, "RELEASED", folder)
    monkeypatch.setattr(command, "make", lambda *_: golden)
    monkeypatch.setattr(command, "released_schemas", lambda: released_schemas(folder))
    monkeypatch.setattr(command, "write_release", lambda now: write_release(now, folder))

    def running(*arguments: str) -> int:
        monkeypatch.setattr("sys.argv", ["contract", *arguments])
        return command.main()

    running.folder = folder  # type: ignore[attr-defined] # reason: where the test changes the release
    return running


def edited(folder: Path, name: str, edit: Any) -> None:
    path = folder / f"{name}.schema.json"
    schema = json.loads(path.read_text("utf-8"))
    edit(schema)
    path.write_text(json.dumps(schema), "utf-8")


def test_the_command_says_that_nothing_changed(run: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    assert capsys.readouterr().out.startswith("0 breaking, 0 additive, in ")


def test_the_command_tells_additive_changes_and_releases_them(run: Any, capsys: pytest.CaptureFixture[str]) -> None:
    edited(run.folder, "latest", lambda schema: schema["properties"].pop("development"))
    assert run("--release") == 0
    assert "additive  latest: development: a new member\n" in capsys.readouterr().out
    assert run() == 0
    assert "0 additive" in capsys.readouterr().out


def test_the_command_does_not_release_a_breaking_change(run: Any, capsys: pytest.CaptureFixture[str]) -> None:
    edited(run.folder, "trust", lambda schema: schema["properties"].update(gone={"type": "string"}))
    before = (run.folder / "trust.schema.json").read_bytes()
    assert run("--release") == 1
    said = capsys.readouterr()
    assert "breaking  trust: gone: the member is gone\n" in said.out
    assert "Nothing was written." in said.err
    assert (run.folder / "trust.schema.json").read_bytes() == before
