"""Items that are put in, taken out or moved: the others keep what was theirs."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from builder.parse.reading import read_file
from builder.serve.form_items import beside
from builder.serve.form_saving import settled
from tests.serve.test_form_saving import VALUES, given_to_form, loosely, save_form

CONFIG = "site_config.yml"
NEW: Any = {"code": "fr", "partial": False}
# What the author has written, and the form would not: a “false”, spaces, a list without items.
ITEMS: Any = [
    {"code": "en", "name": "English "},
    {"code": "no", "name": "Norsk", "partial": "false"},
    {"code": "ar", "name": "العربية", "partial": "true", "notes": []},
]


def as_sent(item: dict[str, Any]) -> dict[str, Any]:
    """As the form has it: every box with a value, no list without items, no spaces at the ends."""
    kept = {key: value.strip() for key, value in item.items() if value}
    return {**kept, "partial": item.get("partial") == "true"}


@pytest.mark.parametrize("at", range(4))
def test_an_item_that_is_put_in_leaves_the_others_as_they_are(at: int) -> None:
    sent = [as_sent(item) for item in ITEMS]
    after = settled([*sent[:at], NEW, *sent[at:]], ITEMS)
    assert after == [*ITEMS[:at], {"code": "fr"}, *ITEMS[at:]]


@pytest.mark.parametrize("at", range(3))
def test_an_item_that_is_taken_out_leaves_the_others_as_they_are(at: int) -> None:
    left = [item for number, item in enumerate(ITEMS) if number != at]
    assert settled([as_sent(item) for item in left], ITEMS) == left


def test_items_that_change_places_take_along_what_is_theirs() -> None:
    assert settled([as_sent(item) for item in reversed(ITEMS)], ITEMS) == ITEMS[::-1]


@pytest.mark.parametrize("at", range(4))
def test_an_item_changed_in_the_same_save_keeps_the_rest_of_it(at: int) -> None:
    changed = [{**item, "code": f"{item['code']}-x"} for item in ITEMS]
    sent = [as_sent(item) for item in changed]
    after = settled([*sent[:at], NEW, *sent[at:]], ITEMS)
    assert after == [*changed[:at], {"code": "fr"}, *changed[at:]]


def test_an_item_whose_only_text_changes_is_the_one_in_its_place() -> None:
    assert settled([{"code": "nb", "partial": False}], [{"code": "no", "partial": "false"}]) == [
        {"code": "nb", "partial": "false"}
    ]


@given(some.lists(VALUES, max_size=6), some.randoms())
def test_no_item_is_lost_or_stands_beside_two(before: Any, random: Any) -> None:
    sent = [loosely(item) for item in before]
    random.shuffle(sent)
    found = [item for item in beside(sent, before) if item is not None]
    assert sorted(map(repr, found)) == sorted(map(repr, before))


def test_a_language_put_in_first_adds_its_lines_and_changes_no_other(project: Any) -> None:
    before = (project / CONFIG).read_text("utf-8")
    value, digest = given_to_form(project, CONFIG)
    boxes = [{**item, "partial": item.get("partial") == "true"} for item in value["locales"]]
    value["locales"] = [NEW, *boxes]
    save_form(project, CONFIG, value, digest)
    assert (project / CONFIG).read_text("utf-8") == before.replace("locales:\n", "locales:\n  - code: fr\n", 1)
    assert read_file(project, CONFIG).value is not None
