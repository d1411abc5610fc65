"""A problem in the words of the form: the item it is in, and a hint that asks for no line of YAML."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.model.order import Order
from builder.pipeline import check
from builder.serve.form import TOLD
from builder.serve.form_telling import Told, told_in_form
from builder.serve.overlay import overlaid
from tests.conftest import TODAY, edit
from tests.serve.test_form_routes import ask, port, token

__all__ = ["port"]

PLACE = "content/jurisdictions/NO"
FACTS = f"{PLACE}/jurisdiction.yml"
LOSSES = "statistics:\n  losses-2025: People in Norway lost {value} to scams in {period}.\n"
Shown = Callable[..., list[Told]]


@pytest.fixture
def told(project: Path) -> Shown:
    """What the box says after an edit: file, old text, new text."""

    def after(*edits: tuple[str, str, str]) -> list[Told]:
        for path, old, new in edits:
            edit(project, path, old, new)
        shown = overlaid(check(Order(project, TODAY)).verdict.problems, project)["problems"]
        assert shown
        return told_in_form(project, shown)

    return after


def test_a_problem_of_a_contact_names_it(told: Shown) -> None:
    (said,) = told((FACTS, '"+4721234567"', '"+4721234568"'))
    assert said.item == "Contact “fraud-advice” › Phone number › Number"


def test_a_problem_of_an_item_without_a_name_counts_it(told: Shown) -> None:
    assert (
        told((f"{PLACE}/en.yml", "title: Hang up", "title: Hang up {nobody}"))[0].item
        == "Tip “Hang up {nobody}” › Title"
    )
    assert told((FACTS, "  - fake-officer\n", "  - fake-officer\n  - nothing\n"))[-1].item == "Scam 2"


def test_words_of_an_entry_are_named_by_what_they_speak_of(told: Shown) -> None:
    said = told((f"{PLACE}/en.yml", "name: Police helpline", "name: Police helpline {nobody}"))
    assert said[0].item == "Contact “police” › Name"


def test_words_that_are_missing_are_no_line_of_yaml(told: Shown) -> None:
    (said,) = told((f"{PLACE}/en.yml", LOSSES, ""))
    assert said.hint.startswith("Write the words of “losses-2025” under “Statistics”.")


def test_a_number_is_shown_without_its_quotes(told: Shown) -> None:
    (said,) = told((FACTS, '"+4721234567"', '"+47 21 23 45 67"'))
    assert (said.hint, said.mended) == ("Write +4721234567.", "Number: +4721234567")


def test_a_kind_is_called_what_it_is_called_in_the_form(told: Shown) -> None:
    (said,) = told((FACTS, '"112"', '"0047112112112"'))
    assert "e164" not in said.hint
    assert "of kind “Full number”" in said.hint


def test_a_file_that_the_form_cannot_open_keeps_its_lines(told: Shown) -> None:
    (said,) = told((FACTS, "code: NO", "\tcode: NO"))
    assert said.item == ""


@pytest.mark.parametrize("place", ["trust.yml", "content", "../secret.yml:1:1", "/etc/passwd:1:1", "x:1:1", ""])
def test_a_place_that_is_no_author_s_file_is_not_read(project: Path, place: str) -> None:
    assert told_in_form(project, [{"place": place, "hint": "a", "mended": "b: c"}]) == [Told("", "a", "b: c")]


def test_the_page_is_told_and_nobody_else(port: int) -> None:
    body = json.dumps([{"place": f"{FACTS}:2:7", "hint": "", "mended": ""}]).encode()
    assert ask(port, TOLD, "POST", body, x_antiscam_token="guessed").status == 403
    said = ask(port, TOLD, "POST", body, x_antiscam_token=token(port))
    assert said.json == [{"item": "Code", "hint": "", "mended": ""}]


LONE_SURROGATE = b'[{"place": "a", "hint": "\\ud800", "mended": ""}]'


@pytest.mark.parametrize(
    "body", [b"", b"{", b"1", b"[1]", b'[{"place": 1}]', b'{"a": 1}', b"[" * 100_000, LONE_SURROGATE]
)
def test_what_is_no_list_of_problems_is_refused(port: int, body: bytes) -> None:
    assert ask(port, TOLD, "POST", body, x_antiscam_token=token(port)).status == 400
