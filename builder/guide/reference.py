"""The models → `docs/fields.md`: every field of every kind of file, for somebody who reads and does not hover."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from builder.guide.annotations import enumerations_in, fields_of, group_in
from builder.guide.files import FILES
from builder.guide.hints import about, as_written, hint_of, meanings_of, stands_below
from builder.guide.limits import limits_of
from builder.guide.schemas import Schema, schema_of
from builder.model.content.scalars import Authored
from builder.model.content.strings import Strings
from builder.model.output import OutputFile

_HEAD = """# Every field of every file

This page is made by `antiscam schema export` from the same texts that VS Code shows where the mouse rests.
“Needed” means that the check refuses a file without the key.
In the names of files, `*` stands for the name of an entry or the code of a language.
"""
# More than that is no choice but a list of its own: the rules, which `antiscam explain` explains.
_MOST_CHOICES = 40
# Its example is the file itself.
_TOO_LONG = Strings


def reference() -> OutputFile:
    """The whole page."""
    contents = [f"- [{kind.title}]({_anchor(kind.title)}): `{kind.paths}`" for kind in FILES]
    page, sections = _Page({}, set()), []
    for kind in FILES:
        sections += [f"\n## {kind.title}\n", f"`{kind.paths}`\n", f"{about(kind.model)}\n", *_whole(kind.model)]
        sections += page.group(kind.model, schema_of(kind), kind.title)
    return OutputFile("docs/fields.md", ("\n".join([_HEAD, *contents, *sections]) + "\n").encode())


def _whole(model: type[Authored]) -> Iterator[str]:
    """A file with all that it needs."""
    needed = [field for field, declared in fields_of(model).items() if declared.is_required()]
    if needed and model is not _TOO_LONG:
        lines = (as_written(field, hint_of(model, field).example) for field in needed)
        yield "\n".join(["```yaml", *lines, "```\n"])


@dataclass(frozen=True)
class _Page:
    """What stands on the page so far: groups by their headings, and choices that have been explained."""

    headings: dict[type[Authored], str]
    explained: set[tuple[str, ...]]

    def group(self, model: type[Authored], schema: Schema, title: str) -> Iterator[str]:
        """The table of a group's fields, what can be chosen, and the groups inside: each once on the page."""
        inside = {field: group for field in fields_of(model) if (group := group_in(_annotation(model, field)))}
        new = {field: group for field, group in inside.items() if self._is_first(group, f"{title}, {field}")}
        yield "| key | | what it is | example |\n|---|---|---|---|"
        for field in fields_of(model):
            link = _anchor(self.headings[inside[field]]) if field in inside else ""
            yield _row(model, field, limits_of(schema["properties"][field]), link)
        for field in fields_of(model):
            yield from self._choices(model, field)
        for field, group in new.items():
            yield f"\n### {title}, {field}\n\n{about(group)}\n"
            yield from self.group(group, _schema_inside(schema["properties"][field]), f"{title}, {field}")

    def _is_first(self, group: type[Authored], heading: str) -> bool:
        return self.headings.setdefault(group, heading) == heading

    def _choices(self, model: type[Authored], field: str) -> Iterator[str]:
        for values in _short(enumerations_in(_annotation(model, field))):
            if values not in self.explained:
                self.explained.add(values)
                yield f"\nWhat can stand in `{field}`:\n"
                yield from (f"- `{value}`: {meaning}" for value, meaning in meanings_of(values).items())


def _schema_inside(schema: Schema) -> Schema:
    """The schema of the group that a field holds, or holds a list of, or holds by name."""
    inner: Schema = schema.get("items") or schema.get("additionalProperties") or schema
    return inner


def _row(model: type[Authored], field: str, limits: str, link: str) -> str:
    hint = hint_of(model, field)
    name = f"[`{field}`]({link})" if link else f"`{field}`"
    needed = "needed" if model.model_fields[field].is_required() else ""
    example = "" if stands_below(hint.example) else f"`{hint.example}`"
    choices = [f"Choose from {_names(values)}." for values in _short(enumerations_in(_annotation(model, field)))]
    return f"| {name} | {needed} | {_cell(' '.join(filter(None, (hint.text, limits, *choices))))} | {_cell(example)} |"


def _annotation(model: type[Authored], field: str) -> Any:
    return model.model_fields[field].annotation


def _short(enumerations: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    return (values for values in enumerations if len(values) <= _MOST_CHOICES)


def _names(values: tuple[str, ...]) -> str:
    return ", ".join(f"`{value}`" for value in values)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _anchor(heading: str) -> str:
    """As git hosts make it of a heading."""
    return "#" + re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
