"""Problems in the forms that other programs read: JSON, GitHub, GitLab, SARIF and JUnit.

Each function takes the problems as the gate has sorted them and gives the whole output, without a last line break.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

from builder.model.codes import CODES
from builder.model.problem import Problem

Problems = Sequence[Problem]

# What no XML may hold, not even escaped.
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
# What GitLab calls them: an error keeps the site from being published, a warning does so in production only.
_GITLAB = {"error": "critical", "warning": "minor"}


def as_json(problems: Problems) -> str:
    """`{"problems": [{"code", "severity", "file", "line", "column", "message", "hint"}]}`."""
    rows = [
        {
            "code": problem.code,
            "severity": problem.severity,
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return _json({"problems": rows})


def as_github(problems: Problems) -> str:
    """Workflow commands of GitHub Actions, one line each: they stand beside the line in a pull request."""
    return "\n".join(map(_github, problems))


def _github(problem: Problem) -> str:
    place = problem.place
    given = {
        "file": place.file,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + max(place.width, 1)),
        "title": problem.code,
    }
    properties = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in given.items())
    return f"::{problem.severity} {properties}::{_escaped(_said(problem))}"


def _escaped(text: str, more: str = "") -> str:
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def as_gitlab(problems: Problems) -> str:
    """A Code Quality report of GitLab. A fingerprint does not hold the line, so that an edit above changes nothing."""
    seen: Counter[str] = Counter()
    return _json([_gitlab(problem, seen) for problem in problems])


def _gitlab(problem: Problem, seen: Counter[str]) -> dict[str, Any]:
    name = f"{problem.place.file}\0{problem.code}\0{problem.message}"
    seen[name] += 1
    return {
        "description": _said(problem),
        "check_name": problem.code,
        "fingerprint": hashlib.sha256(f"{name}\0{seen[name]}".encode()).hexdigest(),
        "severity": _GITLAB[problem.severity],
        "location": {"path": problem.place.file, "lines": {"begin": problem.place.line}},
    }


def as_sarif(problems: Problems) -> str:
    """SARIF 2.1.0 (OASIS), as code scanning services take it. Columns count characters."""
    used = sorted({problem.code for problem in problems}, key=CODES.index)
    rules = [{"id": code, "shortDescription": {"text": code.replace("-", " ")}} for code in used]
    driver = {"name": "antiscam", "rules": rules}
    results = [_sarif(problem, used.index(problem.code)) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _json({"$schema": _SARIF, "version": "2.1.0", "runs": [run]})


def _sarif(problem: Problem, rule: int) -> dict[str, Any]:
    place = problem.place
    region = {"startLine": place.line, "startColumn": place.column, "endColumn": place.column + max(place.width, 1)}
    location = {"artifactLocation": {"uri": quote(place.file)}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": _said(problem)},
        "locations": [{"physicalLocation": location}],
    }


def as_junit(problems: Problems) -> str:
    """A report in the form of JUnit: a test for each error, which failed, and one that passed where there is none."""
    errors = [problem for problem in problems if problem.severity == "error"]
    counts = {"tests": str(max(len(errors), 1)), "failures": str(len(errors)), "errors": "0"}
    suites = ET.Element("testsuites", counts)
    suite = ET.SubElement(suites, "testsuite", {"name": "antiscam check", **counts})
    for problem in errors:
        place = problem.place
        name = f"{problem.code} at {place.line}:{place.column}"
        case = ET.SubElement(suite, "testcase", {"classname": place.file, "name": name})
        failure = ET.SubElement(case, "failure", {"message": problem.message, "type": problem.code})
        failure.text = f"{place.file}:{place.line}:{place.column}\n{_said(problem)}"
    if not errors:
        ET.SubElement(suite, "testcase", {"classname": "content", "name": "no errors"})
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + _NO_XML.sub("�", ET.tostring(suites, encoding="unicode"))


FORMS: Mapping[str, Callable[[Problems], str]] = {
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
    "junit": as_junit,
}


def _said(problem: Problem) -> str:
    return f"{problem.message}\n{problem.hint}" if problem.hint else problem.message


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
