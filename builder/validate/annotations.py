"""What a model expects at a path: which keys, which values. For “did you mean”."""

from typing import Any, get_args, get_origin

from pydantic import BaseModel

from builder.model.document import Path


def keys_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys of the mapping at a path."""
    owner = _type_at(model, path)
    return tuple(owner.model_fields) if isinstance(owner, type) and issubclass(owner, BaseModel) else ()


def choices_at(model: type[BaseModel], path: Path, *, of_key: bool = False) -> tuple[str, ...]:
    """The values of the enumeration at a path, or, where the path leads to a key of a mapping, those of its keys."""
    wanted = get_args(_type_at(model, path[:-1]))[0] if of_key else _type_at(model, path)
    return tuple(map(str, get_args(wanted)))


def _type_at(annotation: Any, path: Path) -> Any:
    """Follows a path through models, lists and mappings."""
    for part in path:
        annotation = _unwrapped(annotation)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            field = annotation.model_fields.get(str(part))
            annotation = field.annotation if field else None
        else:
            arguments = get_args(annotation) or (None,)
            annotation = arguments[-1] if get_origin(annotation) is dict else arguments[0]
    return _unwrapped(annotation)


def _unwrapped(annotation: Any) -> Any:
    """Without `Annotated[…]` and `… | None`."""
    while hasattr(annotation, "__metadata__"):
        annotation = annotation.__origin__
    given = get_args(annotation)
    return next(choice for choice in given if choice is not type(None)) if type(None) in given else annotation
