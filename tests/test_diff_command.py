"""`antiscam diff`: between commits and the files as they are, in words, as JSON and as a comment."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builder.cli import CONTENT_PROBLEMS, ENVIRONMENT, WRONG_USE, app
from tests.conftest import TODAY, edit

WORDS, FACTS = "content/jurisdictions/NO/en.yml", "content/jurisdictions/NO/jurisdiction.yml"
SAID = "Norway, English: tip 1, title: Hang up → Put the phone down"


def git(project: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=An editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *identity, *arguments], cwd=project, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(project: Path, message: str = "A change") -> str:
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(project, "rev-parse", "HEAD")


@pytest.fixture
def repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The golden content, committed."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    git(project, "init", "--quiet", "--initial-branch", "main")
    commit(project, "The first state")
    return project


def diff(project: Path, *arguments: str) -> Result:
    dated = ("--root", str(project), "--as-of", str(TODAY))
    result = CliRunner().invoke(app, ["diff", *arguments, *dated], env={"COLUMNS": "200"})
    assert not isinstance(result.exception, Exception), result.exception
    return result


def told(result: Result) -> list[str]:
    """What a program reads."""
    assert result.exit_code == 0, result.stderr
    return [change["said"] for change in json.loads(result.stdout)["changes"]]


def put_down(project: Path) -> None:
    edit(project, WORDS, "title: Hang up", "title: Put the phone down")


def test_without_a_change_one_sentence_says_so(repository: Path) -> None:
    result = diff(repository)
    assert (result.exit_code, result.stdout) == (0, "Nothing differs for the public.\n")
    assert result.stderr.startswith("From HEAD (")
    assert diff(repository, "--exit-code").exit_code == 0


def test_a_change_that_is_not_committed_is_compared_with_the_last_commit(repository: Path) -> None:
    put_down(repository)
    result = diff(repository)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "",
        "Numbers, addresses and dates that differ: 0",
        "",
        "Texts in English that differ: 1",
        "  Norway, English: tip 1, title",
        "    - Hang up",
        "    + Put the phone down",
        f"      {WORDS}:21, read on no/en/tips/",
    ]


def test_a_number_stands_first_and_loud(repository: Path) -> None:
    put_down(repository)
    for file in (FACTS, "content/short_codes.yml"):
        edit(repository, file, 'number: "02800"', 'number: "02801"')
    lines = diff(repository).stdout.splitlines()
    assert lines[1:3] == [
        "Numbers, addresses and dates that differ: 1",
        "  PHONE NUMBER Norway: contact “Police helpline”, number: 02800, short number → 02801, short number",
    ]
    assert diff(repository, "--format", "comment").stdout.count("> **1 phone number changes.**") == 1


def test_two_commits_are_compared_whatever_stands_in_the_files(repository: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    put_down(repository)
    commit(repository)
    (repository / WORDS).write_text("broken: [", "utf-8")
    assert told(diff(repository, first, "--to", "HEAD", "--format", "json")) == [SAID]
    assert told(diff(repository, "HEAD", "--to", first, "--format", "json")) == [
        "Norway, English: tip 1, title: Put the phone down → Hang up"
    ]


def test_a_project_in_a_folder_of_its_repository_is_found(repository: Path) -> None:
    below = repository / "sites" / "north"
    below.mkdir(parents=True)
    for name in ("content", "site_config.yml"):
        shutil.move(repository / name, below / name)
    commit(repository)
    put_down(below)
    assert told(diff(below, "--format", "json")) == [SAID]
    result = diff(below, "HEAD~1")
    assert result.exit_code == WRONG_USE
    assert "there was no site_config.yml in this folder" in result.stderr


def test_the_json_names_both_states_places_pages_and_sources(repository: Path) -> None:
    put_down(repository)
    found = json.loads(diff(repository, "--format", "json").stdout)
    assert found["format"] == "antiscam-diff/1"
    assert found["from"] == f"HEAD ({git(repository, 'rev-parse', 'HEAD')[:9]})"
    assert found["changes"] == [
        {
            "kind": "text",
            "dangerous": False,
            "said": SAID,
            "where": "Norway, English: tip 1, title",
            "before": "Hang up",
            "after": "Put the phone down",
            "spots": [{"jurisdiction": "NO", "locale": "en", "part": "tip 1, title"}],
            "pages": ["no/en/tips/"],
            "sources": [{"file": WORDS, "line": 21}],
        }
    ]


def test_differences_end_with_one_only_if_that_is_asked(repository: Path) -> None:
    put_down(repository)
    assert diff(repository).exit_code == 0
    assert diff(repository, "--exit-code").exit_code == CONTENT_PROBLEMS


def test_files_that_do_not_pass_are_shown_with_the_side_they_stand_on(repository: Path) -> None:
    edit(repository, WORDS, "title: Hang up", "titel: Hang up")
    result = diff(repository)
    assert result.exit_code == CONTENT_PROBLEMS
    assert result.stderr.startswith("In the files as they are now:\n")
    assert f"{WORDS}:21:5 error unknown-key" in result.stderr
    assert "Nothing was compared: the content of the files as they are now does not pass" in result.stderr
    assert not result.stdout


def test_an_earlier_state_that_does_not_pass_may_be_older_than_a_rule(repository: Path) -> None:
    edit(repository, WORDS, "title: Hang up", "titel: Hang up")
    commit(repository)
    edit(repository, WORDS, "titel: Hang up", "title: Hang up")
    result = diff(repository)
    assert result.exit_code == CONTENT_PROBLEMS
    assert result.stderr.startswith("In HEAD (")
    assert result.stderr.rstrip().endswith(
        "It may be older than a rule that it breaks, or files were left out of it (see git status)."
    )


@pytest.mark.parametrize("name", ["no-such-thing", "--output=x", "-x", "HEAD^{tree}", "HEAD:content", "a b", "…"])
def test_a_name_that_is_no_revision_is_refused(repository: Path, name: str) -> None:
    result = diff(repository, f"--to={name}") if name.startswith("-") else diff(repository, name)
    assert result.exit_code == WRONG_USE
    assert f"“{name}”" in result.stderr


def test_a_folder_without_git_says_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    result = diff(project)
    assert result.exit_code == ENVIRONMENT
    assert "not a git repository" in result.stderr


def test_a_machine_without_git_says_so(repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = diff(repository)
    assert (result.exit_code, result.stderr) == (
        ENVIRONMENT,
        "git is not installed on this machine; it is needed to read earlier content.\n",
    )


def test_a_link_in_a_commit_is_never_followed(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("name: A secret\n", "utf-8")
    (repository / WORDS).unlink()
    (repository / WORDS).symlink_to(tmp_path / "secret.yml")
    commit(repository)
    result = diff(repository, "HEAD", "--to", "HEAD")
    assert result.exit_code == CONTENT_PROBLEMS
    assert f"{WORDS}:1:1 error unexpected-file" in result.stderr
    assert "secret" not in result.stderr


def test_nothing_is_left_behind_and_nothing_is_written(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = repository.parent / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    put_down(repository)
    assert told(diff(repository, "--format", "json")) == [SAID]
    assert list(folder.iterdir()) == []
    assert git(repository, "status", "--porcelain") == f"M {WORDS}"
