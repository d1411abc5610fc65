"""A text → what its translator should know: what it is for, how long it may be, what must stay."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from builder.guide.annotations import group_in
from builder.guide.hints import hint_of
from builder.model.content.placeholders import placeholders_in
from builder.model.content.scalars import Authored
from builder.model.document import Path

_MARKDOWN = ("**", "](", "\n- ", "\n1. ")


def notes_for(model: type[Authored], path: Path, text: str) -> Iterator[str]:
    """Plain sentences, one a line."""
    yield _purpose(model, path)
    if longest := longest_at(model, path):
        yield f"At most {longest:,} characters."
    if names := sorted({f"{{{name}}}" for name in placeholders_in(text)}):
        yield f"Keep {', '.join(names)} as written; it may stand elsewhere in the sentence."
    if any(sign in text for sign in _MARKDOWN):
        yield "Keep the signs of Markdown: **bold**, lists, and links like [words]({place})."


def longest_at(model: type[Authored], path: Path) -> int | None:
    """How many characters the text at a path may have."""
    longest = _type_at(model, path).get("maxLength")
    return None if longest is None else int(longest)


@cache
def _schema(model: type[Authored]) -> Mapping[str, Any]:
    return model.model_json_schema()


def _type_at(model: type[Authored], path: Path) -> Mapping[str, Any]:
    """The part of the JSON Schema that a path leads to."""
    schema = _schema(model)
    found = schema
    for part in path:
        inside = found.get("properties", {}).get(part) or found.get("items") or found.get("additionalProperties") or {}
        choices = [choice for choice in inside.get("anyOf", [inside]) if choice.get("type") != "null"]
        found = choices[0]
        if "$ref" in found:
            found = schema["$defs"][found["$ref"].rpartition("/")[2]]
    return found


def _purpose(model: type[Authored], path: Path) -> str:
    """What is said of the innermost field of the path that has a name of its own."""
    owner, field = model, str(path[0])
    for part in path[1:]:
        inside = group_in(owner.model_fields[field].annotation)
        if inside and part in inside.model_fields:
            owner, field = inside, str(part)
    return hint_of(owner, field).text
