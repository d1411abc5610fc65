"""One document against the model of its file: pydantic's findings in the author's words."""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from builder.model.codes import CODES, Code
from builder.model.content.refusal import shown
from builder.model.content.scalars import Authored
from builder.model.document import Document, Path
from builder.model.problem import Problem
from builder.validate.annotations import choices_at, keys_at
from builder.validate.suggestions import did_you_mean

Said = tuple[Code, str, str]

# Nobody mends more at once, and a hostile file may hold twenty thousand.
_MOST_FINDINGS = 100


def typed(document: Document, model: type[Authored]) -> tuple[Authored | None, tuple[Problem, ...]]:
    """The document's value as the model, or None and every problem of this file."""
    try:
        return model.model_validate(document.value), ()
    except ValidationError as error:
        findings = [_Finding(model, details) for details in error.errors(include_url=False)[:_MOST_FINDINGS]]
        return None, tuple(_problem(document, finding) for finding in findings if not _follows(finding, findings))


def _follows(finding: "_Finding", findings: list["_Finding"]) -> bool:
    """Whether a finding only follows from another: a key missing for a typo, a list short of its broken items."""
    if finding.kind == "missing":
        typos = [
            other.name for other in findings if other.kind == "extra_forbidden" and other.path[:-1] == finding.path[:-1]
        ]
        return bool(get_close_matches(finding.name, [typo.casefold() for typo in typos]))
    inside = (other for other in findings if other.path[: len(finding.path)] == finding.path and other is not finding)
    return finding.kind == "too_short" and any(inside)


def _problem(document: Document, finding: "_Finding") -> Problem:
    if finding.kind in CODES:
        code, message, hint = finding.kind, finding.details["msg"], _HINTS.get(finding.kind, "")
    elif finding.details["input"] == "" and finding.kind != "missing":
        code, message, hint = _too_short(finding)
    else:
        say = next((say for prefix, say in _SAYINGS.items() if finding.kind.startswith(prefix)), _wrong_shape)
        code, message, hint = say(finding)
    by_key = code == "unknown-key" or "[key]" in finding.details["loc"]
    place = document.positions.key(finding.path) if by_key else document.positions.value(finding.path)
    return Problem(place, code, message, hint)


@dataclass(frozen=True)
class _Finding:
    """One of pydantic's error details, with what a sentence about it needs."""

    model: type[Authored]
    details: ErrorDetails

    @property
    def kind(self) -> str:
        return self.details["type"]

    @property
    def path(self) -> Path:
        return tuple(part for part in self.details["loc"] if part != "[key]")

    @property
    def name(self) -> str:
        return shown(str(self.path[-1])) if self.path else ""

    @property
    def owner(self) -> str:
        """The last name in the path: items of a list have only numbers."""
        return shown(next((part for part in reversed(self.path) if isinstance(part, str)), "the file"))

    @property
    def given(self) -> str:
        return shown(str(self.details["input"]))

    @property
    def limits(self) -> dict[str, Any]:
        return self.details.get("ctx", {})


def _unknown_key(finding: _Finding) -> Said:
    known = keys_at(finding.model, finding.path[:-1])
    hint = did_you_mean(finding.name, known) or f"Known here: {', '.join(known)}."
    return "unknown-key", f"The key “{finding.name}” is not known here.", hint


def _missing_key(finding: _Finding) -> Said:
    return "missing-key", f"The key “{finding.name}” is missing here.", f"Add “{finding.name}:” with its value."


def _unknown_value(finding: _Finding) -> Said:
    where = "as a key here" if "[key]" in finding.details["loc"] else f"as a value of “{finding.owner}”"
    message = f"“{finding.given}” is not known {where}."
    return "unknown-value", message, did_you_mean(finding.given, choices_at(finding.model, finding.path))


def _bad_name(finding: _Finding) -> Said:
    hint = "Use small letters, digits and single hyphens, such as invest-groomed."
    return "bad-name", f"“{finding.given}” cannot be a name.", hint


def _too_short(finding: _Finding) -> Said:
    return "empty-text", f"“{finding.owner}” has no text yet.", "Write the text after the colon."


def _too_long(finding: _Finding) -> Said:
    most = finding.limits["max_length"]
    excess = len(str(finding.details["input"]).strip()) - most
    message = f"“{finding.owner}” is {excess} characters too long; at most {most} fit on a phone."
    return "text-too-long", message, "Say it in fewer words, or in two items."


def _too_few(finding: _Finding) -> Said:
    count, least = finding.limits["actual_length"], finding.limits["min_length"]
    return "wrong-count", f"“{finding.owner}” has {count} items; at least {least} are needed.", "Add what is missing."


def _too_many(finding: _Finding) -> Said:
    count, most = finding.limits["actual_length"], finding.limits["max_length"]
    return "wrong-count", f"“{finding.owner}” has {count} items; at most {most} fit.", "Keep the most important ones."


def _bad_number(finding: _Finding) -> Said:
    limits = finding.limits
    if "ge" in limits:
        hint = f"At least {limits['ge']}."
    elif "le" in limits:
        hint = f"At most {limits['le']}."
    else:
        hint = "Write a whole number."
    return "bad-number", f"“{finding.given}” is not a number that fits “{finding.owner}”.", hint


def _wrong_shape(finding: _Finding) -> Said:
    kind = finding.kind.split("_")[0]
    if kind == "string" and isinstance(finding.details["input"], dict):
        message = f"A colon or a brace turned this text of “{finding.owner}” into a pair of name and value."
        return "wrong-shape", message, "Put the whole text into double quotes."
    return (
        "wrong-shape",
        f"“{finding.owner}” must be {_SHAPES.get(kind, 'something else')}.",
        _SHAPE_HINTS.get(kind, ""),
    )


_SHAPES = {
    "string": "one text",
    "tuple": "a list",
    "dict": "a group of lines “name: value”",
    "model": "a group of lines “name: value”",
}
_SHAPE_HINTS = {
    "string": "Write one text after the colon.",
    "tuple": "Write one item per line, each after a hyphen and a space.",
    "dict": "Indent its lines by two spaces more; look whether a line above slipped too far to the left.",
    "model": "Indent its lines by two spaces more; look whether a line above slipped too far to the left.",
}

# What to do where one of our own validators spoke.
_HINTS = {
    "bad-boolean": "Write true or false, in small letters.",
    "bad-date": "Write year, month and day, such as 2026-11-22.",
    "bad-hours": "Write 24/7, or days and times such as Mo-Fr 08:00-20:00 or Sa-Sa 10:00-14:00.",
    "bad-jurisdiction": "The United Kingdom is GB, and Scotland GB-SCT; the lists are in ISO 3166.",
    "bad-locale": "Languages are in small letters, scripts start with a capital: zh-Hant, en, ar.",
    "bad-number": "Leave out units, signs and separators.",
    "missing-key": "Add a line for each of them.",
    "unknown-value": "Currencies have three capital letters, such as HKD; a share is percent.",
    "host-too-wide": "Write the whole name of the one body you mean, such as adcc.gov.hk.",
    "invalid-phone": "Compare it with the source, digit by digit.",
    "unsafe-address": "It starts with https:// and has no question mark, no @ and no capital letters in its host.",
}

# By the start of pydantic's name of an error; what is not here has the wrong shape.
_SAYINGS: dict[str, Callable[[_Finding], Said]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing_key,
    "literal_error": _unknown_value,
    "string_pattern_mismatch": _bad_name,
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "too_short": _too_few,
    "too_long": _too_many,
    "int_": _bad_number,
    "float_": _bad_number,
    "greater_than": _bad_number,
    "less_than": _bad_number,
}
