"""Problems in the forms that other programs read: JSON, GitHub, GitLab, SARIF and JUnit.

Each function takes the problems as the gate has sorted them and gives the whole output, without a last line break.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args
from urllib.parse import quote
from xml.etree import ElementTree as ET

from builder.model.codes import CODES, Code
from builder.model.explanations import explanations
from builder.model.problem import Correction, Place, Problem, Severity
from builder.model.protection import usual_severity

Problems = Sequence[Problem]

# What no XML may hold, not even escaped.
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
# What GitLab and GitHub call them.
_GITLAB = {"error": "critical", "warning": "minor", "note": "info"}
_GITHUB = {"error": "error", "warning": "warning", "note": "notice"}


def as_json(problems: Problems) -> str:
    """`{"problems": [{"code", "severity", "file", "line", "column", "message", "hint", "correction"}]}`.

    A correction is null, or says what to put instead of `width` characters of a line: `{"line", "column", "width",
    "text", "safe"}`. It always stands in the file of its problem.
    """
    rows = [
        {
            "code": problem.code,
            "severity": problem.severity,
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "message": problem.message,
            "hint": problem.hint,
            "correction": _correction(problem.correction),
        }
        for problem in problems
    ]
    return _json({"problems": rows})


def _correction(correction: Correction | None) -> dict[str, Any] | None:
    if correction is None:
        return None
    place = correction.place
    spot = {"line": place.line, "column": place.column, "width": place.width}
    return {**spot, "text": correction.text, "safe": correction.safe}


def as_github(problems: Problems) -> str:
    """Workflow commands of GitHub Actions, one line each: they stand beside the line in a pull request.

    Only the first ten of a kind are shown there, so the gravest come first.
    """
    return "\n".join(map(_github, gravest_first(problems)))


def gravest_first(problems: Problems) -> list[Problem]:
    """Errors, then warnings, then notes; each by place."""
    return sorted(problems, key=lambda problem: get_args(Severity).index(problem.severity))


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
    return f"::{_GITHUB[problem.severity]} {properties}::{_escaped(_said(problem))}"


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
    reasons = explanations()
    rules = [_rule(code, reasons[code]) for code in used]
    driver = {"name": "antiscam", "rules": rules}
    results = [_sarif(problem, used.index(problem.code)) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _json({"$schema": _SARIF, "version": "2.1.0", "runs": [run]})


def _rule(code: Code, explained: str) -> dict[str, Any]:
    return {
        "id": code,
        "shortDescription": {"text": code.replace("-", " ")},
        "fullDescription": {"text": explained.partition("\n\n")[0]},
        "help": {"text": explained},
        "defaultConfiguration": {"level": usual_severity(code)},
    }


def _sarif(problem: Problem, rule: int) -> dict[str, Any]:
    place = problem.place
    location = {"artifactLocation": _artifact(place), "region": _region(place, max(place.width, 1))}
    result = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": _said(problem)},
        "locations": [{"physicalLocation": location}],
    }
    return {**result, "fixes": [_fix(problem.correction, problem.hint)]} if problem.correction else result


def _fix(correction: Correction, hint: str) -> dict[str, Any]:
    place = correction.place
    replacement = {"deletedRegion": _region(place, place.width), "insertedContent": {"text": correction.text}}
    change = {"artifactLocation": _artifact(place), "replacements": [replacement]}
    return {"description": {"text": hint or f"Write “{correction.text}”."}, "artifactChanges": [change]}


def _artifact(place: Place) -> dict[str, str]:
    return {"uri": quote(place.file)}


def _region(place: Place, width: int) -> dict[str, int]:
    """One of no width is the spot before a character."""
    return {"startLine": place.line, "startColumn": place.column, "endColumn": place.column + width}


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
