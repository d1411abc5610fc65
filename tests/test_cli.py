"""Arguments, exit codes, and what goes to which stream."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from builder.cli import CONTENT_PROBLEMS, ENVIRONMENT, WRONG_USE, app, load_command
from builder.keys.pem import create
from builder.model.codes import CODES
from builder.model.explanations import explanations
from tests.conftest import SHIPPED, TODAY, edit, tree

SCAM = "content/scams/fake-officer/scam.yml"
LISTED: Any = get_command(app)


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})
    assert not isinstance(result.exception, Exception), result.exception
    return result


def on(project: Path, command: str, *arguments: str) -> Result:
    return run(*command.split(), "--root", str(project), "--as-of", str(TODAY), *arguments)


def broken(project: Path) -> Path:
    edit(project, SCAM, "type: authority", "type: authorities")
    return project


def stale(project: Path) -> Path:
    edit(project, "site_config.yml", "statistic_days: 550", "statistic_days: 1")
    return project


def test_sound_content_exits_with_zero(project: Path) -> None:
    result = on(project, "check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No problems.\n")


def test_an_error_in_content_exits_with_one(project: Path) -> None:
    result = on(broken(project), "check")
    assert result.exit_code == CONTENT_PROBLEMS == 1
    assert result.stdout == ""


def test_a_warning_exits_with_zero_and_in_production_with_one(project: Path) -> None:
    stale(project)
    assert on(project, "check").exit_code == 0
    assert on(project, "check", "--production").exit_code == CONTENT_PROBLEMS


def test_problems_as_json_are_the_only_thing_on_stdout(project: Path) -> None:
    result = on(broken(project), "check", "--format", "json")
    (problem,) = json.loads(result.stdout)["problems"]
    assert (problem["file"], problem["line"], problem["code"]) == (SCAM, 2, "unknown-value")
    assert (result.exit_code, result.stderr) == (CONTENT_PROBLEMS, "")


def test_no_problems_as_json_are_an_empty_list(project: Path) -> None:
    assert json.loads(on(project, "check", "--format", "json").stdout) == {"problems": []}


def test_problems_as_lines_are_one_line_each(project: Path) -> None:
    first, count = on(broken(project), "check", "--format", "concise").stderr.splitlines()
    assert first.startswith(f"{SCAM}:2:7 error unknown-value ")
    assert count == "1 error in 1 file."


def test_a_build_publishes_beside_the_configuration(project: Path) -> None:
    result = on(project, "build")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "index.html" in tree(project / "dist")
    assert "pages" in result.stderr


def test_a_build_publishes_where_it_is_told(project: Path, tmp_path: Path) -> None:
    assert on(project, "build", "--out", str(tmp_path / "elsewhere")).exit_code == 0
    assert "index.html" in tree(tmp_path / "elsewhere")
    assert not (project / "dist").exists()


def test_a_build_with_warnings_publishes_and_in_production_does_not(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stale(project)
    create(str(project / "latest.pem"), "a passphrase of some length")
    monkeypatch.setenv("ANTISCAM_PASSPHRASE", "a passphrase of some length")
    result = on(project, "build", "--production", "--key", str(project / "latest.pem"))
    assert result.exit_code == CONTENT_PROBLEMS
    assert not (project / "dist").exists()
    assert on(project, "build").exit_code == 0
    assert (project / "dist").exists()


def test_broken_content_leaves_the_last_build(project: Path) -> None:
    on(project, "build")
    before = tree(project / "dist")
    result = on(broken(project), "build")
    assert result.exit_code == CONTENT_PROBLEMS
    assert "Nothing was published; the last build stands." in result.stderr
    assert before == tree(project / "dist")


def test_a_build_that_cannot_be_written_exits_with_three(project: Path) -> None:
    (project / "dist").mkdir()
    result = on(project, "build")
    assert result.exit_code == ENVIRONMENT == 3
    assert result.stderr.startswith("Nothing was published. ")


def test_a_build_reports_json_alone_where_that_is_asked(project: Path) -> None:
    result = on(project, "build", "--format", "json")
    assert json.loads(result.stdout) == {"problems": []}
    assert result.stderr == ""


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "22.11.2026", "2026-02-30"])
def test_a_day_that_is_none_is_wrong_use(project: Path, day: str) -> None:
    result = run("check", "--root", str(project), "--as-of", day)
    assert result.exit_code == WRONG_USE == 2
    assert f"not “{day}”" in result.stderr


def test_a_root_without_configuration_is_wrong_use(tmp_path: Path) -> None:
    result = run("check", "--root", str(tmp_path))
    assert result.exit_code == WRONG_USE
    assert "No site_config.yml" in result.stderr


def test_the_root_is_not_looked_for_above_a_folder_that_was_named(project: Path) -> None:
    assert run("check", "--root", str(project / "content")).exit_code == WRONG_USE


def test_the_nearest_configuration_upwards_is_taken(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "content" / "scams")
    assert run("check", "--as-of", str(TODAY)).stderr == "No problems.\n"


def test_an_unknown_format_is_wrong_use(project: Path) -> None:
    assert on(project, "check", "--format", "xml").exit_code == WRONG_USE


@pytest.mark.parametrize("name", LISTED.commands)
def test_the_list_of_commands_says_of_each_what_it_says_first_of_itself(name: str) -> None:
    first, dot, _ = " ".join(load_command(name).help.split()).partition(". ")
    assert LISTED.commands[name].help == (f"{first}." if dot else first)


def test_the_list_of_commands_is_shown_without_loading_any() -> None:
    asked = "import sys; from builder.cli import app; app(['--help'], standalone_mode=False)"
    told = f"{asked}; print(*(name for name in sys.modules if name.startswith('builder')), sep='\\n')"
    lines = subprocess.run([sys.executable, "-c", told], cwd=SHIPPED, capture_output=True, text=True, check=True).stdout
    loaded = {line for line in lines.splitlines() if line.startswith("builder.")}
    assert {name for name in loaded if name.startswith("builder.cli.")} == {"builder.cli.asking"}
    assert all(name in lines for name in LISTED.commands)


def test_a_mistyped_command_is_answered_with_the_nearest_one() -> None:
    result = run("chekc")
    assert result.exit_code == WRONG_USE
    assert "Did you mean 'check'" in result.stderr


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str) -> None:
    result = run("explain", code)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{code}\n\n{explanations()[code]}\n\nThis is a")


def test_a_mistyped_code_is_answered_with_the_nearest_one() -> None:
    result = run("explain", "Long_Sentense")
    assert (result.exit_code, result.stdout) == (WRONG_USE, "")
    assert result.stderr.endswith("Did you mean “long-sentence”?\n")


def test_an_unknown_code_is_answered_with_the_known_ones() -> None:
    result = run("explain", "xyzzy")
    assert (result.exit_code, result.stdout) == (WRONG_USE, "")
    assert [code for code in CODES if code not in result.stderr] == []


@pytest.mark.parametrize(("stage", "key"), [("library", "jurisdictions"), ("site", "bundles")])
def test_an_intermediate_form_is_json(project: Path, stage: str, key: str) -> None:
    result = on(project, f"show {stage}")
    assert result.exit_code == 0
    assert json.loads(result.stdout)[key]


def test_documents_are_json_with_their_positions(project: Path) -> None:
    shown = {document["source"]["path"]: document for document in json.loads(on(project, "show documents").stdout)}
    assert shown[SCAM]["value"]["type"] == "authority"
    assert shown[SCAM]["positions"]["values"]["vectors.1"]["line"] == 4


def test_documents_are_shown_even_if_broken_and_a_library_is_not(project: Path) -> None:
    broken(project)
    assert on(project, "show documents").exit_code == 0
    result = on(project, "show library")
    assert (result.exit_code, result.stdout) == (CONTENT_PROBLEMS, "")
    assert "unknown-value" in result.stderr


@pytest.mark.parametrize(("extra", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_are_left_out_where_somebody_asks_so(project: Path, extra: dict[str, str], coloured: bool) -> None:
    environment = {**os.environ, "FORCE_COLOR": "1", "TERM": "xterm-256color", **extra}
    process = subprocess.run(
        [sys.executable, "-m", "builder", "check", "--root", str(broken(project)), "--as-of", str(TODAY)],
        cwd=SHIPPED,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == CONTENT_PROBLEMS
    assert coloured == ("\x1b[1;31m" in process.stderr)
