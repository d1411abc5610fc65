"""What differs in when, where and to whom an alert is shown, in sentences."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from builder.compare.difference import Kind
from builder.compare.trees import leaves

Facts = Mapping[str, Any]
_FRICTIONS: Mapping[str, str] = {
    "acknowledge": "only has to be acknowledged",
    "question": "asks a question before a person can go on",
    "pause": "asks a question and offers a pause",
    "cool-off": "asks a question, and the app holds the transfer",
}
# What is compared as texts: the words of the alert, and the lists that hold words beside facts.
WORDS = frozenset(
    {
        *("id", "language", "question", "answer_yes", "answer_no", "advice_yes", "advice_no", "scams_heading"),
        *("call_heading", "stop", "proceed", "cool_off", "variants", "situations"),
    }
)
_DATES = ("starts_on", "ends_on")


class Said(NamedTuple):
    """A fact that differs, both values in words, the sentence about it, and its field unless it is the alert itself."""

    kind: Kind
    before: str
    after: str
    sentence: str
    field: str = ""


def alert_sentences(name: str, before: Facts, after: Facts) -> Iterator[Said]:
    """A sentence for every fact that differs; an empty mapping is no alert at all. New ones tell their days again."""
    if not before:
        yield Said(Kind.alert, "", name, f"The alert “{name}” is new: {_summary(after)}.")
    if not after:
        yield Said(Kind.alert, name, "", f"The alert “{name}” is no longer shown.")
    told = [field for field in dict.fromkeys((*after, *before)) if field not in WORDS]
    for field in told if before and after else _DATES:
        was, now = (_told(field, alert.get(field)) for alert in (before, after))
        if was != now and after:
            kind = Kind.date if field in _DATES else Kind.alert
            yield Said(kind, was, now, _sentence(name, field, was, now), field)


def _told(field: str, value: Any) -> str:
    """A value in words. A release of another contract may hold any shape; then its texts are shown."""
    if value is None:
        return ""
    return _TELLS[field](value) if field in _TELLS and _has_shape(value, _SHAPES[field]) else _plain(value)


def _has_shape(value: Any, shape: type) -> bool:
    """Whether it is what our own alerts hold; all their lists are of mappings."""
    items = value if isinstance(value, list) else []
    return isinstance(value, shape) and all(isinstance(item, Mapping) for item in items)


def _summary(alert: Facts) -> str:
    shown = f"shown at “{alert.get('placement')}” to {_told('audience', alert.get('audience', []))}"
    return f"{shown}, it {_told('friction', alert.get('friction', ''))}"


def _audience(conditions: list[Facts]) -> str:
    """Whom it is meant for: all conditions must hold."""
    told = [
        f"“{one.get('fact')}” is {' or '.join(f'“{value}”' for value in one.get('any_of', ()))}" for one in conditions
    ]
    return f"users of whom {' and '.join(told)}" if told else "everyone"


def _friction(level: str) -> str:
    return _FRICTIONS.get(level, level)


def _exposure(limits: Facts) -> str:
    return (
        f"at most {limits.get('most')} times within {limits.get('within_hours')} hours, "
        f"then not for {limits.get('rest_hours')} hours"
    )


def _hours(pauses: list[Facts]) -> str:
    return ", ".join(str(pause.get("hours")) for pause in pauses) or "none"


def _plain(value: Any) -> str:
    return ", ".join(text for _, text in leaves(value)) if isinstance(value, list | Mapping) else str(value)


_TELLS: Mapping[str, Callable[[Any], str]] = {
    "audience": _audience,
    "friction": _friction,
    "exposure": _exposure,
    "pauses": _hours,
}
_SHAPES: Mapping[str, type] = {"audience": list, "friction": str, "exposure": Mapping, "pauses": list}
# What is said of the new state, and what follows it where there was another one.
_SENTENCES: Mapping[str, tuple[str, str]] = {
    "starts_on": ("The alert “{name}” will be shown from {now}", " instead of {was}"),
    "ends_on": ("The alert “{name}” will be shown until {now}", " instead of {was}"),
    "placement": ("The alert “{name}” is shown at “{now}”", " instead of “{was}”"),
    "audience": ("The alert “{name}” is shown to {now}", " instead of {was}"),
    "friction": ("The alert “{name}” {now}", "; until now it {was}"),
    "pauses": ("The alert “{name}” offers pauses of these hours: {now}", ", instead of {was}"),
    "cool_off_hours": ("With the alert “{name}” the app holds the transfer for this many hours: {now}", ", not {was}"),
    "exposure": ("The alert “{name}” is shown {now}", "; until now {was}"),
    "holdout": ("The alert “{name}” is hidden from {now} % of devices, to tell its effect", ", instead of {was} %"),
    "scams": ("The alert “{name}” names these scams: {now}", ", instead of {was}"),
    "group": ("The group by which the alert “{name}” can be turned off is “{now}”", " instead of “{was}”"),
    "supersedes": ("The alert “{name}” takes the place of “{now}”", " instead of “{was}”"),
}


def _sentence(name: str, field: str, was: str, now: str) -> str:
    words = field.replace("_", " ")
    said, instead = _SENTENCES.get(field, (f"The {words} of the alert “{{name}}” is “{{now}}”", " instead of “{was}”"))
    return said.format(name=name, now=now or "nothing") + (instead.format(was=was) if was else "") + "."
