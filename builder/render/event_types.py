"""The vocabulary of events → `events.d.ts`, so that an app’s compiler knows what each event carries."""

from collections.abc import Iterator, Mapping

from builder.render.event_vocabulary import Event, EventField, Vocabulary

_HEAD = "// Made from the vocabulary of events: the DOM events of <scam-alert> and of a journey, and what each carries."
_NUMBER = "integer"


def event_types(vocabulary: Vocabulary) -> bytes:
    """TypeScript declarations. New values of a field are an addition, so every list of values is left open."""
    lines = [_HEAD, "", "/** In every event. */", "export interface ScamAlertDetail {"]
    lines += [*_fields(vocabulary, vocabulary.common, "  "), "}", "", "export interface ScamAlertEventMap {"]
    for event in vocabulary.events:
        lines += [f"  /** {event.when} */", *_entry(vocabulary, event)]
    return "\n".join((*lines, "}", "")).encode()


def _entry(vocabulary: Vocabulary, event: Event) -> Iterator[str]:
    opened = f'  "scam-alert:{event.dom}": CustomEvent<ScamAlertDetail'
    if not event.fields:
        yield f"{opened}>;"
        return
    yield f"{opened} & {{"
    yield from _fields(vocabulary, event.fields, "    ")
    yield "  }>;"


def _fields(vocabulary: Vocabulary, fields: Mapping[str, EventField], indent: str) -> Iterator[str]:
    for name, field in fields.items():
        yield f"{indent}/** {field.meaning} */"
        yield f"{indent}{name}: {_type(vocabulary, field)};"


def _type(vocabulary: Vocabulary, field: EventField) -> str:
    if field.one_of:
        plain = " | ".join((*(f'"{value}"' for value in field.one_of), "(string & {})"))
    else:
        form = vocabulary.kinds[field.kind or ""]["type"]
        plain = "number" if form == _NUMBER else form
    return f"{plain} | null" if field.or_null else plain
