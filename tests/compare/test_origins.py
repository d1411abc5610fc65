"""The line that a change is said to come from holds it, even if other lines say the same."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from builder.compare import Change, Difference, State, compare
from tests.conftest import SHIPPED

PLACE = "content/jurisdictions/NO/jurisdiction.yml"
OWN, SOURCE = "https://police.example.org/contact", "https://example.org/police/contact"
NEW = "content/jurisdictions/SG/jurisdiction.yml"


@pytest.fixture(scope="session")
def new_place(shipped_states: tuple[State, State]) -> Difference:
    """Singapore as it would be told if its files were new."""
    with_all, fewer = shipped_states
    before = {path: document for path, document in with_all.documents.items() if "/SG/" not in path}
    return compare(replace(fewer, documents=before), with_all)


def item_above(line: int) -> str:
    """The short name of the contact or figure that a line of the new place belongs to."""
    above = (SHIPPED / NEW).read_text("utf-8").splitlines()[:line]
    return [found[1] for text in above if (found := re.fullmatch(r"  - id: (\S+)", text))][-1]


def facts_of(difference: Difference, part: str) -> list[Change]:
    return [change for change in difference.changes if re.search(rf": contact “[^”]+”, {part}$", change.where)]


@pytest.mark.parametrize(
    ("part", "key"), [("day of the last check", "checked_on"), ("source, web address", "url"), ("web address", "url")]
)
def test_each_contact_of_a_new_place_has_its_own_line(new_place: Difference, part: str, key: str) -> None:
    written = (SHIPPED / NEW).read_text("utf-8").splitlines()
    changes = facts_of(new_place, part)
    found = [origin for change in changes for origin in change.origins]
    assert {origin.file for origin in found} == {NEW}
    assert len(found) == len(changes) == len({origin.line for origin in found}) > 1
    assert all(f"{key}: {change.after}" in written[change.origins[0].line - 1] for change in changes)


def test_the_day_of_a_contact_is_not_that_of_another_one(new_place: Difference) -> None:
    days = facts_of(new_place, "day of the last check")
    named = [item_above(change.origins[0].line) for change in days]
    assert named == re.findall(r"  - id: (\S+)", (SHIPPED / NEW).read_text("utf-8").partition("statistics:")[0])


def test_an_address_is_not_that_of_its_source(differing: Callable[..., Difference]) -> None:
    address = "https://police.example.org/numbers"
    edits = [(PLACE, f"url: {old}\n", f"url: {address}\n") for old in (OWN, SOURCE)]
    lines = {change.before: [str(origin) for origin in change.origins] for change in differing(*edits).changes}
    assert lines[OWN] == [f"{PLACE}:32"]
    assert lines[SOURCE] == [f"{PLACE}:38"]
