"""The vocabulary of events as JSON Schemas (2020-12): the data of each event, and the CloudEvents envelope around it.

Unlike the other schemas these allow nothing that they do not name: they say what may leave a device.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from builder.model.json_bytes import pretty_json_bytes
from builder.model.output import OutputFile
from builder.model.release import WARNINGS
from builder.render.event_vocabulary import Event, EventField, Form, Vocabulary

SCHEMAS = f"{WARNINGS}schema/events/"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ENVELOPE = {
    "specversion": {"const": "1.0"},
    "id": {"type": "string", "pattern": "^[0-9a-f]{32}$", "description": "Random; the same event has the same."},
    "source": {"type": "string", "format": "uri"},
    "type": {"type": "string"},
    "datacontenttype": {"const": "application/json"},
    "dataschema": {"type": "string", "format": "uri"},
    "data": {"type": "object"},
}


def event_schemas(vocabulary: Vocabulary, base_url: str) -> Iterator[OutputFile]:
    """`warnings/v1/schema/events/`: a file per event, named as in the vocabulary, and `cloud-event.json`."""
    for event in vocabulary.events:
        yield _file(event.name, data_schema(vocabulary, event, base_url))
    yield _file("cloud-event", envelope_schema(vocabulary, base_url))


def event_type(base_url: str, name: str) -> str:
    """The CloudEvents `type`, below the publisher's domain turned round.

    CloudEvents asks for the domain of whoever defines what an event means. The product has none, and an invented one
    could belong to somebody; the schema that defines it stands on the publisher's.
    """
    host = urlsplit(base_url).hostname or ""
    return ".".join((*reversed(host.split(".")), "scam-alert", name, "v1"))


def data_schema(vocabulary: Vocabulary, event: Event, base_url: str) -> Form:
    """The `data` of one event: the common fields and its own, all of them, and no others."""
    own = f"“scam-alert:{event.dom}”, fired by the {event.fired_by}. {event.when}"
    return {
        **_head(event.name, base_url, own),
        **_object(_described(vocabulary, {**vocabulary.common, **event.fields})),
    }


def envelope_schema(vocabulary: Vocabulary, base_url: str) -> Form:
    """CloudEvents 1.0 in JSON; which schema holds for `data` follows from `type`."""
    text = "One event as scam-sink.js sends it, as application/cloudevents+json."
    time = {"time": {**vocabulary.kinds["hour_of_day"], "description": "In UTC, rounded down to the hour."}}
    each = [_one_type(event, base_url) for event in vocabulary.events]
    return {**_head("cloud-event", base_url, text), **_object({**_ENVELOPE, **time}), "oneOf": each}


def _one_type(event: Event, base_url: str) -> Form:
    known = {
        "type": {"const": event_type(base_url, event.name)},
        "dataschema": {"const": _address(event.name, base_url)},
    }
    return {"properties": {**known, "data": {"$ref": f"{event.name}.json"}}}


def _described(vocabulary: Vocabulary, fields: dict[str, EventField]) -> dict[str, Form]:
    forms = vocabulary.forms(fields)
    return {name: {**forms[name], "description": field.meaning} for name, field in fields.items()}


def _object(properties: dict[str, Form]) -> Form:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _head(name: str, base_url: str, description: str) -> Form:
    return {"$schema": _DIALECT, "$id": _address(name, base_url), "title": name, "description": description}


def _address(name: str, base_url: str) -> str:
    return f"{base_url}{SCHEMAS}{name}.json"


def _file(name: str, schema: Form) -> OutputFile:
    return OutputFile(f"{SCHEMAS}{name}.json", pretty_json_bytes(schema))
