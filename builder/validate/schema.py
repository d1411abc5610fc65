"""One document against the model of its file: pydantic's findings in the author's words."""

from collections.abc import Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from builder.model.codes import CODES, Code
from builder.model.content.scalars import Authored
from builder.model.document import Document, Path
from builder.model.problem import Problem
from builder.validate.suggestions import did_you_mean

_PATTERNS: dict[str, tuple[Code, str]] = {
    "hours": ("bad-hours", "Opening hours are written 24/7 or like Mo-Fr 08:00-20:00."),
}
_SHAPES = {
    "string": "a text", "tuple": "a list: one item per line, each after “- ”",
    "dict": "a mapping: “name: value” lines, indented", "model": "a mapping: “name: value” lines, indented",
}  # fmt: skip


def typed(document: Document, model: type[Authored]) -> tuple[Authored | None, tuple[Problem, ...]]:
    """The document's value as the model, or None and every problem of this file."""
    try:
        return model.model_validate(document.value), ()
    except ValidationError as error:
        return None, tuple(_problem(document, model, details) for details in error.errors(include_url=False))


def _problem(document: Document, model: type[Authored], details: ErrorDetails) -> Problem:
    path: Path = tuple(part for part in details["loc"] if part != "[key]")
    code, message, hint = _say(model, path, details)
    by_key = code == "unknown-key" or "[key]" in details["loc"]
    place = document.positions.key(path) if by_key else document.positions.value(path)
    return Problem(place, code, message, hint)


def _say(model: type[Authored], path: Path, details: ErrorDetails) -> tuple[Code, str, str]:
    name, kind, ctx = str(path[-1]) if path else "", details["type"], details.get("ctx", {})
    if kind in CODES:
        return kind, details["msg"], ""  # one of our own validators spoke
    if kind == "extra_forbidden":
        known = _keys_at(model, path[:-1])
        missing = did_you_mean(name, known) or f"Known here: {', '.join(sorted(known))}."
        return "unknown-key", f"The key “{name}” is not known here.", missing
    if kind == "missing":
        return "missing-key", f"The key “{name}” is missing here.", f"Add “{name}:” with its value."
    if kind == "literal_error":
        given = str(details["input"])
        known = _choices_at(model, path)
        return "unknown-value", f"“{given}” is not one of the values of “{_owner(path)}”.", did_you_mean(given, known)
    if kind == "string_pattern_mismatch":
        if name in _PATTERNS:
            return *_PATTERNS[name], ""
        return "bad-name", f"“{details['input']}” is not a name of small letters, digits and hyphens.", ""
    if kind == "string_too_short":
        return "empty-text", f"“{_owner(path)}” has no text yet.", "Write the text after the colon."
    if kind == "string_too_long":
        over = len(str(details["input"])) - ctx["max_length"]
        message = f"“{_owner(path)}” is {over} characters too long; at most {ctx['max_length']} fit on a phone."
        return "text-too-long", message, "Say it in fewer words, or in two items."
    if kind in ("too_short", "too_long"):
        limit = f"at least {ctx['min_length']}" if kind == "too_short" else f"at most {ctx['max_length']}"
        return "wrong-count", f"“{_owner(path)}” has {ctx['actual_length']} items; {limit} are needed.", ""
    if kind.startswith(("int_", "float_", "greater_than", "less_than")):
        return "bad-number", f"“{details['input']}” is not a number that fits “{_owner(path)}”.", ""
    shape = _SHAPES.get(kind.split("_")[0], "something else")
    return "wrong-shape", f"“{_owner(path)}” must be {shape}.", ""


def _owner(path: Path) -> str:
    """The last name in a path: items of a list have only numbers."""
    return next((part for part in reversed(path) if isinstance(part, str)), "the file")


def _type_at(model: Any, path: Path) -> Any:
    """The annotation found by following a path through models, lists and mappings."""
    for part in path:
        model = _unwrapped(model)
        if isinstance(model, type) and issubclass(model, BaseModel):
            field = model.model_fields.get(str(part))
            model = field.annotation if field else None
        else:
            model = (get_args(model) or (None,))[-1 if get_origin(model) is dict else 0]
    return _unwrapped(model)


def _unwrapped(annotation: Any) -> Any:
    """Without `Annotated[…]` and `… | None`."""
    while hasattr(annotation, "__metadata__"):
        annotation = annotation.__origin__
    choices = [choice for choice in get_args(annotation) if choice is not type(None)]
    return choices[0] if type(None) in get_args(annotation) else annotation


def _keys_at(model: type[Authored], path: Path) -> Mapping[str, object]:
    owner = _type_at(model, path)
    return owner.model_fields if isinstance(owner, type) and issubclass(owner, BaseModel) else {}


def _choices_at(model: type[Authored], path: Path) -> tuple[str, ...]:
    found = _type_at(model, path)
    return tuple(str(choice) for choice in get_args(found[0] if isinstance(found, tuple) else found))
