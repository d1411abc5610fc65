"""One document against the model of its file: pydantic's findings in the author's words."""

from difflib import get_close_matches

from pydantic import ValidationError

from builder.model.content.scalars import Authored
from builder.model.document import Document
from builder.model.problem import Problem
from builder.model.quoting import said_by
from builder.validate.finding import Finding
from builder.validate.remedies import remedy
from builder.validate.sayings import said_of

# Nobody mends more at once, and a hostile file may hold twenty thousand.
_MOST_FINDINGS = 100


def typed(document: Document, model: type[Authored]) -> tuple[Authored | None, tuple[Problem, ...]]:
    """The document's value as the model, or None and every problem of this file."""
    try:
        return model.model_validate(document.value), ()
    except ValidationError as error:
        findings = [Finding(model, details) for details in error.errors(include_url=False)[:_MOST_FINDINGS]]
    found = [(finding, _problem(document, finding)) for finding in findings if not _follows(finding, findings)]
    renamed = {
        (*finding.path[:-1], said_by(problem.correction.text))
        for finding, problem in found
        if finding.concerns_key and problem.correction
    }
    kept = (problem for finding, problem in found if finding.kind != "missing" or finding.path not in renamed)
    return None, tuple(kept)


def _follows(finding: Finding, findings: list[Finding]) -> bool:
    """Whether a finding only follows from another: a key missing for a typo, a list short of its broken items."""
    if finding.kind == "missing":
        typos = [
            other.name for other in findings if other.kind == "extra_forbidden" and other.path[:-1] == finding.path[:-1]
        ]
        return bool(get_close_matches(finding.name, [typo.casefold() for typo in typos]))
    inside = (other for other in findings if other.path[: len(finding.path)] == finding.path and other is not finding)
    return finding.kind == "too_short" and any(inside)


def _problem(document: Document, finding: Finding) -> Problem:
    code, message, hint = said_of(finding)
    by_key = code == "unknown-key" or finding.concerns_key
    place = document.positions.key(finding.path) if by_key else document.positions.value(finding.path)
    correction = remedy(document, finding, code)
    if correction and by_key:
        hint = f"Did you mean “{said_by(correction.text)}”?"
    return Problem(place, code, message, hint, correction=correction)
