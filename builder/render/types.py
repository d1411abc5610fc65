"""JSON Schemas as TypeScript: an interface for each type, the same bytes for the same schemas."""

import json
from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from typing import Any

_BEGINNING = """\
/**
 * The JSON below warnings/v1/.
 *
 * Within version 1 changes are additive: ignore members and values that are not named here.
 * `(string & {})` stands for values of later versions. All texts are plain text, never markup.
 * `latest.json` and `release.….json` are published as an `Envelope`; `Latest` and `Release` are what its payload holds.
 */
"""
_PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}

Schema = Mapping[str, Any]


def declarations(schemas: Iterable[Schema]) -> str:
    """A module with the types of some schemas, each named by its title or its name in `$defs`.

    Raises ValueError where one name has two shapes, or for what is no shape that a published file has.
    """
    found: dict[str, str] = {}
    for schema in schemas:
        for name, part in {**schema.get("$defs", {}), schema["title"]: schema}.items():
            written = _interface(name, part)
            if found.setdefault(name, written) != written:
                raise ValueError(f"Two types are named {name}.")
    return "\n".join((_BEGINNING, *(found[name] for name in sorted(found))))


def _interface(name: str, part: Schema) -> str:
    required = frozenset(part.get("required", ()))
    lines = [*_comment("", part), f"export interface {name} {{"]
    for member, child in part["properties"].items():
        lines += _comment("  ", child)
        lines.append(f"  {_key(member)}{'' if member in required else '?'}: {_type(child)};")
    return "\n".join((*lines, "}", ""))


def _comment(indent: str, part: Schema) -> Iterator[str]:
    said = part.get("description", "").replace("*/", "* /").split("\n")
    lines = [short for line in said for short in wrap(line, 110) or [""]]
    if "format" in part:
        lines = [*filter(None, lines), f"@format {part['format']}"]
    if len(lines) > 1:
        yield f"{indent}/**"
        yield from (f"{indent} * {line}".rstrip() for line in lines)
        yield f"{indent} */"
    elif any(lines):
        yield f"{indent}/** {lines[0]} */"


def _key(member: str) -> str:
    return member if member.isidentifier() else json.dumps(member)


def _type(part: Schema) -> str:
    match part:
        case {"$ref": str(address)}:
            return address.rpartition("/")[2]
        case {"anyOf": [{"enum": values}, {"type": "string"}]}:
            return " | ".join((*map(json.dumps, values), "(string & {})"))
        case {"anyOf": choices}:
            return " | ".join(map(_type, choices))
        case {"const": value}:
            return json.dumps(value)
        case {"enum": values}:
            return " | ".join(map(json.dumps, values))
        case {"type": "array", "items": items}:
            inner = _type(items)
            return f"{inner}[]" if inner.isidentifier() else f"Array<{inner}>"
        case {"type": "object", "additionalProperties": values} if isinstance(values, dict):
            return f"Record<string, {_type(values)}>"
        case {"type": str(name)} if name in _PLAIN:
            return _PLAIN[name]
    raise ValueError(f"No TypeScript is known for {json.dumps(part)}.")
