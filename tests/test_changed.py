"""`check --changed`: what a change since the last commit answers for."""

import json
import os
import subprocess
from html import unescape
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builder.cli import CONTENT_PROBLEMS, ENVIRONMENT, app
from builder.parse.commits import changed_files
from tests.conftest import TODAY, edit
from tests.mistakes import lay_over

SCAM, WORDS = "content/scams/fake-officer/scam.yml", "content/scams/fake-officer/en.yml"


@pytest.fixture
def committed(project: Path) -> Path:
    """The golden content, committed."""
    git(project, "init", "-q")
    commit(project)
    return project


def git(folder: Path, *arguments: str) -> None:
    name = ("-c", "user.name=x", "-c", "user.email=x@golden.example", "-c", "commit.gpgsign=false")
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    subprocess.run(["git", "-C", str(folder), *name, *arguments], check=True, env=clean)


def commit(project: Path) -> None:
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "x")


def changed(project: Path, *arguments: str) -> Result:
    given = ["check", "--changed", "--root", str(project), "--as-of", str(TODAY), *arguments]
    result = CliRunner().invoke(app, given)
    assert not isinstance(result.exception, Exception), result.exception
    return result


def reported(project: Path, *arguments: str) -> list[tuple[str, str]]:
    rows = json.loads(changed(project, "--format", "json", *arguments).stdout)["problems"]
    return [(row["file"], row["code"]) for row in rows]


def break_the_strings(project: Path) -> None:
    """Another file that has an error, and is no concern of the change."""
    edit(project, "content/scams/fake-officer/no.yml", "title:", "titel:")


def test_a_mistake_in_a_changed_file_is_reported(committed: Path) -> None:
    edit(committed, SCAM, "type: authority", "type: authorities")
    result = changed(committed)
    assert result.exit_code == CONTENT_PROBLEMS
    assert f"{SCAM}:2:7 error unknown-value" in result.stderr


def test_a_mistake_that_was_committed_is_left_to_the_whole_check(committed: Path) -> None:
    break_the_strings(committed)
    commit(committed)
    edit(committed, SCAM, "type: authority", "type: authorities")
    assert reported(committed) == [(SCAM, "unknown-value")]


def test_nothing_is_reported_where_nothing_has_changed(committed: Path) -> None:
    break_the_strings(committed)
    commit(committed)
    result = changed(committed)
    assert (result.exit_code, result.stderr) == (0, "No problems.\n")


@pytest.mark.parametrize("staged", [False, True])
def test_a_new_file_counts_as_changed_staged_or_not(committed: Path, *, staged: bool) -> None:
    (committed / "content/scams/fake-officer/norsk.yml").write_text("title: x\n", "utf-8")
    if staged:
        git(committed, "add", "-A")
    assert {file for file, _ in reported(committed)} == {"content/scams/fake-officer/norsk.yml"}


def test_an_error_elsewhere_that_the_change_has_caused_is_reported(committed: Path) -> None:
    """The words of a scam are gone; the file that lacks them never stood in the change with a line of its own."""
    (committed / "content/scams/fake-officer").rename(committed / "content/scams/false-officer")
    assert {(file, code) for file, code in reported(committed) if code == "unknown-reference"} == {
        ("content/campaigns/no-withdrawal/campaign.yml", "unknown-reference"),
        ("content/jurisdictions/NO/jurisdiction.yml", "unknown-reference"),
    }


def test_an_error_elsewhere_that_was_there_before_is_not(committed: Path) -> None:
    break_the_strings(committed)
    edit(committed, "content/jurisdictions/NO/jurisdiction.yml", "first_call: ", "first_call: x")
    commit(committed)
    (committed / WORDS).unlink()
    files = {file for file, _ in reported(committed)}
    assert "content/jurisdictions/NO/jurisdiction.yml" not in files
    assert WORDS in files


def test_a_warning_elsewhere_is_left_to_the_whole_check(committed: Path) -> None:
    lay_over("long-sentence", committed)
    commit(committed)
    edit(committed, SCAM, "type: authority", "type:  authority")
    assert reported(committed) == []
    assert reported(committed, "--production") == []


def test_before_the_first_commit_everything_is_a_change(project: Path) -> None:
    git(project, "init", "-q")
    break_the_strings(project)
    assert {file for file, _ in reported(project)} == {"content/scams/fake-officer/no.yml"}


def test_a_project_in_a_folder_of_a_repository_is_compared_by_itself(project: Path) -> None:
    git(project.parent, "init", "-q")
    commit(project.parent)
    (project.parent / "content").mkdir()
    (project.parent / "content/other.yml").write_text("x", "utf-8")
    edit(project, SCAM, "type: authority", "type: authorities")
    assert changed_files(project) == {SCAM}
    assert reported(project) == [(f"project/{SCAM}", "unknown-value")]


def test_a_hook_that_is_told_of_another_index_sees_the_same(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(committed, SCAM, "type: authority", "type: authorities")
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/elsewhere")
    assert changed_files(committed) == {SCAM}


def test_a_name_in_any_script_is_found(committed: Path) -> None:
    (committed / "content/scams/警察 x.yml").write_text("x", "utf-8")
    assert changed_files(committed) == {"content/scams/警察 x.yml"}


def test_outside_of_a_repository_there_is_nothing_to_compare_with(project: Path) -> None:
    result = changed(project)
    assert result.exit_code == ENVIRONMENT
    assert "is not kept in git" in result.stderr


def test_without_git_the_environment_is_to_blame(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = changed(committed)
    assert result.exit_code == ENVIRONMENT
    assert "git is not installed" in result.stderr


def test_github_gets_a_table_for_the_page_of_the_run(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = committed.parent / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    edit(committed, SCAM, "type: authority", "type: authorities")
    assert changed(committed, "--format", "github").stdout.startswith(f"::error file={SCAM},line=2,")
    assert f"| error `unknown-value` | <code>{SCAM}:2</code> |" in unescape(page.read_text("utf-8"))
