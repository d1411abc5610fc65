"""JSON as published: sorted keys, no spaces, UTF-8, so that the same value is always the same bytes."""

import json

from pydantic import BaseModel


def json_bytes(value: object) -> bytes:
    """The one spelling; equals JavaScript's `JSON.stringify` of the same value with sorted keys."""
    plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def pretty_json_bytes(value: object) -> bytes:
    """For files people read: schemas and examples."""
    return (json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()
