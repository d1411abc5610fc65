"""Shapes of what is read: what a client uses must be there and be text. Members it does not know are ignored."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

Fits = Callable[[Any], bool]

_LONE = re.compile("[\ud800-\udfff]")
_LONGEST = 2000  # UTF-16 units, as a browser counts


def _text(value: Any) -> bool:
    if not isinstance(value, str) or not value or _LONE.search(value):
        return False
    return len(value.encode("utf-16-le")) <= 2 * _LONGEST


def _matches(pattern: str) -> Fits:
    compiled = re.compile(pattern, re.ASCII)
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


def _integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _count(value: Any) -> bool:
    return _integer(value) and value > 0


def _moment(value: Any) -> bool:
    """What datetime reads and writes again in the same way: no 30 February, no hour 24."""
    if not _matches(r"2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ")(value):
        return False
    try:
        return bool(f"{datetime.fromisoformat(value):%Y-%m-%dT%H:%M:%SZ}" == value)
    except ValueError:
        return False


def _version(value: Any) -> bool:
    return _integer(value) and 2_000_000_000 <= value <= 9_999_999_999


def _maybe(fits: Fits) -> Fits:
    return lambda value: value is None or fits(value)


def _list_of(fits: Fits) -> Fits:
    return lambda value: isinstance(value, list) and all(map(fits, value))


def _is(*wanted: str) -> Fits:
    return lambda value: isinstance(value, str) and value in wanted


def _shape(fields: Mapping[str, Fits]) -> Fits:
    return lambda value: (
        isinstance(value, dict)
        and "__proto__" not in value
        and all(fits(value.get(key)) for key, fits in fields.items())
    )


_DIGEST: dict[str, Fits] = {"sha256": _matches("[0-9a-f]{64}"), "length": _integer}
_STATEMENT: dict[str, Fits] = {"version": _version, "issued": _moment, "expires": _moment}
_is_off = _shape({"alerts": _list_of(_text), "groups": _list_of(_text)})
is_latest = _shape(
    {
        **_STATEMENT,
        "releases": _list_of(_shape({**_DIGEST, "jurisdiction": _text, "version": _version})),
        "off": _maybe(_is_off),
    }
)
is_release = _shape({**_STATEMENT, "jurisdiction": _text, "bundles": _list_of(_shape({**_DIGEST, "locale": _text}))})

_is_phone = _shape({"kind": _text, "number": _text, "display": _text, "href": _matches(r"tel:\+?[0-9]{2,15}")})
_is_contact = _shape(
    {
        **dict.fromkeys(("id", "kind", "name", "helps_with", "checked"), _text),
        **dict.fromkeys(("limits", "hours"), _maybe(_text)),
        "phone": _maybe(_is_phone),
        "url": _maybe(_matches(r"https://[a-z0-9.-]+(/[A-Za-z0-9/._~-]*)?")),
    }
)
_is_variant = _shape({"id": _text, "weight": _count, "heading": _text, "consequence": _text})
_ALERT_TEXTS = (
    "id language placement friction question answer_yes answer_no advice_yes advice_no scams_heading call_heading stop "
    "proceed"
)

_is_exposure = _shape(dict.fromkeys(("most", "within_hours", "rest_hours"), _count))
_is_alert = _shape(
    {
        **dict.fromkeys(_ALERT_TEXTS.split(), _text),
        **dict.fromkeys(("starts_on", "ends_on"), _matches(r"\d{4}-\d\d-\d\d")),
        "audience": _list_of(_shape({"fact": _text, "any_of": _list_of(_text)})),
        "variants": lambda value: _list_of(_is_variant)(value) and len(value) > 0,
        "scams": _list_of(_text),
        **dict.fromkeys(("supersedes", "group", "status", "certainty", "cool_off"), _maybe(_text)),
        "holdout": _maybe(_integer),
        "exposure": _maybe(_is_exposure),
        "situations": _maybe(_list_of(_shape(dict.fromkeys(("id", "text", "scam"), _text)))),
        "cool_off_hours": _maybe(_count),
        "pauses": _maybe(_list_of(_shape({"hours": _count, "label": _text}))),
    }
)
_is_line = _shape(dict.fromkeys(("who", "speaker", "text"), _text))
_is_scam = _shape(
    {
        **dict.fromkeys(("id", "language", "title"), _text),
        "red_flags": _list_of(_text),
        "icon": _maybe(_matches(r"[0-9MLHVCSQTAZmlhvcsqtaz., -]{1,2000}")),
        "example": _maybe(_shape({"setting": _text, "lines": _list_of(_is_line)})),
        "page": _maybe(_text),
    }
)
_is_sent = _shape({"heading": _text, "lead": _text, "steps": _list_of(_text)})
_is_evidence = _shape(
    {
        **dict.fromkeys(("heading", "lead", "save", "saved", "note"), _text),
        "fields": _list_of(_shape({"id": _text, "label": _text})),
    }
)
is_bundle = _shape(
    {
        "format": _is("antiscam-bundle/1"),
        "direction": _is("ltr", "rtl"),
        **dict.fromkeys(("jurisdiction", "locale", "label", "speaker", "first_call"), _text),
        "notices": _list_of(_text),
        "contacts": _list_of(_is_contact),
        "alerts": _list_of(_is_alert),
        "scams": _list_of(_is_scam),
        "cancelled": _maybe(_list_of(_text)),
        "sent": _maybe(_is_sent),
        "evidence": _maybe(_is_evidence),
        "labels": _maybe(_shape(dict.fromkeys(("signs", "example", "read_more", "pauses"), _text))),
    }
)
