"""Mistakes that real editors make, a folder each: what they are told is right, and so is the correction.

`mistake.yml` says what somebody did, in which line of which file it stands, what the hint must tell them and, where it
can be known, the line as they meant it. All of that is written by people; only `report.txt` is made by the compiler
(`--rewrite`). The other files are laid over the golden content.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from typer.testing import CliRunner

from builder.cli import app
from builder.model.order import Order
from builder.model.problem import Correction, Problem
from builder.pipeline import check
from tests.conftest import GOLDEN, TODAY, copy_project
from tests.mistakes import lay_over

FOLDER = Path(__file__).parent
MISTAKES = sorted(path.parent.name for path in FOLDER.glob("*/mistake.yml"))


@dataclass(frozen=True)
class Mistake:
    """What stands in `mistake.yml`."""

    did: str
    file: str
    line: int
    code: str
    do: str
    right: str | None = None


def mistake_of(name: str) -> Mistake:
    return Mistake(**yaml.safe_load((FOLDER / name / "mistake.yml").read_text("utf-8")))


def made(name: str, folder: Path) -> Path:
    """The golden content with one mistake in it."""
    project = copy_project(GOLDEN, folder / "project")
    lay_over(name, project, FOLDER)
    return project


def problems(project: Path) -> tuple[Problem, ...]:
    return check(Order(project, TODAY)).verdict.problems


@cache
def told(name: str) -> tuple[Problem, ...]:
    """What an editor is told about a mistake."""
    with TemporaryDirectory() as folder:
        return problems(made(name, Path(folder)))


def correct(project: Path, correction: Correction) -> str:
    """Makes the correction in its file, and returns the line in which it was made."""
    file = project / correction.place.file
    file.write_text(correction.applied(file.read_text("utf-8")), "utf-8")
    return file.read_text("utf-8").split("\n")[correction.place.line - 1]


@pytest.mark.parametrize("name", MISTAKES)
def test_the_report_is_what_an_editor_has_read_and_approved(name: str, tmp_path: Path, rewrite: bool) -> None:
    arguments = ["check", "--root", str(made(name, tmp_path)), "--as-of", TODAY.isoformat()]
    result = CliRunner().invoke(app, arguments, env={"COLUMNS": "200"})
    assert not isinstance(result.exception, Exception), result.exception
    expected = FOLDER / name / "report.txt"
    if rewrite:
        expected.write_text(result.stderr, "utf-8")
    assert result.stderr == expected.read_text("utf-8")


@pytest.mark.parametrize("name", MISTAKES)
def test_the_mistake_is_told_once_and_in_the_right_line(name: str) -> None:
    mistake = mistake_of(name)
    places = [(problem.place.file, problem.place.line, problem.code) for problem in told(name)]
    assert (mistake.file, mistake.line, mistake.code) in places
    assert len(places) == 1, places


@pytest.mark.parametrize("name", MISTAKES)
def test_the_hint_says_what_to_do(name: str) -> None:
    mistake = mistake_of(name)
    (problem,) = (each for each in told(name) if (each.place.file, each.code) == (mistake.file, mistake.code))
    assert re.search(mistake.do, problem.hint), problem.hint
    assert problem.message.endswith(".")
    assert problem.hint.endswith((".", "?", '."'))


@pytest.mark.parametrize("name", MISTAKES)
def test_the_correction_is_the_line_that_was_meant_and_mends_everything(name: str, tmp_path: Path) -> None:
    mistake = mistake_of(name)
    offered = [problem.correction for problem in told(name) if problem.correction]
    assert bool(offered) == (mistake.right is not None), offered
    for correction in offered:
        project = made(name, tmp_path)
        assert correct(project, correction) == mistake.right
        assert problems(project) == ()


def test_there_are_at_least_forty_and_each_says_in_a_sentence_what_somebody_did() -> None:
    sentences = {mistake_of(name).did for name in MISTAKES}
    assert len(sentences) == len(MISTAKES) >= 40
    assert all(sentence.endswith(".") for sentence in sentences)
