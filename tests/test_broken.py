"""Broken content: one folder per mistake, holding what an editor did and the whole report they get.

A folder's files are laid over the golden content; `deleted.txt` names files to take away, `arguments.txt` further
arguments of the command. `make golden` rewrites the reports.
"""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from builder.cli import app
from builder.model.codes import CODES
from tests.conftest import GOLDEN, TODAY, copy_project
from tests.mistakes import BROKEN, lay_over, lines

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


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_folder_that_shows_it(code: str) -> None:
    reports = [path.read_text("utf-8") for path in BROKEN.glob(f"{code}*/report.txt")]
    assert any(f" {code}\n" in report for report in reports)
