"""The generated parts of docs/component.md: each stands between a comment that names it and one that ends it."""

import re
from collections.abc import Callable, Iterable

from builder.render.event_vocabulary import Event
from builder.render.gallery import Described, Example, Option

_PART = re.compile(r"(<!-- from alert\.yml: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_KINDS_OF_OPTION = {"attributes": "attribute", "properties": "property", "colours": "colour", "exports": "export"}
_SHOWN = {
    "wording": "every published wording",
    "language": "each language",
    "other-language": "each language but the source’s",
}


def with_parts(text: str, alert: Described, events: Iterable[Event]) -> str:
    """The text with every generated part as `alert.yml` and the vocabulary have it now."""
    told = tuple(events)
    made: dict[str, Callable[[], str]] = {
        "options": lambda: _options(alert),
        "events": lambda: _table(("event", "when"), ((f"`scam-alert:{each.dom}`", each.when) for each in told)),
        "examples": lambda: _table(("example", "what", "shown in", "ends as"), map(_example, alert.examples)),
    }
    return _PART.sub(lambda part: f"{part[1]}{made[part[2]]()}{part[3]}", text)


def parts_in(text: str) -> list[str]:
    """Which parts a text has."""
    return [part[2] for part in _PART.finditer(text)]


def _options(alert: Described) -> str:
    rows = (
        _option(kind, option) for field, kind in _KINDS_OF_OPTION.items() for option in getattr(alert.options, field)
    )
    return _table(("kind", "name", "type", "for"), rows)


def _option(kind: str, option: Option) -> tuple[str, ...]:
    written = option.type.replace("|", "\\|")
    return kind, f"`{option.name}`", f"`{written}`" if written else "", option.description


def _example(example: Example) -> tuple[str, ...]:
    ends = " ".join(f"`{word}`" for word in (example.expects.source, example.expects.code) if word)
    changed = " *Changed.*" if example.changed else ""
    return f"`{example.name}`", example.says + changed, _SHOWN[example.shows], ends


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n".replace("|  |", "| |") for cells in lines)
