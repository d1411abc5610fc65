"""The path to a text → its place in plain words: “tip 3, title”, “alert “hk-withdrawal”, wording “calm”, heading”."""

from collections.abc import Iterator, Mapping

from builder.compare.difference import Corner
from builder.compare.names import Names
from builder.compare.trees import Path

# What one item of a list is called; those with an id are followed by their name, the others by their number.
_ITEMS: Mapping[str, str] = {
    "contacts": "contact",
    "scams": "scam",
    "alerts": "alert",
    "pages": "page",
    "variants": "wording",
    "situations": "situation",
    "audience": "condition",
    "any_of": "value",
    "pauses": "pause",
    "fields": "evidence form, line",
    "figures": "figure",
    "tips": "tip",
    "notes": "local note",
    "notices": "notice",
    "sections": "section",
    "never_exchange": "what the exchange never asks, line",
    "never_police": "what the police never ask, line",
    "how_it_works": "how it works, step",
    "red_flags": "warning sign",
    "what_to_do": "what to do, step",
    "vectors": "way of contact",
    "lines": "line",
    "steps": "step",
    "questions": "question",
    "signs": "sign",
    "cancelled": "alert taken back",
}
_FIELDS: Mapping[str, str] = {
    "place": "name of the place",
    "intro": "introduction",
    "danger": "what to do in danger",
    "helps_with": "what it helps with",
    "limits": "what it cannot do",
    "operator": "who runs it",
    "checked": "the line about its last check",
    "hours": "opening hours",
    "kind": "kind of help",
    "kind_label": "kind of help, in words",
    "local_only": "the line about short numbers",
    "stale": "whether the last check is too old",
    "confidence": "how sure we are",
    "official_name": "official name",
    "icon": "drawing",
    "direction": "direction of writing",
    "what_to_do": "what to do",
    "how_it_works": "how it works",
    "red_flags": "warning signs",
    "example": "example",
    "sent": "if money was sent",
    "question": "question",
    "url": "web address",
    "phone": "number",
    "page": "address on this site",
    "markdown": "text",
    "checked_on": "day of the last check",
    "name": "name",
    "strings": "the site’s own words",
    "order": "order",
}
# Lists whose items are known by their ids alone, and are named with them.
_NAMED = frozenset({"contacts", "scams", "alerts", "pages", "variants", "situations", "fields"})


def part_of(path: Path, corner: Corner, names: Names) -> str:
    """The place of a text inside its corner, from the whole to the part."""
    return ", ".join(_words(path, corner, names))


def _words(path: Path, corner: Corner, names: Names) -> Iterator[str]:
    steps = ["name of the exchange"] if path == ("name",) else list(path)
    while steps:
        step = steps.pop(0)
        if step in _ITEMS and steps and steps[0] == "order":
            yield f"order of the {_plural(step)}"
            return
        if step in _ITEMS and steps and (step in _NAMED or steps[0].isdigit()) and path[0] != "strings":
            yield _item(step, steps.pop(0), corner, names)
        elif step.isdigit():
            yield f"line {step}"
        else:
            yield _FIELDS.get(step) or step.replace("_", " ")


def _item(items: str, name: str, corner: Corner, names: Names) -> str:
    if name.isdigit():
        return f"{_ITEMS[items]} {name}"
    if items == "contacts":
        return f"contact “{names.contact(corner.place, name)}”"
    if items in ("scams", "pages"):
        return f"{_ITEMS[items]} “{names.title(corner, items, name)}”"
    return f"{_ITEMS[items]} “{name}”"


def _plural(items: str) -> str:
    return f"{_ITEMS[items]}s" if items in _NAMED else items.replace("_", " ")
