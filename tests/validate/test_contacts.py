"""Contacts: the edges between a number or link that helps and one that does not."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import TODAY, edit, found

FACTS = "content/jurisdictions/NO/jurisdiction.yml"
CODES_TABLE = "content/short_codes.yml"
SECOND_LIST = "content/long_numbers.yml"
LONG = 'number: "+4721234567"'


@pytest.mark.parametrize(
    "number",
    [
        "+4780012345",  # free of charge
        "+4740612345",  # a mobile
        "+4722222222",
    ],
)
def test_a_number_of_the_place_passes(project: Path, number: str) -> None:
    edit(project, FACTS, LONG, f'number: "{number}"')
    edit(project, SECOND_LIST, '"+4721234567"', f'"{number}"')
    assert found(project) == []


@pytest.mark.parametrize(
    "number",
    [
        "004721234567",  # 00 is not dialled everywhere
        "+47 21 23 45 67",
        "+47-21234567",
        "(+47)21234567",
        "+٤٧٢١٢٣٤٥٦٧",  # Arabic-Indic digits
        "+０",
        "+4702800",  # the short number with a country code
        "+479999",
        "+99921234567",  # no such country
        "+88312345678",
        "+80012345678",  # an international freephone number belongs to no place
        "tel:+4721234567",
        "+4721234567;ext=1",
        "+4721234567,,1",
    ],
)
def test_a_number_that_would_not_ring_there_is_refused(project: Path, number: str) -> None:
    edit(project, FACTS, LONG, f'number: "{number}"')
    assert found(project) == [(FACTS, 45, "invalid-phone")]


def test_a_number_in_national_form_is_answered_with_what_is_missing(project: Path) -> None:
    edit(project, FACTS, f"kind: e164\n      {LONG}", 'kind: short\n      number: "21234567"')
    assert found(project) == [(FACTS, 45, "invalid-phone")]


@pytest.mark.parametrize("number", ["1", "1234567", "11O", "١١٢", "11 2", "*112", "#112"])
def test_a_short_number_is_two_to_six_digits(project: Path, number: str) -> None:
    edit(project, FACTS, 'number: "112"', f'number: "{number}"')
    assert found(project) == [(FACTS, 18, "invalid-phone")]


@pytest.mark.parametrize("number", ["02801", "2800", "002800", "028000"])
def test_a_short_number_with_one_digit_wrong_is_not_in_the_table(project: Path, number: str) -> None:
    edit(project, FACTS, 'number: "02800"', f'number: "{number}"')
    assert found(project) == [(FACTS, 31, "unreviewed-short-code")]


def test_a_short_number_of_another_place_does_not_count(project: Path) -> None:
    text = (project / CODES_TABLE).read_text("utf-8")
    first, second = text.split("  - jurisdiction: NO\n    kind: short\n")
    (project / CODES_TABLE).write_text(f"{first}  - jurisdiction: SE\n    kind: short\n{second}", "utf-8")
    assert [(file, code) for file, _, code in found(project)] == [
        (FACTS, "unreviewed-short-code"),
        (CODES_TABLE, "unknown-reference"),
    ]


def test_a_contact_with_a_number_needs_no_address_and_the_other_way_round(project: Path) -> None:
    edit(project, FACTS, "    url: https://police.example.org/contact\n", "")
    assert found(project) == []


@pytest.mark.parametrize("host", ["police.example.org", "www.police.example.org", "a.b.police.example.org"])
def test_an_allowed_host_includes_what_is_below_it(project: Path, host: str) -> None:
    edit(project, FACTS, "https://police.example.org/contact", f"https://{host}/contact")
    assert found(project) == []


@pytest.mark.parametrize("host", ["example.org", "xpolice.example.org", "police-example.org", "police.example.org.se"])
def test_a_host_that_only_looks_like_an_allowed_one_is_refused(project: Path, host: str) -> None:
    edit(project, FACTS, "https://police.example.org/contact", f"https://{host}/contact")
    assert found(project) == [(FACTS, 32, "host-not-allowed")]


def test_a_check_exactly_as_old_as_the_window_is_fresh(project: Path) -> None:
    checked(project, 180)
    assert found(project) == []


def test_a_check_one_day_older_than_the_window_is_stale(project: Path) -> None:
    checked(project, 181)
    assert found(project) == [(FACTS, 52, "stale-contact")]


def checked(project: Path, days: int) -> None:
    """Sets the day of the check of the advice line, which is the third contact."""
    day = (TODAY - timedelta(days=days)).isoformat()
    lines = (project / FACTS).read_text("utf-8").split("\n")
    assert lines[51] == "    checked_on: 2026-11-01"
    lines[51] = f"    checked_on: {day}"
    (project / FACTS).write_text("\n".join(lines), "utf-8")


def test_the_window_is_the_one_of_the_configuration(project: Path) -> None:
    edit(project, "site_config.yml", "contact_days: 180", "contact_days: 20")
    assert [code for _, _, code in found(project)] == ["stale-contact"] * 4
    edit(project, "site_config.yml", "contact_days: 20", "contact_days: 21")
    assert found(project) == []


def test_a_check_of_today_is_not_in_the_future(project: Path) -> None:
    checked(project, 0)
    assert found(project) == []


def test_a_check_of_tomorrow_is_in_the_future(project: Path) -> None:
    checked(project, -1)
    assert found(project) == [(FACTS, 52, "check-in-future")]
