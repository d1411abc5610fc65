"""An author's model → what a guide to it needs: its fields as authors order them, and what stands inside each."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from builder.model.content.scalars import Authored
from builder.model.content.words import Words


def fields_of(model: type[Authored]) -> Mapping[str, FieldInfo]:
    """The fields in the order in which authors write them: what a fact is, and only then where it was read."""
    fields = model.model_fields
    if issubclass(model, Words):
        return fields
    own = [field for field in fields if field in model.__annotations__]
    return {field: fields[field] for field in (*own, *(field for field in fields if field not in own))}


def group_in(annotation: Any) -> type[Authored] | None:
    """The model that a field holds, or holds a list of, or nothing."""
    if isinstance(annotation, type) and issubclass(annotation, Authored):
        return annotation
    return next((found for part in get_args(annotation) if (found := group_in(part))), None)


def enumerations_in(annotation: Any) -> Iterator[tuple[str, ...]]:
    """The values of each enumeration inside an annotation: first those of the keys of a mapping."""
    if get_origin(annotation) is Literal:
        yield get_args(annotation)
    else:
        yield from (values for part in get_args(annotation) for values in enumerations_in(part))


def is_list(annotation: Any) -> bool:
    """Whether authors write items, each after a hyphen."""
    return get_origin(annotation) is tuple
