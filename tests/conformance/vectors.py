"""Cases → the files that every client reads, in whatever language it is written."""

import base64
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.conformance.cases import CASES
from tests.conformance.changes import Case, changed
from tests.conformance.invented import base64_of
from tests.conformance.simulator import Answer, Repository

FOLDER = Path(__file__).parents[2] / "conformance" / "cases"
_FRESHNESS = ("fresh", "stale", "outdated")

Vector = Mapping[str, Any]


def vectors() -> dict[str, bytes]:
    """Every case as a file, by name."""
    return {f"{case.name}.json": _file(vector(case)) for case in CASES}


def committed() -> list[Vector]:
    """The cases as they are given to other people."""
    return [json.loads(path.read_bytes()) for path in sorted(FOLDER.glob("*.json"))]


def vector(case: Case) -> Vector:
    """A case in full. `seen` is there only if there was an earlier session."""
    repository = changed(case.changes)
    seen = {} if case.before is None else {"seen": _responses(changed(case.before).responses())}
    return {
        "name": case.name,
        "why": case.why,
        "jurisdiction": repository.jurisdiction,
        "locale": repository.locale,
        "now": repository.now,
        "trust": repository.trust,
        **seen,
        "responses": _responses(repository.responses()),
        "expected": _expected(case, repository),
    }


def _responses(answers: Mapping[str, Answer]) -> dict[str, Any]:
    return {path: {"status": answer.status, "body": base64_of(answer.body)} for path, answer in answers.items()}


def _expected(case: Case, repository: Repository) -> dict[str, Any]:
    """A code, or what is shown: freshness, version, locale, and the digest of the bundle's bytes."""
    if case.expected not in _FRESHNESS:
        return {"code": case.expected}
    answers, place = repository.responses(), repository.jurisdiction
    [release] = [answer.body for path, answer in answers.items() if path.startswith(f"{place}/release.")]
    [bundle] = [answer.body for path, answer in answers.items() if path.startswith(f"{place}/{case.shown}.")]
    statement = json.loads(base64.b64decode(json.loads(release)["payload"]))
    return {
        "freshness": case.expected,
        "version": statement["version"],
        "locale": case.shown,
        "sha256": hashlib.sha256(bundle).hexdigest(),
    }


def _file(value: Vector) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=True) + "\n").encode()
