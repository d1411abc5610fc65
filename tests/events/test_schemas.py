"""The published schemas of events: what they take, and what they keep out."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from builder.model.output import OutputFile
from builder.render.event_schemas import SCHEMAS, event_schemas, event_type
from tests.events.samples import BASE_URL, PERSONAL, VOCABULARY, detail, event_named

FILES: list[OutputFile] = list(event_schemas(VOCABULARY, BASE_URL))
PUBLISHED: dict[str, dict[str, Any]] = {
    file.path.removeprefix(SCHEMAS).removesuffix(".json"): json.loads(file.content) for file in FILES
}
REGISTRY: Registry[Any] = Registry().with_resources(
    (schema["$id"], Resource.from_contents(schema)) for schema in PUBLISHED.values()
)
every_event = pytest.mark.parametrize("event", VOCABULARY.events, ids=lambda event: event.name)


def fits(name: str, value: Any) -> bool:
    return Draft202012Validator(PUBLISHED[name], registry=REGISTRY).is_valid(value)


def envelope(name: str, data: dict[str, Any], **other: Any) -> dict[str, Any]:
    return {
        "specversion": "1.0",
        "id": "0" * 32,
        "source": f"{BASE_URL}warnings/v1/scam-alert.js",
        "type": event_type(BASE_URL, name),
        "time": data["at"],
        "datacontenttype": "application/json",
        "dataschema": f"{BASE_URL}{SCHEMAS}{name}.json",
        "data": data,
        **other,
    }


def test_there_is_a_schema_for_every_event_and_one_for_the_envelope() -> None:
    assert sorted(PUBLISHED) == sorted([*(event.name for event in VOCABULARY.events), "cloud-event"])


def test_every_schema_is_one_and_says_where_it_stands() -> None:
    for name, schema in PUBLISHED.items():
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == f"https://protect.exchange.example/warnings/v1/schema/events/{name}.json"


@every_event
def test_a_sound_event_is_taken(event) -> None:
    assert fits(event.name, detail(event))
    assert fits("cloud-event", envelope(event.name, detail(event)))


@every_event
def test_an_event_without_one_of_its_fields_is_refused(event) -> None:
    sound = detail(event)
    taken = [gone for gone in sound if fits(event.name, {name: sound[name] for name in sound if name != gone})]
    assert taken == []


@every_event
def test_a_field_that_is_not_named_is_refused(event) -> None:
    assert not fits(event.name, {**detail(event), "destination": "none of your business"})
    assert not fits(event.name, {**detail(event), "amount": 1})


@every_event
def test_no_field_holds_anything_personal(event) -> None:
    sound = detail(event)
    taken = [
        (field, kind)
        for field in sound
        for kind, value in PERSONAL.items()
        if fits(event.name, {**sound, field: value})
    ]
    assert taken == []


def test_a_time_is_no_finer_than_an_hour() -> None:
    sound = detail(event_named("shown"))
    assert fits("alert_rendered", {**sound, "at": "2026-11-22T12:00:00Z"})
    for fine in ("2026-11-22T12:01:00Z", "2026-11-22T12:00:01.000Z", "2026-11-22T12:00:00.001Z", "2026-11-22T12:00:00"):
        assert not fits("alert_rendered", {**sound, "at": fine})


def test_only_what_can_be_unknown_may_be_null() -> None:
    sound = detail(event_named("continued"))
    may = {name for name in sound if fits("continued", {**sound, name: None})}
    assert sound.keys() - may == {"session", "at", "seconds"}


def test_the_envelope_binds_type_schema_and_data_together() -> None:
    data = detail(event_named("called"))
    assert fits("cloud-event", envelope("help_contacted", data))
    assert not fits("cloud-event", envelope("help_contacted", data, type=event_type(BASE_URL, "resource_opened")))
    assert not fits("cloud-event", envelope("help_contacted", {**data, "contact": "+85218222"}))
    assert not fits("cloud-event", envelope("help_contacted", data, subject="user-1"))
    assert not fits("cloud-event", envelope("help_contacted", data, dataschema=f"{BASE_URL}other.json"))
    assert not fits("cloud-event", envelope("help_contacted", data, time="2026-11-22T12:34:56Z"))


def test_the_type_is_below_the_publishers_domain_turned_round() -> None:
    assert event_type(BASE_URL, "alert_seen") == "example.exchange.protect.scam-alert.alert_seen.v1"
    assert event_type("https://a.example:8443/sub/", "edited") == "example.a.scam-alert.edited.v1"
