"""`antiscam export form`: a folder for a git host, or a sentence that says what to write instead."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from builder.cli import app
from tests.conftest import edit, tree


def export(project: Path, out: Path, *more: str) -> tuple[int, str]:
    line = ["export", "form", "--out", str(out), "--root", str(project), *more]
    done = CliRunner().invoke(app, line)
    return done.exit_code, done.output


def test_the_folder_holds_the_form_and_where_it_saves(project: Path, tmp_path: Path) -> None:
    code, said = export(project, tmp_path / "form", "--backend", "gitlab", "--repo", "a/b/c", "--branch", "drafts")
    files = tree(tmp_path / "form")
    assert (code, f"{len(files)} files" in said) == (0, True)
    backend = json.loads(files["config.json"])["backend"]
    assert backend == {"name": "gitlab", "repo": "a/b/c", "branch": "drafts", "auth_methods": ["token"]}
    assert b"https://gitlab.com" in files["_headers"]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--repo", "campaign"), "owner/name"),
        (("--repo", "a/b;c"), "owner/name"),
        (("--repo", "a/b", "--api", "http://git.example"), "https://"),
        (("--repo", "a/b", "--sign-in", "https://git.example/ script-src *"), "https://"),
    ],
)
def test_a_wrong_address_writes_nothing(project: Path, tmp_path: Path, more: tuple[str, ...], words: str) -> None:
    code, said = export(project, tmp_path / "form", "--backend", "github", *more)
    assert (code, words in said) == (2, True)
    assert not (tmp_path / "form").exists()


def test_broken_content_is_named(project: Path, tmp_path: Path) -> None:
    edit(project, "content/short_codes.yml", "short_codes:", "\tshort_codes:")
    code, said = export(project, tmp_path / "form", "--backend", "github", "--repo", "a/b")
    assert (code, "content/short_codes.yml" in said) == (1, True)
    assert not (tmp_path / "form").exists()
