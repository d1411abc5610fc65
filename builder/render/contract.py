"""The published contract as files: JSON Schemas and an example."""

import json
from collections.abc import Iterator

from builder.model.bundle import Bundle, Published
from builder.model.json_bytes import pretty_json_bytes
from builder.model.output import OutputFile
from builder.model.release import WARNINGS, Envelope, Latest, Release
from builder.model.trust import Trust

_SCHEMAS: dict[str, type[Published]] = {
    "bundle": Bundle,
    "release": Release,
    "latest": Latest,
    "envelope": Envelope,
    "trust": Trust,
}


def contract_files(base_url: str, example: bytes) -> Iterator[OutputFile]:
    """`warnings/v1/schema/` and `warnings/v1/examples/`. `example` is a bundle as published, or empty."""
    for name in _SCHEMAS:
        yield OutputFile(f"{WARNINGS}schema/{name}.json", pretty_json_bytes(schema(name, base_url)))
    if example:
        yield OutputFile(f"{WARNINGS}examples/bundle.json", pretty_json_bytes(json.loads(example)))


def schema(name: str, base_url: str) -> dict[str, object]:
    """The JSON Schema (2020-12) of a published file.

    Readers must ignore fields they do not know, so the schema does not forbid them.
    """
    generated = _SCHEMAS[name].model_json_schema(mode="serialization")
    for part in (generated, *generated.get("$defs", {}).values()):
        part.pop("additionalProperties", None)
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, "$id": f"{base_url}{WARNINGS}schema/{name}.json", **generated}
