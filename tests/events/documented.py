"""The generated parts of docs/events.md: each stands between a comment that names it and one that ends it."""

import re
from collections.abc import Callable, Iterable

from builder.render.event_vocabulary import EventField, Vocabulary

_PART = re.compile(r"(<!-- from events\.yml: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def with_parts(text: str, vocabulary: Vocabulary) -> str:
    """The text with every generated part as the vocabulary has it now."""
    return _PART.sub(lambda part: f"{part[1]}{PARTS[part[2]](vocabulary)}{part[3]}", text)


def parts_in(text: str) -> list[str]:
    """Which parts a text has."""
    return [part[2] for part in _PART.finditer(text)]


def _events(vocabulary: Vocabulary) -> str:
    rows = (
        (
            f"`{event.dom}`",
            f"`{event.name}`",
            event.fired_by,
            event.when,
            ", ".join(f"`{name}`" for name in event.fields),
        )
        for event in vocabulary.events
    )
    return _table(("`scam-alert:…`", "in the vocabulary", "fired by", "when", "fields of its own"), rows)


def _common(vocabulary: Vocabulary) -> str:
    return _table(("field", "holds", "meaning"), (_field(name, field) for name, field in vocabulary.common.items()))


def _own(vocabulary: Vocabulary) -> str:
    rows = (
        (f"`{event.name}`", *_field(name, field)) for event in vocabulary.events for name, field in event.fields.items()
    )
    return _table(("event", "field", "holds", "meaning"), rows)


def _metrics(vocabulary: Vocabulary) -> str:
    rows = (
        (metric.name, metric.numerator, metric.denominator, _names(metric.counts), metric.publish_with)
        for metric in vocabulary.metrics
    )
    return _table(("figure", "numerator", "denominator", "events", "published with"), rows)


def _field(name: str, field: EventField) -> tuple[str, str, str]:
    values = _names(field.one_of) or str(field.kind).replace("_", " ")
    return (f"`{name}`", f"{values}, or `null`" if field.or_null else values, field.meaning)


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n".replace("|  |", "| |") for cells in lines)


PARTS: dict[str, Callable[[Vocabulary], str]] = {
    "events": _events,
    "common": _common,
    "own": _own,
    "metrics": _metrics,
}
