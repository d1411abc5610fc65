"""Any intermediate form → plain values, for printing as JSON."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date

from pydantic import BaseModel


def printable(value: object) -> object:
    """Lists, mappings, texts and numbers only. Keys that are paths become `a.b.0`."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: printable(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {_key(key): printable(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [printable(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _key(key: object) -> str:
    return ".".join(map(str, key)) if isinstance(key, tuple) else str(key)
