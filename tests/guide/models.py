"""Every model an author can write, and a single field of one."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import TypeAdapter

from builder.guide.annotations import group_in
from builder.guide.files import FILES
from builder.model.content.scalars import Authored


def models() -> list[type[Authored]]:
    """The models of all kinds of files, and every model inside one of them."""
    found: dict[type[Authored], None] = {}
    waiting = [file.model for file in FILES]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found[model] = None
            waiting += filter(None, (group_in(declared.annotation) for declared in model.model_fields.values()))
    return sorted(found, key=lambda model: (model.__module__, model.__name__))


def fields() -> Iterator[tuple[type[Authored], str]]:
    """Every field of every model."""
    yield from ((model, field) for model in models() for field in model.model_fields)


def adapter(model: type[Authored], field: str) -> TypeAdapter[Any]:
    """What a field takes, without the rest of its model."""
    declared = model.model_fields[field]
    wanted: Any = Annotated[declared.annotation, declared]
    return TypeAdapter(wanted)
