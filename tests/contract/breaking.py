"""Two versions of a JSON Schema → what changed for those who read the files, in plain words.

Two things must stay true within a version. Whoever was written for the old schema reads files of the new one; and
files that were signed under the old one, which stay published and stored for months, still keep the new one. Between
them they leave room for two changes: members that may be missing, and values of lists of values that are open.
Of what nobody keeps, such as events, only the first must stay true.
Whatever this comparison does not understand counts as breaking.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Schema = Mapping[str, Any]
# Words for people: they bind no reader.
_REMARKS = frozenset({"$id", "$schema", "$defs", "title", "description", "examples", "deprecated", "$comment"})
_WALKED = frozenset({"properties", "required", "items", "additionalProperties", "anyOf", "known"})
_BELOW = "#/$defs/"
_ABSENT = object()


@dataclass(frozen=True)
class Difference:
    """One change: where, and what it is."""

    where: str
    says: str
    breaking: bool

    def __str__(self) -> str:
        return f"{self.where or 'the file'}: {self.says}"


@dataclass(frozen=True)
class Side:
    """A part of a schema, with the whole that its references point into. `kept`: old files of it are still read."""

    whole: Schema
    part: Schema
    kept: bool

    @property
    def plain(self) -> dict[str, Any]:
        """The part itself: references followed, remarks left out, an open list of values under `known`."""
        part = dict(self.part)
        while part.get("$ref", "").startswith(_BELOW):
            part = {**self.whole["$defs"][part.pop("$ref").removeprefix(_BELOW)], **part}
        match [_without_remarks(choice) for choice in part.get("anyOf", ())]:
            case [{"enum": values, **nothing}, {"type": "string", **nothing_either}] if not {
                **nothing,
                **nothing_either,
            }:
                del part["anyOf"]
                part |= {"type": "string", "known": values}
        return _without_remarks(part)

    def at(self, part: Schema) -> "Side":
        """A part below this one."""
        return Side(self.whole, part, self.kept)


def _without_remarks(part: Schema) -> dict[str, Any]:
    return {key: value for key, value in part.items() if key not in _REMARKS}


def differences(old: Schema, new: Schema, *, kept: bool = True) -> Iterator[Difference]:
    """Everything that changed between two schemas of the same file. `kept`: files of the old one are still read."""
    yield from _between(Side(old, old, kept), Side(new, new, kept), "")
    for name in sorted(_names(old) - _names(new)):
        yield Difference(name, "the type has lost its name in types.d.ts", breaking=True)


def _names(schema: Schema) -> frozenset[str]:
    return frozenset((*schema.get("$defs", ()), schema.get("title", "")))


def _between(old: Side, new: Side, where: str) -> Iterator[Difference]:
    before, after = old.plain, new.plain
    yield from _of_members(old, new, where)
    yield from _of_values(before.get("known", ()), after.get("known", ()), where)
    yield from _of_choices(old, new, where)
    for inner, step in (("items", "[]"), ("additionalProperties", ".*")):
        below = before.get(inner, _ABSENT), after.get(inner, _ABSENT)
        if isinstance(below[0], Mapping) and isinstance(below[1], Mapping):
            yield from _between(old.at(below[0]), new.at(below[1]), where + step)
        elif below[0] != below[1]:
            yield _changed(where, inner, *below)
    for keyword in sorted({*before, *after} - _WALKED):
        if before.get(keyword, _ABSENT) != after.get(keyword, _ABSENT):
            yield _changed(where, keyword, before.get(keyword, _ABSENT), after.get(keyword, _ABSENT))


def _changed(where: str, keyword: str, before: object, after: object) -> Difference:
    was, now = ("absent" if value is _ABSENT else repr(value) for value in (before, after))
    return Difference(where, f"`{keyword}` was {was} and is {now}", breaking=True)


def _of_members(old: Side, new: Side, where: str) -> Iterator[Difference]:
    before, after = old.plain, new.plain
    had, has = before.get("properties", {}), after.get("properties", {})
    closed = before.get("additionalProperties") is False
    always_had, always_has = set(before.get("required", ())), set(after.get("required", ()))
    for name in had:
        place = f"{where}.{name}".lstrip(".")
        if name not in has:
            yield Difference(place, "the member is gone", breaking=True)
            continue
        yield from _between(old.at(had[name]), new.at(has[name]), place)
        if name in always_had - always_has:
            yield Difference(place, "the member was always there and may now be missing", breaking=True)
        if name in always_has - always_had:
            said = "the member is now always there; files signed before it may lack it"
            yield Difference(place, said, breaking=old.kept)
    for name in [name for name in has if name not in had]:
        place = f"{where}.{name}".lstrip(".")
        if name in always_has and old.kept:
            said = "the new member is required, which no file signed before has: give it a default"
            yield Difference(place, said, breaking=True)
        elif closed:
            yield Difference(place, "a new member where readers refuse what they do not know", breaking=True)
        else:
            yield Difference(place, "a new member", breaking=False)


def _of_values(before: Sequence[str], after: Sequence[str], where: str) -> Iterator[Difference]:
    for value in [value for value in after if value not in before]:
        yield Difference(where, f"a new value, “{value}”, of an open list", breaking=False)
    for value in [value for value in before if value not in after]:
        yield Difference(where, f"the value “{value}” of an open list is no longer used", breaking=False)


def _of_choices(old: Side, new: Side, where: str) -> Iterator[Difference]:
    """Shapes that a value may have, such as a text or nothing."""
    had, has = _choices(old), _choices(new)
    for kind in sorted({*had, *has}):
        if kind not in has:
            yield Difference(where, f"can no longer be {kind}; files signed before it may be", breaking=old.kept)
        elif kind not in had:
            yield Difference(where, f"can now be {kind}, too", breaking=True)
        else:
            yield from _between(had[kind], has[kind], where)


def _choices(side: Side) -> dict[str, Side]:
    """By the kind of value; two of one kind are told apart by all they say."""
    found: dict[str, Side] = {}
    for choice in map(side.at, side.plain.get("anyOf", ())):
        kind = str(choice.plain.get("type", "something"))
        found[kind if kind not in found else f"{kind} {choice.plain}"] = choice
    return found
