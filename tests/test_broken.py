"""Broken content: one folder per mistake, holding what an editor did and the whole report they get.

A folder's files are laid over the golden content; `deleted.txt` names files to take away, `arguments.txt` further
arguments of the command. `make golden` rewrites the reports.
"""

import re
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner

from builder.cli import app
from builder.model.codes import CODES, TranslatorCode
from builder.model.order import Order
from builder.pipeline import check
from tests.conftest import GOLDEN, TODAY, copy_project
from tests.mistakes import BROKEN, lay_over, lines

# The line as it should be, or the command that corrects what cannot be seen.
CORRECTED = re.compile(r"^  \d+ \+ |antiscam fix", re.MULTILINE)
MISTAKES = sorted(path.name for path in BROKEN.iterdir() if path.is_dir())


def report_of(mistake: str, folder: Path) -> str:
    project = copy_project(GOLDEN, folder / "project")
    lay_over(mistake, project)
    further = lines(BROKEN / mistake / "arguments.txt")
    arguments = ["check", "--root", str(project), "--as-of", TODAY.isoformat(), *further]
    result = CliRunner().invoke(app, arguments, env={"COLUMNS": "200"})
    assert not isinstance(result.exception, Exception), result.exception
    return f"exit code {result.exit_code}\n{result.stderr}"


@pytest.mark.parametrize("mistake", MISTAKES)
def test_an_editor_reads(mistake: str, tmp_path: Path, rewrite: bool) -> None:
    report = report_of(mistake, tmp_path)
    expected = BROKEN / mistake / "report.txt"
    if rewrite:
        expected.write_text(report, "utf-8")
    assert report == expected.read_text("utf-8")


@pytest.mark.parametrize("mistake", MISTAKES)
def test_what_is_offered_as_a_correction_mends_the_problem_and_brings_none(mistake: str, tmp_path: Path) -> None:
    """In the same line, that is: a file that can be read again may have further ones elsewhere."""
    if not CORRECTED.search((BROKEN / mistake / "report.txt").read_text("utf-8")):
        return
    project = copy_project(GOLDEN, tmp_path / "project")
    lay_over(mistake, project)
    order = Order(project, TODAY)
    before = check(order).verdict.problems
    offered = [problem for problem in before if problem.correction]
    assert offered
    for problem in offered:
        assert problem.correction
        place, file = problem.correction.place, project / problem.correction.place.file
        original = file.read_bytes()
        file.write_text(problem.correction.applied(original.decode().replace("\r\n", "\n")), "utf-8")
        after = check(order).verdict.problems
        assert problem not in after
        assert not [each for each in after if (each.place.file, each.place.line) == (place.file, place.line)]
        file.write_bytes(original)


@pytest.mark.parametrize("code", [code for code in CODES if code not in get_args(TranslatorCode)])
def test_every_code_has_a_folder_that_shows_it(code: str) -> None:
    reports = [path.read_text("utf-8") for path in BROKEN.glob(f"{code}*/report.txt")]
    assert any(f" {code}\n" in report for report in reports)
