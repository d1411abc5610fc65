"""A finding → its code, one sentence in the author's words, and what to do."""

from collections.abc import Callable

from builder.model.codes import CODES, Code
from builder.model.content.refusal import shown
from builder.validate.annotations import choices_at, keys_at
from builder.validate.finding import Finding
from builder.validate.suggestions import did_you_mean

Said = tuple[Code, str, str]


def said_of(finding: Finding) -> Said:
    """What an author is told."""
    if finding.kind in CODES:
        return finding.kind, finding.details["msg"], finding.limits.get("hint") or _HINTS.get(finding.kind, "")
    if finding.details["input"] == "" and finding.kind != "missing":
        return _too_short(finding)
    say = next((say for prefix, say in _SAYINGS.items() if finding.kind.startswith(prefix)), _wrong_shape)
    return say(finding)


def _unknown_key(finding: Finding) -> Said:
    known = keys_at(finding.model, finding.path[:-1])
    hint = did_you_mean(finding.name, known) or f"Choose one of these: {', '.join(known)}."
    above = finding.path[-2:-1]
    if above and isinstance(above[0], str) and finding.name in keys_at(finding.model, finding.path[:-2]):
        hint = f"Indent it by two spaces less, so that it stands beside “{shown(above[0])}” and not below it."
    return "unknown-key", f"The key “{finding.name}” is not known here.", hint


def _missing_key(finding: Finding) -> Said:
    return "missing-key", f"The key “{finding.name}” is missing here.", f"Add “{finding.name}:” with its value."


def _unknown_value(finding: Finding) -> Said:
    where = "as a key here" if finding.concerns_key else f"as a value of “{finding.owner}”"
    message = f"“{finding.given}” is not known {where}."
    choices = choices_at(finding.model, finding.path, of_key=finding.concerns_key)
    return "unknown-value", message, did_you_mean(finding.given, choices)


def _bad_name(finding: Finding) -> Said:
    hint = "Use small letters, digits and single hyphens, such as invest-groomed."
    return "bad-name", f"“{finding.given}” cannot be a name.", hint


def _too_short(finding: Finding) -> Said:
    return "empty-text", f"“{finding.owner}” has no text yet.", "Write the text after the colon."


def _too_long(finding: Finding) -> Said:
    most = finding.limits["max_length"]
    excess = len(str(finding.details["input"]).strip()) - most
    message = f"“{finding.owner}” is {excess} characters too long; at most {most} fit on a phone."
    return "text-too-long", message, "Say it in fewer words, or in two items."


def _too_few(finding: Finding) -> Said:
    count, least = finding.limits["actual_length"], finding.limits["min_length"]
    return "wrong-count", f"“{finding.owner}” has {count} items; at least {least} are needed.", "Add what is missing."


def _too_many(finding: Finding) -> Said:
    count, most = finding.limits["actual_length"], finding.limits["max_length"]
    return "wrong-count", f"“{finding.owner}” has {count} items; at most {most} fit.", "Keep the most important ones."


def _bad_number(finding: Finding) -> Said:
    limits = finding.limits
    if "ge" in limits:
        hint = f"Write at least {limits['ge']}."
    elif "le" in limits:
        hint = f"Write at most {limits['le']}."
    else:
        hint = "Write a whole number."
    return "bad-number", f"“{finding.given}” is not a number that fits “{finding.owner}”.", hint


def _wrong_shape(finding: Finding) -> Said:
    kind = finding.kind.split("_")[0]
    if kind == "string" and isinstance(finding.details["input"], dict):
        message = f"A colon or a brace turned this text of “{finding.owner}” into a pair of name and value."
        return "wrong-shape", message, "Put the whole text into double quotes."
    shape, hint = _SHAPES.get(kind, ("something else", "Compare it with another file of this kind."))
    if not finding.path:
        hint = (
            f"Write the keys of this kind of file, each in a line of its own: {', '.join(keys_at(finding.model, ()))}."
        )
    elif keys := keys_at(finding.model, finding.path) if kind in ("model", "dict") else ():
        hint = f"Write its parts in lines of their own below it, two spaces further in: {', '.join(keys)}."
    return "wrong-shape", f"“{finding.owner}” must be {shape}.", hint


_GROUP = (
    "a group of lines “name: value”",
    "Indent its lines by two spaces more; look whether a line above slipped too far to the left.",
)
_SHAPES = {
    "string": ("one text", "Write one text after the colon."),
    "tuple": ("a list", "Write one item per line, each after a hyphen and a space."),
    "dict": _GROUP,
    "model": _GROUP,
}

# What to do where one of our own validators spoke.
_HINTS = {
    "bad-boolean": "Write true or false, in small letters.",
    "bad-date": "Write year, month and day, such as 2026-11-22.",
    "bad-hours": "Write 24/7, or days and times such as Mo-Fr 08:00-20:00 or Sa-Sa 10:00-14:00.",
    "bad-jurisdiction": "Write its code of ISO 3166: HK for Hong Kong, GB for the United Kingdom, GB-SCT for Scotland.",
    "bad-key": "Copy the entry again as “antiscam key show” prints it.",
    "bad-locale": "Write languages in small letters, scripts with a capital: zh-Hant, en, ar.",
    "bad-number": "Leave out units, signs and separators.",
    "missing-key": "Add a line for each of them.",
    "unknown-value": "Write a currency in three capital letters, such as HKD, and a share as percent.",
    "host-too-wide": "Write the whole name of the one body you mean, such as adcc.gov.hk.",
    "invalid-phone": "Compare it with the source, digit by digit.",
    "unsafe-address": "Start it with https://, and leave out question mark, @ and capital letters in its host.",
    "wrong-shape": "Keep the one that is meant, and remove the other.",
}

# By the start of pydantic's name of an error; what is not here has the wrong shape.
_SAYINGS: dict[str, Callable[[Finding], Said]] = {
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
