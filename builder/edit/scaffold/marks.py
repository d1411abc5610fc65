"""The model of a file of words → all its texts as marks that say what shall be written there."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, get_args, get_origin

from annotated_types import MinLen
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from builder.edit.writing import Quoted
from builder.guide.hints import hint_of
from builder.model.content.scalars import Authored
from builder.model.content.unfinished import marked, wish
from builder.model.document import Node


def to_write(model: type[Authored], names: Mapping[str, Sequence[str]]) -> dict[str, Node]:
    """All that words of this model must have, each text a mark that fits its limit.

    `names` gives the keys of mappings by their field, such as the ids of contacts. Lists get as few items as allowed.
    """
    required = {name: field for name, field in model.model_fields.items() if field.is_required()}
    return {name: _field(field, names.get(name, ()), hint_of(model, name).text) for name, field in required.items()}


def to_translate(model: type[Authored], value: Mapping[str, Node]) -> dict[str, Node]:
    """The same words with every text a mark that shows it; who has reviewed it is left out."""
    fields = model.model_fields
    return {
        name: _translated(_of(fields[name]), inner)
        for name, inner in value.items()
        if name in fields and name != "reviewed"
    }


def fitted(wanted: str, most: int) -> Quoted:
    """The mark of a text that may hold `most` characters, itself no longer: its end is left out where it must be.

    It stands in one line, in quotes: of a mark over several lines a part is easily left behind.
    """
    sentences = wanted.split(". ")
    for count in range(len(sentences), 0, -1):
        said = ". ".join(sentences[:count])
        mark = marked(said if count == len(sentences) else f"{said}.")
        if len(mark) <= most:
            return Quoted(mark)
    return Quoted(textwrap.shorten(marked(wanted), most, placeholder="…"))


def _of(field: FieldInfo) -> Any:
    """A field's type with its constraints, in the one form that types inside lists have too."""
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _parts(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type without its constraints, and those."""
    if get_origin(annotation) is Annotated:
        bare, *constraints = get_args(annotation)
        return bare, tuple(constraints)
    return annotation, ()


def _longest(constraints: Sequence[Any]) -> int:
    return next(each.max_length for each in constraints if isinstance(each, StringConstraints) and each.max_length)


def _field(field: FieldInfo, names: Sequence[str], said: str) -> Node:
    annotation, constraints = _parts(_of(field))
    if get_origin(annotation) is dict:
        return {name: _text(get_args(annotation)[1], said) for name in names}
    if get_origin(annotation) is tuple:
        count = next((each.min_length for each in constraints if isinstance(each, MinLen)), 1)
        return [_item(get_args(annotation)[0], number, said) for number in range(count)]
    return _text(_of(field), said)


def _item(annotation: Any, number: int, said: str) -> Node:
    """An item of a list. Where it chooses from a few, such as who speaks, the first two of them take turns."""
    value = _text(annotation, said)
    if not isinstance(value, dict):
        return value
    fields = {name: annotation.model_fields[name].annotation for name in value}
    turns = {name: get_args(choices)[number % 2] for name, choices in fields.items() if get_origin(choices) is Literal}
    return {**value, **turns}


def _text(annotation: Any, said: str) -> Node:
    bare, constraints = _parts(annotation)
    if isinstance(bare, type) and issubclass(bare, Authored):
        return to_write(bare, {})
    if get_origin(bare) is Literal:
        return str(get_args(bare)[0])
    most = _longest(constraints)
    return fitted(wish(most, said), most)


def _translated(annotation: Any, value: Node) -> Node:
    bare, constraints = _parts(annotation)
    if isinstance(value, list):
        return [_translated(get_args(bare)[0], item) for item in value]
    if isinstance(value, dict):
        if get_origin(bare) is dict:
            return {name: _translated(get_args(bare)[1], item) for name, item in value.items()}
        return dict(to_translate(bare, value))
    return fitted(value, _longest(constraints))
