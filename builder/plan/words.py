"""Words with their facts filled in."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel

from builder.model.content.placeholders import fill

T = TypeVar("T")


def filled(words: T, facts: Mapping[str, str]) -> T:
    """The same words, every known placeholder in every text replaced. The type stays, only texts change."""
    return _filled(words, facts)  # type: ignore[return-value] # the shape is kept


def _filled(value: object, facts: Mapping[str, str]) -> object:
    if isinstance(value, str):
        return fill(value, facts)
    if isinstance(value, tuple):
        return tuple(_filled(item, facts) for item in value)
    if isinstance(value, dict):
        return {key: _filled(item, facts) for key, item in value.items()}
    if isinstance(value, BaseModel):
        return value.model_copy(update={key: _filled(item, facts) for key, item in value})
    return value
