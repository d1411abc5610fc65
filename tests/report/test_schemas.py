"""What programs read, held to the schemas that those programs publish."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import xmlschema

from builder.model.order import Order
from builder.model.problem import Correction, Place, Problem
from builder.pipeline import check
from builder.report.machines import as_gitlab, as_junit, as_sarif
from tests.conftest import GOLDEN, TODAY, copy_project
from tests.mistakes import BROKEN, lay_over

SCHEMAS = Path(__file__).parent / "schemas"
ODD = Problem(Place("a b/ä,:%.yml", 3, 1, 0), "unknown-key", "50 % is\n<much> & \x1b\x00 “x”", "Say “half”.", "note")
LATER = date(2030, 1, 1)


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text("utf-8"))


def faults(report: str, name: str) -> list[str]:
    wanted = schema(name)
    validator = jsonschema.validators.validator_for(wanted)
    validator.check_schema(wanted)
    checked = validator(wanted, format_checker=validator.FORMAT_CHECKER)
    return [error.message for error in checked.iter_errors(json.loads(report))]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Problem, ...]]:
    """What the gate says of every folder of broken content, of stale content, and of content in order."""
    reports = []
    for number, case in enumerate(sorted(path.name for path in BROKEN.iterdir() if path.is_dir())):
        project = copy_project(GOLDEN, tmp_path_factory.mktemp(f"case{number}") / "project")
        lay_over(case, project)
        reports.append(check(Order(project, TODAY)).verdict.problems)
    golden = (check(Order(GOLDEN, day)).verdict.problems for day in (TODAY, LATER))
    return [*reports, *golden, (ODD,), (corrected(ODD, 0), corrected(ODD, 4))]


def corrected(problem: Problem, width: int) -> Problem:
    place = Place(problem.place.file, problem.place.line, 2, width)
    return Problem(problem.place, problem.code, problem.message, correction=Correction(place, "“half”"))


def test_every_kind_of_problem_is_among_them(everything: Sequence[Sequence[Problem]]) -> None:
    problems = [problem for report in everything for problem in report]
    assert {"error", "warning", "note"} <= {problem.severity for problem in problems}
    assert any(problem.correction for problem in problems)
    assert () in everything


@pytest.mark.parametrize(
    ("form", "name"), [(as_sarif, "sarif-2.1.0.json"), (as_gitlab, "gitlab-code-quality.json")], ids=["sarif", "gitlab"]
)
def test_a_report_fits_its_schema(everything: Sequence[Sequence[Problem]], form: Any, name: str) -> None:
    assert [fault for report in everything for fault in faults(form(report), name)] == []


def test_a_report_for_junit_fits_its_schema(everything: Sequence[Sequence[Problem]]) -> None:
    wanted = xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))
    found = [fault for report in everything for fault in wanted.iter_errors(ET.fromstring(as_junit(report)))]
    assert [str(fault) for fault in found] == []


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("sarif-2.1.0.json", '{"version": "2.1.0", "runs": [{"results": []}]}'),
        ("gitlab-code-quality.json", '[{"description": "x", "severity": "grave"}]'),
    ],
)
def test_the_schemas_refuse_what_is_not_theirs(name: str, broken: str) -> None:
    assert faults(broken, name)


def test_the_schema_of_junit_refuses_what_is_not_its_own() -> None:
    wanted = xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))
    assert not wanted.is_valid(ET.fromstring("<testsuites><testsuite/></testsuites>"))
