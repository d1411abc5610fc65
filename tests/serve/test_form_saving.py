"""From what the form holds to the file: the smallest change, or a sentence that says why not."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from builder.edit.files import save
from builder.parse.files import author_files
from builder.parse.reading import read_file
from builder.serve import form_saving
from builder.serve.form_saving import Held, Refused, Sent, held, settled
from tests.conftest import SHIPPED, copy_project, edit, found, tree

WORDS = "content/jurisdictions/NO/en.yml"
FACTS = "content/jurisdictions/NO/jurisdiction.yml"
NEW = "content/scams/prize/scam.yml"
IN_THE_FORM = [path for path in author_files(SHIPPED) if path not in ("trust.yml", "switches.yml")]
TEXTS = some.text(some.characters(exclude_characters="\r"), min_size=1).map(str.strip).filter(bool)
VALUES = some.recursive(
    TEXTS,
    lambda inside: some.lists(inside, min_size=1) | some.dictionaries(TEXTS, inside, min_size=1),
    max_leaves=20,
)


def save_form(root: Path, path: str, value: Any, digest: str) -> Held:
    """A Save of one file."""
    return form_saving.save_form(root, {path: Sent(value, digest)})[path]


def given_to_form(root: Path, path: str) -> tuple[Any, str]:
    value, digest = held(read_file(root, path))
    return json.loads(json.dumps(value)), digest


def loosely(value: Any) -> Any:
    """As a form might send what nobody touched: typed by its own lights, and with what it adds to every group."""
    if isinstance(value, dict):
        return {**{key: loosely(inner) for key, inner in value.items()}, "-a": "", "-b": None, "-c": False}
    if isinstance(value, list):
        return [loosely(item) for item in value]
    if value in ("true", "false"):
        return value == "true"
    return int(value) if value.isdecimal() and str(int(value)) == value else f"{value}\n"


@pytest.fixture(scope="module")
def shipped_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(SHIPPED, tmp_path_factory.mktemp("shipped") / "project")


@pytest.mark.parametrize("path", IN_THE_FORM)
def test_what_nobody_touched_leaves_every_byte(shipped_copy: Path, path: str) -> None:
    before = (shipped_copy / path).read_bytes()
    value, digest = given_to_form(shipped_copy, path)
    after = save_form(shipped_copy, path, loosely(value), digest)
    assert after.digest == digest
    assert (shipped_copy / path).read_bytes() == before


def test_a_list_left_empty_on_purpose_stays(project: Path) -> None:
    edit(project, WORDS, "name: Norway\n", "name: Norway\nlocal_notes: []  # none yet\n")
    value, digest = given_to_form(project, WORDS)
    del value["local_notes"]
    value["name"] = "Norge"
    save_form(project, WORDS, value, digest)
    assert "name: Norge\nlocal_notes: []  # none yet\n" in (project / WORDS).read_text("utf-8")


def test_a_changed_text_changes_its_line(project: Path) -> None:
    before = (project / WORDS).read_text("utf-8")
    value, digest = given_to_form(project, WORDS)
    value["tips"][0]["title"] = "Hang up: now # at once"
    after = save_form(project, WORDS, value, digest)
    assert (project / WORDS).read_text("utf-8") == before.replace(
        "title: Hang up\n", 'title: "Hang up: now # at once"\n'
    )
    assert after.digest == read_file(project, WORDS).source.digest != digest
    assert found(project) == []


def test_an_optional_text_comes_and_goes(project: Path) -> None:
    before = tree(project)
    value, digest = given_to_form(project, WORDS)
    contact = next(iter(value["contacts"].values()))
    contact["limits"] = "It gives advice only."
    digest = save_form(project, WORDS, value, digest).digest
    assert "limits: It gives advice only." in (project / WORDS).read_text("utf-8")
    contact["limits"] = ""
    save_form(project, WORDS, value, digest)
    assert tree(project) == before


def test_a_new_file_begins_with_its_schema_and_reads_as_sent(project: Path) -> None:
    facts, _ = given_to_form(project, "content/scams/fake-officer/scam.yml")
    after = save_form(project, NEW, facts, "")
    text = (project / NEW).read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../../")
    assert read_file(project, NEW).value == facts == after.value


def test_a_list_that_must_stand_there_is_written_without_items(project: Path) -> None:
    value, digest = given_to_form(project, FACTS)
    del value["allowed_hosts"]
    save_form(project, FACTS, value, digest)
    assert "allowed_hosts: []\n" in (project / FACTS).read_text("utf-8")


def test_windows_line_ends_stay(project: Path) -> None:
    windows = (project / WORDS).read_bytes().replace(b"\n", b"\r\n")
    (project / WORDS).write_bytes(windows)
    value, digest = given_to_form(project, WORDS)
    value["tips"][0]["title"] = "Hang up first"
    save_form(project, WORDS, value, digest)
    assert (project / WORDS).read_bytes() == windows.replace(b"title: Hang up\r\n", b"title: Hang up first\r\n")


def refused(project: Path, path: str, value: Any, digest: str) -> tuple[int, str]:
    before = tree(project)
    with pytest.raises(Refused) as refusal:
        save_form(project, path, value, digest)
    assert tree(project) == before
    return refusal.value.status, str(refusal.value)


def test_a_file_that_changed_meanwhile_is_not_overwritten(project: Path) -> None:
    value, digest = given_to_form(project, WORDS)
    edit(project, WORDS, "title: Hang up", "title: Put the phone down")
    status, sentence = refused(project, WORDS, value, digest)
    assert (status, WORDS in sentence) == (412, True)


def test_a_file_that_has_come_or_gone_meanwhile_is_left_alone(project: Path) -> None:
    value, digest = given_to_form(project, WORDS)
    assert refused(project, WORDS, value, "")[0] == 412
    (project / WORDS).unlink()
    assert refused(project, WORDS, value, digest)[0] == 412


def test_a_broken_file_is_left_to_a_text_editor(project: Path) -> None:
    value, _ = given_to_form(project, WORDS)
    edit(project, WORDS, "title: Hang up", "\ttitle: Hang up")
    status, sentence = refused(project, WORDS, value, read_file(project, WORDS).source.digest)
    assert (status, "Line 2" in sentence) == (409, True)


@pytest.mark.parametrize("value", [{}, [], "", None, 5, {"a": ""}, {"a": {"b": None}}])
def test_nothing_is_not_saved(project: Path, value: Any) -> None:
    assert refused(project, WORDS, value, given_to_form(project, WORDS)[1])[0] == 422


@pytest.mark.parametrize(
    "path",
    [
        "trust.yml",
        "switches.yml",
        "README.md",
        "content/x.yml",
        "content/scams/prize/scam.yaml",
        "content/scams/../../site_config.yml",
        "content/scams/prize/../../../x.yml",
        "/etc/passwd",
        "content/scams/.hidden/scam.yml",
        "content\\scams\\prize\\scam.yml",
        "content/scams/prize/scam.yml\0",
        "content//scams/scam.yml",
        "",
    ],
)
def test_only_files_of_content_are_changed(project: Path, path: str) -> None:
    assert refused(project, path, {"a": "b"}, "")[0] == 403


def test_a_link_is_never_followed(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (project / "content/scams/prize").symlink_to(elsewhere)
    assert refused(project, NEW, {"type": "romance"}, "")[0] == 403
    assert list(elsewhere.iterdir()) == []


def test_a_file_that_is_too_long_is_refused(project: Path) -> None:
    value, digest = given_to_form(project, WORDS)
    value["intro"] = "word " * 100_000
    assert refused(project, WORDS, value, digest)[0] == 413


def test_a_character_that_no_file_may_hold_is_left_to_the_check(project: Path) -> None:
    value, digest = given_to_form(project, WORDS)
    value["intro"] = "before\u202eafter"
    save_form(project, WORDS, value, digest)
    assert [problem[0] for problem in found(project)] == [WORDS]


def in_two_languages(project: Path) -> dict[str, Sent]:
    """What a Save sends that changes the name of a place in both of its languages."""
    files = {}
    for path in ("content/jurisdictions/NO/no.yml", WORDS):
        value, digest = given_to_form(project, path)
        files[path] = Sent({**value, "name": "The north"}, digest)
    return files


def test_all_languages_of_a_save_are_written(project: Path) -> None:
    after = form_saving.save_form(project, in_two_languages(project))
    assert {path: read_file(project, path).source.digest for path in after} == {
        path: file.digest for path, file in after.items()
    }
    assert all("name: The north\n" in (project / path).read_text("utf-8") for path in after)
    assert len(after) == 2


def test_one_file_that_changed_meanwhile_keeps_all_from_being_written(project: Path) -> None:
    sent = in_two_languages(project)
    edit(project, WORDS, "title: Hang up", "title: Put the phone down")
    before = tree(project)
    with pytest.raises(Refused, match=f"{WORDS} was changed.*nothing was saved"):
        form_saving.save_form(project, sent)
    assert tree(project) == before


def test_a_disk_that_fails_halfway_leaves_the_files_as_they_were(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent, before = {NEW: Sent({"type": "romance"}, ""), **in_two_languages(project)}, tree(project)

    def full_at_last(root: Path, path: str, text: str) -> None:
        if "The north" in text and path == WORDS:
            raise OSError(28, "No space left on device")
        save(root, path, text)

    monkeypatch.setattr("builder.serve.form_saving.save", full_at_last)
    with pytest.raises(OSError, match="No space left"):
        form_saving.save_form(project, sent)
    assert tree(project) == before


def test_a_new_number_is_written_in_quotes(project: Path) -> None:
    value, digest = given_to_form(project, FACTS)
    value["contacts"].append({**value["contacts"][0], "phone": {"kind": "short", "number": "0105"}})
    value["contacts"][0]["phone"]["number"] = ' "18223" '
    after = save_form(project, FACTS, value, digest)
    text = (project / FACTS).read_text("utf-8")
    assert 'number: "0105"\n' in text
    assert 'number: "18223"\n' in text
    assert isinstance(after.value, dict)
    assert after.value["contacts"][-1]["phone"]["number"] == "0105"  # type: ignore[index, call-overload] # reason: as written above


def test_a_year_is_written_in_quotes_and_a_value_is_not(project: Path) -> None:
    value, digest = given_to_form(project, FACTS)
    value["statistics"].append({**value["statistics"][0], "id": "losses-2026", "period": "2026", "value": "77"})
    save_form(project, FACTS, value, digest)
    text = (project / FACTS).read_text("utf-8")
    assert 'period: "2026"\n' in text
    assert "value: 77\n" in text


@pytest.mark.parametrize(
    ("before", "after"), [("number: 110\n", "number: 110\n"), ("number: 111\n", 'number: "110"\n')]
)
def test_quotes_come_with_a_change_and_not_without(project: Path, before: str, after: str) -> None:
    table = "content/short_codes.yml"
    value, _ = given_to_form(project, table)
    value["short_codes"][0]["number"] = "110"
    text = (project / table).read_text("utf-8")
    (project / table).write_text(re.sub(r"number: .*\n", before, text, count=1), "utf-8")
    save_form(project, table, value, read_file(project, table).source.digest)
    assert (project / table).read_text("utf-8") == re.sub(r"number: .*\n", after, text, count=1)


def test_only_numbers_lose_the_quotes_that_somebody_typed(project: Path) -> None:
    value, digest = given_to_form(project, WORDS)
    value["intro"] = '"112"'
    save_form(project, WORDS, value, digest)
    assert given_to_form(project, WORDS)[0]["intro"] == '"112"'


@given(VALUES)
def test_an_author_s_value_is_settled_as_it_is(value: Any) -> None:
    assert settled(value, None) == value
    assert settled(value, value) == value


@given(VALUES)
def test_what_a_form_types_differently_is_no_change(value: Any) -> None:
    assert settled(loosely(value), value) == value
