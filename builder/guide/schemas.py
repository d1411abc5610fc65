"""A kind of file → its JSON Schema, from which an editor such as VS Code knows keys, choices and explanations.

Draft 7, because the YAML language server promises no later one. It knows nothing of the content, so that it changes
only with the models: whether “hk-police” exists is for the check to say. It never refuses what the check accepts.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from builder.guide.annotations import fields_of
from builder.guide.files import FILES, FileKind
from builder.guide.hints import about, as_written, hint_of, meanings_of
from builder.guide.patterns import BOOLEAN, DATE, LIST, NUMBER, RULES, Rule, rule_of
from builder.model.content.scalars import Authored
from builder.model.output import OutputFile

Schema = dict[str, Any]
FOLDER = "schema"
# Where one of our own validators stands before the limit, pydantic calls the limit by its own name.
_LIMITS = {"ge": "minimum", "le": "maximum"}


def schema_files() -> tuple[OutputFile, ...]:
    """All schemas: `schema/<kind>.schema.json`."""
    return tuple(OutputFile(schema_path(kind), _as_bytes(schema_of(kind))) for kind in FILES)


def schema_path(kind: FileKind) -> str:
    """Where the schema of a kind of file stands."""
    return f"{FOLDER}/{kind.name}.schema.json"


def schema_of(kind: FileKind) -> Schema:
    """The schema of one kind of file, complete in itself."""
    made: Schema = kind.model.model_json_schema(schema_generator=_ForEditors)
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:antiscam:schema:{kind.name}",
        "title": kind.title,
    }
    whole: Schema = _inlined(made, made.get("$defs", {}))
    return head | whole


def _as_bytes(schema: Schema) -> bytes:
    """In the order in which authors write: an editor offers the keys in it."""
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()


def _inlined(schema: Any, definitions: Mapping[str, Schema]) -> Any:
    """Without references: draft 7 forgets what stands beside one, and here stand the explanations."""
    if isinstance(schema, list):
        return [_inlined(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    named = definitions[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else {}
    joined = {key: value for key, value in {**named, **schema}.items() if key not in ("$ref", "$defs")}
    return {
        _LIMITS[key] if key in _LIMITS and isinstance(value, int) else key: _inlined(value, definitions)
        for key, value in joined.items()
    }


class _ForEditors(GenerateJsonSchema):
    """Pydantic's schemas in the words and the types of those who write the files."""

    def sort(self, value: Schema, parent_key: str | None = None) -> Schema:  # noqa: ARG002 # reason: pydantic's own form
        """As it was made: an editor offers keys in the order in which they stand."""
        return value

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        """A group of lines: every key with its explanation, in the order in which authors write them."""
        made, model = super().model_schema(schema), schema["cls"]
        return {
            "type": "object",
            "description": about(model),
            "properties": {field: _explained(made["properties"][field], model, field) for field in fields_of(model)},
            "required": made.get("required", []),
            "additionalProperties": False,
        }

    def dict_schema(self, schema: core_schema.DictSchema) -> Schema:
        """Lines whose keys are fixed are offered one by one, each with its meaning; other keys have a pattern."""
        made: Schema = dict(super().dict_schema(schema))
        names = self.generate_inner(schema["keys_schema"]) if "keys_schema" in schema else {}
        value = self.generate_inner(schema["values_schema"]) if "values_schema" in schema else {}
        counts: Schema = {key: made[key] for key in ("minProperties", "maxProperties") if key in made}
        if keys := tuple(names.get("enum", ())):
            meanings = meanings_of(keys)
            properties = {key: {**value, "description": meanings[key]} for key in keys}
            return {"type": "object", **counts, "properties": properties, "additionalProperties": False}
        return {"type": "object", **counts, "propertyNames": names, "additionalProperties": value}

    def literal_schema(self, schema: core_schema.LiteralSchema) -> Schema:
        """A choice, each value with its meaning."""
        values = tuple(schema["expected"])
        return {"type": "string", "enum": list(values), "enumDescriptions": list(meanings_of(values).values())}

    def function_after_schema(self, schema: core_schema.AfterValidatorFunctionSchema) -> Schema:
        """One of our own rules: for texts an expression; for lines with chosen keys, that all of them are there."""
        made, rule = super().function_after_schema(schema), getattr(schema["function"]["function"], "__name__", "")
        if schema["schema"]["type"] == "dict":
            return {**made, "required": list(made["properties"])}
        return {**made, **_ruled(RULES[rule])} if rule in RULES else made

    def tuple_schema(self, schema: core_schema.TupleSchema) -> Schema:
        """A list."""
        return {**super().tuple_schema(schema), "errorMessage": LIST.advice}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """What may be left out is left out: nobody writes null."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        """What holds where a key is left out is said in its explanation."""
        return self.generate_inner(schema["schema"])

    def str_schema(self, schema: core_schema.StringSchema) -> Schema:
        """Text, whatever it looks like to an editor."""
        made = super().str_schema(schema)
        return {**made, **_ruled(rule_of(made.get("pattern", "")))}

    def int_schema(self, schema: core_schema.IntSchema) -> Schema:
        """A whole number, which may stand in quotes."""
        return {**super().int_schema(schema), **_ruled(NUMBER), "type": ["integer", "string"]}

    def float_schema(self, schema: core_schema.FloatSchema) -> Schema:
        """A number, which may stand in quotes."""
        return {**super().float_schema(schema), **_ruled(NUMBER), "type": ["number", "string"]}

    def bool_schema(self, schema: core_schema.BoolSchema) -> Schema:
        """True or false, which may stand in quotes."""
        return {**super().bool_schema(schema), **_ruled(BOOLEAN), "type": ["boolean", "string"]}

    def date_schema(self, schema: core_schema.DateSchema) -> Schema:
        """A day."""
        return {**super().date_schema(schema), "errorMessage": DATE.advice}


def _ruled(rule: Rule) -> Schema:
    """What an editor compares a text with, and says where it does not fit."""
    pattern = {"pattern": rule.pattern} if rule.pattern else {}
    return {"type": _types(rule.pattern), **pattern, "errorMessage": rule.advice}


def _types(pattern: str) -> list[str]:
    """We read every scalar as text; an editor takes an unquoted 2025 for a number, and an unquoted true for no text."""
    looks = {"string": "", "number": "18222 1.5 +443001232040", "boolean": "true"}
    fits = re.compile(pattern).search
    return [kind for kind, samples in looks.items() if kind == "string" or any(map(fits, samples.split()))]


def _explained(schema: Schema, model: type[Authored], field: str) -> Schema:
    """A field's schema with its hover text: what it is, and how it looks written."""
    hint = hint_of(model, field)
    shown = f"{hint.text}\n\n```yaml\n{as_written(field, hint.example)}\n```"
    plain = {key: value for key, value in schema.items() if key not in ("title", "description")}
    return {"description": hint.text, "markdownDescription": shown, **plain}
