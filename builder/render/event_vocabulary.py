"""The vocabulary of events as it stands in the theme, and each field's form in the few words of JSON Schema we use."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from builder.model.theme import Theme
from builder.render.own_yaml import own_yaml

FOLDER = "components/events/"
Form = dict[str, Any]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class EventField(_Frozen):
    """What a field may hold: one of the kinds, or one of a few values."""

    meaning: str
    kind: str | None = None
    one_of: tuple[str, ...] = ()
    or_null: bool = False

    @model_validator(mode="after")
    def _says_one_of_both(self) -> "EventField":
        if bool(self.kind) == bool(self.one_of):
            raise ValueError("a field has either a kind or a list of its values")
        return self


class Event(_Frozen):
    """One event: `scam-alert:<dom>` in the page, `name` in the vocabulary and in what is sent."""

    dom: str
    name: str
    fired_by: Literal["element", "journey"]
    when: str
    fields: dict[str, EventField] = Field(default_factory=dict)


class Metric(_Frozen):
    """A figure that may be published, and the events that it counts."""

    name: str
    numerator: str
    denominator: str
    counts: tuple[str, ...]
    publish_with: str


class Vocabulary(_Frozen):
    """All that can be told about a warning."""

    kinds: dict[str, Form]
    common: dict[str, EventField]
    events: tuple[Event, ...]
    metrics: tuple[Metric, ...]

    def forms(self, fields: Mapping[str, EventField]) -> dict[str, Form]:
        """The form of each field, without its meaning."""
        return {name: self._form(field) for name, field in fields.items()}

    def _form(self, field: EventField) -> Form:
        if field.one_of:
            return {"enum": [*field.one_of, *([None] if field.or_null else [])]}
        kind = self.kinds[field.kind or ""]
        return {**kind, "type": [kind["type"], "null"]} if field.or_null else dict(kind)


def event_vocabulary(theme: Theme) -> Vocabulary:
    """What `events.yml` says. It is our own file: a mistake in it is a bug, and raises."""
    return Vocabulary.model_validate(own_yaml(theme.own[f"{FOLDER}events.yml"]))
