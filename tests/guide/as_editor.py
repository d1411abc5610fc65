"""A file as an editor's YAML reads it: by the core schema of YAML 1.2, which knows numbers, true, false and null."""

import re
from typing import Any

import yaml

_KINDS = {
    "tag:yaml.org,2002:bool": r"true|True|TRUE|false|False|FALSE",
    "tag:yaml.org,2002:null": r"~|null|Null|NULL|",
    "tag:yaml.org,2002:int": r"[-+]?[0-9]+",
    "tag:yaml.org,2002:float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
}


class _Core(yaml.SafeLoader):
    """PyYAML itself follows YAML 1.1, where NO is false and a day is a date."""

    yaml_implicit_resolvers: dict[str | None, list[tuple[str, re.Pattern[str]]]] = {  # noqa: RUF012 # reason: PyYAML's own form
        None: [(tag, re.compile(rf"(?:{form})\Z")) for tag, form in _KINDS.items()]
    }


def _whole(loader: _Core, node: yaml.ScalarNode) -> int:
    return int(loader.construct_scalar(node))


_Core.add_constructor("tag:yaml.org,2002:int", _whole)


def as_editor(text: str) -> Any:
    """The value of a file; raises yaml.YAMLError where it cannot be read."""
    return yaml.load(text, _Core)
