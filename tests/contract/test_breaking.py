"""Changes tried on purpose: those that break a reader are found, those that do not are let through."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from tests.contract.breaking import differences

Schema = dict[str, Any]
Edit = Callable[[Schema], object]

OPEN = {"anyOf": [{"enum": ["e164", "short"]}, {"type": "string", "description": "A value of a later version."}]}
BEFORE: Schema = {
    "title": "Bundle",
    "description": "A bundle.",
    "type": "object",
    "required": ["format", "place", "direction", "contacts", "weights", "first_call", "limits"],
    "properties": {
        "format": {"const": "antiscam-bundle/1"},
        "place": {"type": "string", "maxLength": 100},
        "direction": {"type": "string", "enum": ["ltr", "rtl"]},
        "contacts": {"type": "array", "items": {"$ref": "#/$defs/Contact"}, "minItems": 1},
        "weights": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}},
        "first_call": {"type": "string"},
        "limits": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "off": {"type": "array", "items": {"type": "string"}, "default": []},
    },
    "$defs": {
        "Contact": {
            "type": "object",
            "required": ["kind", "href", "checked_on"],
            "properties": {
                "kind": OPEN,
                "href": {"type": "string", "pattern": "^tel:[0-9]+$"},
                "checked_on": {"type": "string", "format": "date"},
            },
        },
        "Extra": {"type": "object", "properties": {}},
    },
}


def members(schema: Schema) -> Any:
    return schema["properties"]


def contact(schema: Schema) -> Any:
    return schema["$defs"]["Contact"]


def renamed(schema: Schema) -> None:
    members(schema)["call_first"] = members(schema).pop("first_call")
    schema["required"] = [name.replace("first_call", "call_first") for name in schema["required"]]


def type_renamed(schema: Schema) -> None:
    schema["$defs"]["Helper"] = schema["$defs"].pop("Contact")
    members(schema)["contacts"]["items"] = {"$ref": "#/$defs/Helper"}


def closed(schema: Schema) -> None:
    contact(schema)["properties"]["kind"] = {"type": "string", "enum": ["e164", "short"]}


BREAKING: dict[str, tuple[Edit, str, str]] = {
    "a member is removed": (lambda new: members(new).pop("first_call"), "first_call", "the member is gone"),
    "a member that may be missing is removed": (lambda new: members(new).pop("off"), "off", "the member is gone"),
    "a member is renamed": (renamed, "first_call", "the member is gone"),
    "a member below is removed": (
        lambda new: contact(new)["properties"].pop("href"),
        "contacts[].href",
        "the member is gone",
    ),
    "a member may now be missing": (lambda new: new["required"].remove("place"), "place", "may now be missing"),
    "a member below may now be missing": (
        lambda new: contact(new)["required"].remove("href"),
        "contacts[].href",
        "may now be missing",
    ),
    "a member that was optional is required": (
        lambda new: new["required"].append("off"),
        "off",
        "files signed before it may lack it",
    ),
    "a new member is required": (
        lambda new: (members(new).update(later={"type": "string"}), new["required"].append("later")),
        "later",
        "give it a default",
    ),
    "a text may now be nothing": (
        lambda new: members(new).update(place={"anyOf": [{"type": "string", "maxLength": 100}, {"type": "null"}]}),
        "place",
        "can now be null",
    ),
    "what could be nothing no longer can": (
        lambda new: members(new).update(limits={"anyOf": [{"type": "string"}]}),
        "limits",
        "can no longer be null",
    ),
    "another type": (
        lambda new: members(new).update(first_call={"type": "integer"}),
        "first_call",
        "`type` was 'string' and is 'integer'",
    ),
    "a wider type": (
        lambda new: members(new)["weights"].update(additionalProperties={"type": "number", "minimum": 1}),
        "weights.*",
        "`type` was 'integer' and is 'number'",
    ),
    "any type at all": (
        lambda new: members(new).update(first_call={}),
        "first_call",
        "`type` was 'string' and is absent",
    ),
    "another type in a list": (
        lambda new: members(new)["off"].update(items={"type": "integer"}),
        "off[]",
        "`type` was 'string' and is 'integer'",
    ),
    "a list of anything": (lambda new: members(new)["off"].pop("items"), "off", "`items` was"),
    "a list may be empty": (
        lambda new: members(new)["contacts"].pop("minItems"),
        "contacts",
        "`minItems` was 1 and is absent",
    ),
    "a text may be longer": (
        lambda new: members(new)["place"].update(maxLength=200),
        "place",
        "`maxLength` was 100 and is 200",
    ),
    "a text must be shorter": (
        lambda new: members(new)["place"].update(maxLength=50),
        "place",
        "`maxLength` was 100 and is 50",
    ),
    "a number may be lower": (
        lambda new: members(new)["weights"]["additionalProperties"].update(minimum=0),
        "weights.*",
        "`minimum` was 1 and is 0",
    ),
    "a pattern lets more through": (
        lambda new: contact(new)["properties"]["href"].update(pattern="^(tel|sip):"),
        "contacts[].href",
        "`pattern` was",
    ),
    "a pattern is dropped": (
        lambda new: contact(new)["properties"]["href"].pop("pattern"),
        "contacts[].href",
        "and is absent",
    ),
    "a pattern is added": (
        lambda new: members(new)["first_call"].update(pattern="^[a-z]+$"),
        "first_call",
        "`pattern` was absent",
    ),
    "another format": (
        lambda new: contact(new)["properties"]["checked_on"].update(format="date-time"),
        "contacts[].checked_on",
        "`format` was 'date'",
    ),
    "another constant": (
        lambda new: members(new)["format"].update(const="antiscam-bundle/2"),
        "format",
        "`const` was",
    ),
    "a value more in a closed list": (
        lambda new: members(new)["direction"].update(enum=["ltr", "rtl", "ttb"]),
        "direction",
        "`enum` was",
    ),
    "an open list is closed": (closed, "contacts[].kind", "`enum` was absent"),
    "another meaning of what is missing": (
        lambda new: members(new)["off"].update(default=["all"]),
        "off",
        "`default` was []",
    ),
    "members are closed": (
        lambda new: new.update(additionalProperties=False),
        "",
        "`additionalProperties` was absent and is False",
    ),
    "a keyword that the comparison does not know": (
        lambda new: new.update(dependentRequired={"off": ["place"]}),
        "",
        "`dependentRequired` was absent",
    ),
    "a type loses its name": (type_renamed, "Contact", "lost its name"),
}

ADDITIVE: dict[str, tuple[Edit, str, str]] = {
    "a member that may be missing": (
        lambda new: members(new).update(later={"type": "string"}),
        "later",
        "a new member",
    ),
    "a member below that may be missing": (
        lambda new: contact(new)["properties"].update(later={"type": "string"}),
        "contacts[].later",
        "a new member",
    ),
    "a value more in an open list": (
        lambda new: contact(new)["properties"]["kind"]["anyOf"][0]["enum"].append("chat"),
        "contacts[].kind",
        "a new value, “chat”",
    ),
    "a value less in an open list": (
        lambda new: contact(new)["properties"]["kind"]["anyOf"][0]["enum"].remove("short"),
        "contacts[].kind",
        "“short” of an open list is no longer used",
    ),
}

UNSEEN: dict[str, Edit] = {
    "nothing": lambda new: new.update(),
    "other words in a description": lambda new: new.update(description="What an app needs."),
    "another address of the schema": lambda new: new.update({"$id": "https://exchange.example/bundle.json"}),
    "another order": lambda new: (
        new["required"].reverse(),
        new.update(properties=dict(reversed(members(new).items()))),
    ),
    "a type more": lambda new: new["$defs"].update(More={"type": "object"}),
}


def changed(edit: Edit) -> Schema:
    after = deepcopy(BEFORE)
    edit(after)
    return after


@pytest.mark.parametrize("name", BREAKING)
def test_a_breaking_change_is_refused(name: str) -> None:
    edit, where, says = BREAKING[name]
    found = [change for change in differences(BEFORE, changed(edit)) if change.breaking]
    assert [change for change in found if change.where == where and says in change.says], [*map(str, found)]


@pytest.mark.parametrize("name", ADDITIVE)
def test_an_additive_change_is_told_and_not_refused(name: str) -> None:
    edit, where, says = ADDITIVE[name]
    [found] = differences(BEFORE, changed(edit))
    assert (found.where, found.breaking) == (where, False)
    assert says in found.says


@pytest.mark.parametrize("name", UNSEEN)
def test_what_no_reader_can_notice_is_no_change(name: str) -> None:
    assert [*differences(BEFORE, changed(UNSEEN[name]))] == []


def test_a_new_member_is_refused_where_readers_refuse_what_they_do_not_know() -> None:
    before = changed(lambda new: new.update(additionalProperties=False))
    after = deepcopy(before)
    members(after)["later"] = {"type": "string"}
    [found] = differences(before, after)
    assert found.breaking
    assert str(found) == "later: a new member where readers refuse what they do not know"


@pytest.mark.parametrize(
    "edit",
    [
        lambda new: (members(new).update(later={"type": "string"}), new["required"].append("later")),
        lambda new: new["required"].append("off"),
        lambda new: members(new).update(limits={"anyOf": [{"type": "string"}]}),
    ],
    ids=["a new member is always there", "a member is now always there", "a member is never nothing"],
)
def test_a_firmer_promise_breaks_only_what_is_kept(edit: Edit) -> None:
    after = changed(edit)
    assert {change.breaking for change in differences(BEFORE, after)} == {True}
    assert {change.breaking for change in differences(BEFORE, after, kept=False)} == {False}


def test_what_is_defined_elsewhere_is_compared_by_its_address() -> None:
    before, after = ({"type": "object", "properties": {"a": {"$ref": f"{name}.json"}}} for name in ("seen", "read"))
    assert [change.breaking for change in differences(before, after)] == [True]


def test_a_text_that_becomes_an_open_list_stays_a_text() -> None:
    after = changed(lambda new: members(new).update(first_call=OPEN))
    assert {change.breaking for change in differences(BEFORE, after)} == {False}


def test_an_open_list_that_may_be_nothing_is_compared_too() -> None:
    nullable = {"anyOf": [deepcopy(OPEN), {"type": "null"}]}
    before = changed(lambda new: members(new).update(first_call=deepcopy(nullable)))
    after = deepcopy(before)
    members(after)["first_call"]["anyOf"][0]["anyOf"][0]["enum"].append("chat")
    assert [(change.where, change.breaking) for change in differences(before, after)] == [("first_call", False)]
    members(after)["first_call"]["anyOf"].pop()
    assert True in {change.breaking for change in differences(before, after)}
