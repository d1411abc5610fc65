"""What a form on a git host drops comes back: comments, order, quotes."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from builder.cli import app
from builder.edit.recommenting import recommented
from builder.parse.files import author_files
from builder.parse.reading import read_file
from tests.conftest import SHIPPED, edit, tree

FACTS = "content/jurisdictions/NO/jurisdiction.yml"


def written_anew(value: Any) -> str:
    """As such a form writes: the whole file, without comments, in a style of its own."""
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=True, width=60)


@pytest.fixture
def repository(project: Path) -> Path:
    for line in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.email=a@b.example", "-c", "user.name=a", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", "-C", str(project), *line], check=True)
    return project


def recomment(project: Path, revision: str = "HEAD") -> tuple[int, str]:
    done = CliRunner().invoke(app, ["recomment", revision, "--root", str(project)])
    return done.exit_code, done.output


@pytest.mark.parametrize("path", list(author_files(SHIPPED)))
def test_a_file_written_anew_with_the_same_values_is_the_old_one(path: str) -> None:
    document = read_file(SHIPPED, path)
    assert document.value is not None
    assert recommented(document.source.text, written_anew(document.value)) == document.source.text


def test_only_what_the_form_changed_differs(repository: Path) -> None:
    before = (repository / FACTS).read_text("utf-8")
    value: Any = read_file(repository, FACTS).value
    value["contacts"][0]["hours"] = "Mo-Fr 08:00-20:00"
    old = read_file(repository, FACTS).value
    assert old != value
    (repository / FACTS).write_text(written_anew(value), "utf-8")
    code, said = recomment(repository)
    assert (code, FACTS in said, "1 file has its comments again." in said) == (0, True, True)
    after = (repository / FACTS).read_text("utf-8")
    gone, come = (set(one.split("\n")) - set(other.split("\n")) for one, other in ((before, after), (after, before)))
    assert [line.strip() for line in come] == ["hours: Mo-Fr 08:00-20:00"]
    assert len(gone) <= 1


def test_what_was_written_by_hand_stays(repository: Path) -> None:
    first = (repository / FACTS).read_text("utf-8").split("\n")[0]
    edit(repository, FACTS, first, "# Another comment.")
    before = tree(repository / "content")
    assert recomment(repository)[0] == 0
    assert tree(repository / "content") == before


def test_an_unknown_revision_is_named(repository: Path) -> None:
    code, said = recomment(repository, "nowhere")
    assert (code, "nowhere" in said) == (2, True)


def test_an_option_is_no_revision(repository: Path) -> None:
    before = tree(repository / "content")
    done = CliRunner().invoke(app, ["recomment", "--root", str(repository), "--", "--output=x"])
    assert done.exit_code == 2
    assert tree(repository / "content") == before
