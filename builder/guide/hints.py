"""A field of an author's model → what it is, in words for somebody who never wrote YAML, and how it looks written.

The words stand in `texts/`, a file per module of `model/content/`, under the class that declares the field: what many
files share, such as a source, is said once.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from builder.guide.annotations import enumerations_in, fields_of, group_in, is_list
from builder.model.content.scalars import Authored
from builder.model.document import Node
from builder.model.explanations import explanations

_TEXTS = Path(__file__).parent / "texts"
_SENTENCE = re.compile(r".+?\.(?=\s)")


@dataclass(frozen=True)
class Hint:
    """`example` is what an author writes after the colon, or in the lines below; `choices` says what each value means.

    Where the field is a group whose keys are fixed, such as `situations`, the choices are its keys.
    """

    text: str
    example: str
    choices: Mapping[str, str]


def hint_of(model: type[Authored], field: str) -> Hint:
    """What an author is told about a field; a KeyError names a field nobody has described."""
    annotation = model.model_fields[field].annotation
    said = _said(model, field)
    example = said["example"] if "example" in said else _example(annotation)
    return Hint(said["text"], example, choices_of(annotation))


def about(model: type[Authored]) -> str:
    """What a whole file or group of lines is for."""
    return str(_words_of(model)["about"])


def choices_of(annotation: Any) -> Mapping[str, str]:
    """What each value means that is allowed here, by the value; empty where an author writes freely."""
    values = next(enumerations_in(annotation), ())
    return meanings_of(values) if values else {}


def meanings_of(values: tuple[str, ...]) -> Mapping[str, str]:
    """What each value of an enumeration means; a KeyError shows values that nobody has explained."""
    groups = (*read_texts()["choices"].values(), _reasons_of_rules())
    found = next((meanings for meanings in groups if meanings.keys() == set(values)), None)
    if found is None:
        raise KeyError(values)
    return {value: found[value] for value in values}


@cache
def read_texts() -> Mapping[str, Mapping[str, Any]]:
    """All texts: by module, class and `about` or `fields`; read once, by the commands that need them."""
    # Every scalar stays text, as in the files of authors: an example of `no` is not a falsehood.
    return {path.stem: _read(path.read_text("utf-8")) for path in sorted(_TEXTS.glob("*.yml"))}


@cache
def _reasons_of_rules() -> Mapping[str, str]:
    """The first sentence of why each rule exists."""
    return {code: _first_sentence(why) for code, why in explanations().items()}


def _first_sentence(text: str) -> str:
    found = _SENTENCE.match(text)
    return found[0] if found else text


def read_example(example: str) -> Node:
    """What an example says: text, or lists and mappings of texts."""
    value: Node = _read(example)
    return value


def stands_below(example: str) -> bool:
    """Whether an example is lines that stand below their key, and not a value that stands behind it."""
    return not example.startswith(("[", "{")) and not isinstance(read_example(example), str)


def as_written(field: str, example: str) -> str:
    """`field: example`, or the lines of the example below its field."""
    return f"{field}:\n{_indented(example)}" if stands_below(example) else f"{field}: {example}"


def _read(text: str) -> Any:
    return yaml.load(text, yaml.CBaseLoader)  # noqa: S506 # reason: makes nothing but texts, lists and mappings


def _said(model: type[Authored], field: str) -> Mapping[str, str]:
    """From the first class, counted from the model upwards, that has words for this field."""
    for owner in model.__mro__[: model.__mro__.index(Authored)]:
        fields: Mapping[str, Mapping[str, str]] = _words_of(owner).get("fields", {})
        if field in fields:
            return fields[field]
    raise KeyError(f"{model.__name__}.{field}")


def _words_of(model: type) -> Mapping[str, Any]:
    module = model.__module__.rpartition(".")[2]
    words: Mapping[str, Any] = read_texts().get(module, {}).get(model.__name__, {})
    return words


def _example(annotation: Any) -> str:
    """A field that holds a group of lines: the examples of what must stand in it."""
    inside = group_in(annotation)
    if inside is None:
        raise KeyError(str(annotation))
    needed = (field for field, declared in fields_of(inside).items() if declared.is_required())
    lines = "\n".join(as_written(field, hint_of(inside, field).example) for field in needed)
    return "- " + _indented(lines).lstrip() if is_list(annotation) else lines


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.split("\n"))
