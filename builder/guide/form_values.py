"""What a model allows for one value → how the form asks for it: a line, a choice, a day, with limits and a pattern."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import AfterValidator, StringConstraints
from pydantic.fields import FieldInfo

from builder.guide.form_words import without_files
from builder.guide.patterns import RULES, rule_of

Widget = dict[str, Any]
# What fits on one line of the form; longer texts get a larger field.
_LINE = 120


@dataclass(frozen=True)
class Shape:
    """A type without its wrapping: `kind` is a class, or what `typing` made of one; `marks` are its constraints."""

    kind: Any
    marks: tuple[Any, ...]

    def limit(self, mark: type, name: str) -> Any:
        """The value of a constraint, or None."""
        found = (getattr(each, name, None) for each in self.marks if isinstance(each, mark | StringConstraints))
        return next((value for value in found if value is not None), None)

    def marked(self, annotated: Any) -> bool:
        """Whether it carries the validator of one of our own types of text."""
        return get_args(annotated)[1] in self.marks


def shape(annotation: Any, marks: Iterable[Any] = ()) -> Shape:
    """The type inside `Annotated` and `| None`."""
    found = list(marks)
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *more = get_args(annotation)
            found += [inner for each in more for inner in (each.metadata if isinstance(each, FieldInfo) else [each])]
        elif origin in (Union, UnionType):
            annotation = next(part for part in get_args(annotation) if part is not NoneType)
        else:
            return Shape(annotation, tuple(found))


def one_value(of: Shape, labels: Mapping[str, str]) -> Widget:
    """How a single value is asked for. `labels` are what the values of an enumeration are called."""
    if get_origin(of.kind) is Literal:
        return choose({value: labels.get(value, value) for value in get_args(of.kind)})
    if of.kind is bool:
        return {"widget": "boolean"}
    if of.kind is date:
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if of.kind in (int, float):
        # Kept as text, as all our files are read: what nobody touches stays as it was written.
        limits = {"min": of.limit(Ge, "ge"), "max": of.limit(Le, "le")}
        return _without_nothing({"widget": "number", "value_type": f"{of.kind.__name__}/string", **limits})
    longest = of.limit(MaxLen, "max_length")
    widget = "text" if longest and longest > _LINE else "string"
    return _without_nothing({"widget": widget, "maxlength": longest, "pattern": _pattern(of)})


def choose(options: Mapping[str, str]) -> Widget:
    """A choice of one among the labels of values."""
    return {"widget": "select", "options": [{"label": text, "value": value} for value, text in options.items()]}


def counted(of: Shape) -> Widget:
    """How many items a list may have."""
    return _without_nothing({"min": of.limit(MinLen, "min_length"), "max": of.limit(MaxLen, "max_length")})


def _pattern(of: Shape) -> list[str] | None:
    """A first check beside the field; the whole rule is the compiler's."""
    names = [mark.func.__name__ for mark in of.marks if isinstance(mark, AfterValidator)]
    rules = [RULES[name] for name in names if name in RULES]
    if written := of.limit(StringConstraints, "pattern"):
        rules.append(rule_of(written))
    return next(([rule.pattern, without_files(rule.advice)] for rule in rules), None)


def _without_nothing(widget: Widget) -> Widget:
    return {key: value for key, value in widget.items() if value is not None}
