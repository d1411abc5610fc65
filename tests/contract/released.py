"""The schemas as last released, in `contract/`, and those that the compiler publishes now."""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from builder.model.output import OutputFile
from builder.model.release import WARNINGS
from tests.contract.breaking import Difference, differences

ROOT = Path(__file__).parents[2]
RELEASED = ROOT / "contract/v1"
_PUBLISHED = f"{WARNINGS}schema/"

# Made of the names of the events and of the site's own; each event is compared by itself.
_CLOUD_EVENT = "events/cloud-event"
_EVENTS = "events/"

Schemas = Mapping[str, Mapping[str, Any]]


def published_schemas(files: Iterable[OutputFile]) -> Schemas:
    """By name, such as `bundle` or `events/alert_seen`. Where they stand differs from site to site and is left out."""
    found = {
        file.path.removeprefix(_PUBLISHED).removesuffix(".json"): json.loads(file.content)
        for file in sorted(files, key=lambda file: file.path)
        if file.path.startswith(_PUBLISHED)
    }
    return {
        name: {key: value for key, value in schema.items() if key != "$id"}
        for name, schema in found.items()
        if name != _CLOUD_EVENT
    }


def released_schemas(folder: Path = RELEASED) -> Schemas:
    """By name; none before the first release."""
    ending = ".schema.json"
    return {
        path.relative_to(folder).as_posix().removesuffix(ending): json.loads(path.read_text("utf-8"))
        for path in sorted(folder.rglob(f"*{ending}"))
    }


def changes(released: Schemas, published: Schemas) -> Iterator[Difference]:
    """Everything that changed since the last release, each place beginning with the name of its schema."""
    for name, schema in released.items():
        if name not in published:
            yield Difference(name, "the schema is gone", breaking=True)
            continue
        if name.startswith(_EVENTS):
            all_found = differences(as_collected(schema), as_collected(published[name]), kept=False)
        else:
            all_found = differences(schema, published[name])
        for found in all_found:
            yield Difference(f"{name}: {found.where}".removesuffix(": "), found.says, found.breaking)
    for name in [name for name in published if name not in released]:
        yield Difference(name, "a new schema", breaking=False)


def as_collected(schema: Mapping[str, Any]) -> dict[str, Any]:
    """An event as its readers take it: they ignore what they do not know.

    Published, it is closed, since it also says what may leave a device.
    """
    opened = {key: value for key, value in schema.items() if key != "additionalProperties"}
    return {**opened, "properties": {name: _opened(part) for name, part in schema["properties"].items()}}


def _opened(part: Mapping[str, Any]) -> Mapping[str, Any]:
    if "enum" not in part:
        return part
    known = {"anyOf": [{"enum": [value for value in part["enum"] if value is not None]}, {"type": "string"}]}
    return {"anyOf": [known, {"type": "null"}]} if None in part["enum"] else known


def write_release(published: Schemas, folder: Path = RELEASED) -> None:
    """Writes the schemas as released with the version of the project; nothing else stays in the folder."""
    for old in folder.rglob("*.schema.json"):
        old.unlink()
    for name, schema in published.items():
        path = folder / f"{name}.schema.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")
    (folder / "README.md").write_text(_README.format(version=_version()), "utf-8")


def _version() -> str:
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


_README = """\
# Version 1 of the contract, as last released

These are the JSON Schemas of what is published below `warnings/v1/`, as released with version {version}.
They are written by `python -m tests.contract --release` and never by hand.
`make check` compares what the compiler publishes with them and refuses a change that would break a reader.
The promise is in `docs/contract.md`.
"""
