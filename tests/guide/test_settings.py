"""VS Code finds the schema of every file, and shows every line of a report where it belongs."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from builder.cli import app
from builder.guide.files import FILES, kind_at
from builder.guide.schemas import schema_path
from builder.guide.settings import PROBLEM, editor_files
from builder.model.order import Order
from builder.pipeline import check
from builder.report.plain import concise
from tests.conftest import SHIPPED, TODAY
from tests.mistakes import lay_over

SETTINGS = {file.path: json.loads(file.content) for file in editor_files()}


def _schemas_of(path: str) -> list[str]:
    """The schemas that the settings give to a file, as VS Code compares globs: a “!” takes a file out again."""
    found = []
    for schema, globs in SETTINGS[".vscode/settings.json"]["yaml.schemas"].items():
        fits = [Path(path).match(glob) for glob in globs if not glob.startswith("!")]
        out = [Path(path).match(glob[1:]) for glob in globs if glob.startswith("!")]
        if any(fits) and not any(out):
            found.append(schema)
    return found


@pytest.mark.parametrize(
    "path", [*sorted(path.relative_to(SHIPPED).as_posix() for path in SHIPPED.glob("content/**/*.yml")), "switches.yml"]
)
def test_a_file_has_one_schema_by_its_place(path):
    assert _schemas_of(path) == [f"./{schema_path(kind_at(path))}"]


def test_the_settings_name_schemas_that_exist():
    assert set(SETTINGS[".vscode/settings.json"]["yaml.schemas"]) == {f"./{schema_path(kind)}" for kind in FILES}
    assert all((SHIPPED / schema_path(kind)).is_file() for kind in FILES)


def test_no_formatter_rewrites_files_behind_an_author():
    assert SETTINGS[".vscode/settings.json"]["yaml.format.enable"] is False


@pytest.mark.parametrize("mistake", ["bad-hours", "stale-contact", "missing-key", "texts-differ", "long-sentence-note"])
def test_the_task_finds_every_line_of_a_report(project, mistake):
    lay_over(mistake, project)
    problems = check(Order(project, TODAY)).verdict.problems
    (task, _) = SETTINGS[".vscode/tasks.json"]["tasks"]
    ran = CliRunner().invoke(app, [*task["args"], "--root", str(project), "--as-of", TODAY.isoformat()])
    matcher = task["problemMatcher"]["pattern"]
    found = [match for line in ran.stderr.splitlines() if (match := re.match(matcher["regexp"], line))]
    names = ("file", "line", "column", "severity", "code", "message")
    assert {tuple(match[matcher[name]] for name in names) for match in found} == {
        (each.place.file, str(each.place.line), str(each.place.column), each.severity, each.code, each.message)
        for each in problems
    }
    assert found


def test_the_count_below_a_report_is_no_problem(order):
    assert not re.match(PROBLEM, "3 errors in 2 files.")
    assert not [concise(problem) for problem in check(order).verdict.problems]
