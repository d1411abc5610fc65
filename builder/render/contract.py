"""The published contract as files: JSON Schemas, TypeScript types, examples and an OpenAPI document."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from builder.model.bundle import Bundle
from builder.model.json_bytes import pretty_json_bytes
from builder.model.output import OutputFile
from builder.model.published import Published
from builder.model.release import WARNINGS, Envelope, Latest, Release
from builder.model.trust import Trust
from builder.render.examples import example_files
from builder.render.openapi import openapi
from builder.render.types import declarations

_SCHEMAS: Mapping[str, type[Published]] = {
    "bundle": Bundle,
    "release": Release,
    "latest": Latest,
    "envelope": Envelope,
    "trust": Trust,
}
# Without knowing these a reader cannot go on, so version 1 never gets another value of them.
_CLOSED = frozenset({"direction", "algorithm"})
_PROMISE = (
    "Within version 1 changes are additive: ignore members and values that you do not know. "
    "A member that is not required may be missing in files that were signed before it was added."
)
_LATER = {"type": "string", "description": "A value of a later version: ignore it, do not refuse the file."}


def contract_files(base_url: str, example: bytes, beside: Iterable[str] = ()) -> Iterator[OutputFile]:
    """What developers read below `warnings/v1/`.

    `example` is a bundle as published, or empty; `beside` are the paths of the other files there, such as modules.
    """
    files = _shapes(base_url)
    yield from files
    yield from example_files(example)
    yield _openapi(base_url, (*beside, *(file.path for file in files)))


# In a preview both are the same every time.
@lru_cache(1)
def _shapes(base_url: str) -> tuple[OutputFile, ...]:
    schemas = {name: schema(name, base_url) for name in _SCHEMAS}
    files = [OutputFile(f"{WARNINGS}schema/{name}.json", pretty_json_bytes(made)) for name, made in schemas.items()]
    return (*files, OutputFile(f"{WARNINGS}types.d.ts", declarations(schemas.values()).encode()))


@lru_cache(1)
def _openapi(base_url: str, paths: tuple[str, ...]) -> OutputFile:
    return OutputFile(f"{WARNINGS}openapi.json", pretty_json_bytes(openapi(base_url, paths)))


@cache
def schema(name: str, base_url: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a published file, for all who read it: it lets through what a later one may add."""
    generated = _for_readers(_SCHEMAS[name].model_json_schema(mode="serialization"))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{base_url}{WARNINGS}schema/{name}.json",
        **generated,
        "description": f"{generated['description']}\n\n{_PROMISE}",
    }


def _for_readers(part: Mapping[str, Any], member: str = "") -> dict[str, Any]:
    """A part of a schema without what binds the producer only: no other members, no other values."""
    kept = {key: value for key, value in part.items() if (key, value) != ("additionalProperties", False)}
    if "properties" not in kept:
        kept.pop("title", None)
    for names in ("$defs", "properties"):
        if names in kept:
            kept[names] = {name: _for_readers(child, name) for name, child in kept[names].items()}
    for only in ("items", "additionalProperties"):
        if only in kept:
            kept[only] = _for_readers(kept[only], member)
    if "anyOf" in kept:
        kept["anyOf"] = [_for_readers(choice, member) for choice in kept["anyOf"]]
    return _opened(kept) if "enum" in kept and member not in _CLOSED else kept


def _opened(part: Mapping[str, Any]) -> dict[str, Any]:
    """The values known today, or any other text."""
    rest = {key: value for key, value in part.items() if key not in ("enum", "type")}
    return {**rest, "anyOf": [{"enum": part["enum"]}, _LATER]}
