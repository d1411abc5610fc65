"""`antiscam schema export` writes what is out of date, and nothing else; `--check` only says so."""

import pytest
from typer.testing import CliRunner

from builder.cli import CONTENT_PROBLEMS, app
from builder.edit.guiding import outdated
from tests.conftest import SHIPPED, edit, found, tree


def _run(*arguments: object):
    return CliRunner().invoke(app, ["schema", "export", *map(str, arguments)])


def test_what_is_committed_is_what_the_models_say():
    assert not outdated(SHIPPED), "run: .venv/bin/antiscam schema export"


def test_a_project_gets_schemas_settings_and_first_lines(project):
    assert _run("--root", project).exit_code == 0
    assert (project / "schema/scam.schema.json").is_file()
    assert (project / ".vscode/settings.json").is_file()
    assert (project / "docs/fields.md").is_file()
    first = (project / "content/scams/fake-officer/en.yml").read_text("utf-8").split("\n")[0]
    assert first == "# yaml-language-server: $schema=../../../schema/scam-words.schema.json"
    assert not found(project)


def test_a_second_run_finds_nothing_to_do(project):
    _run("--root", project)
    before = tree(project)
    again = _run("--root", project)
    assert (again.exit_code, again.stdout) == (0, "")
    assert again.stderr == "All is up to date.\n"
    assert tree(project) == before


def test_a_check_names_what_is_out_of_date_and_writes_nothing(project):
    _run("--root", project)
    edit(project, "schema/trust.schema.json", '"title": "Whose signatures count"', '"title": "Signatures"')
    before = tree(project)
    checked = _run("--check", "--root", project)
    assert (checked.exit_code, checked.stdout) == (CONTENT_PROBLEMS, "schema/trust.schema.json\n")
    assert "antiscam schema export" in checked.stderr
    assert tree(project) == before


def test_only_the_first_line_of_an_authors_file_changes(project):
    path = project / "content/scams/fake-officer/en.yml"
    before = path.read_bytes()
    _run("--root", project)
    assert path.read_bytes().split(b"\n", 1)[1] == before


def test_line_breaks_of_windows_stay(project):
    path = project / "content/scams/fake-officer/en.yml"
    windows = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(windows)
    _run("--root", project)
    line, rest = path.read_bytes().split(b"\r\n", 1)
    assert line.startswith(b"# yaml-language-server")
    assert rest == windows


def test_a_file_that_cannot_be_read_is_left_to_the_check(project):
    path = project / "content/scams/fake-officer/en.yml"
    path.write_bytes(b"title: p\xe5 telefonen\n")
    assert _run("--root", project).exit_code == 0
    assert path.read_bytes() == b"title: p\xe5 telefonen\n"


@pytest.mark.parametrize("folder", [".vscode", "schema"])
def test_what_stands_in_the_way_is_named(project, folder):
    (project / folder).write_text("in the way")
    ran = _run("--root", project)
    assert ran.exit_code == 3
    assert folder in ran.stderr
