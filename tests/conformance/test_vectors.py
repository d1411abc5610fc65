"""The cases that other people get are exactly those of the simulator."""

import re
from collections import Counter

from tests.conformance.cases import CASES
from tests.conformance.vectors import FOLDER, committed, vectors

GUIDE = FOLDER.parent / "README.md"


def test_the_committed_cases_are_what_the_simulator_makes() -> None:
    assert {path.name: path.read_bytes() for path in FOLDER.iterdir()} == vectors()


def test_every_case_has_a_name_of_its_own() -> None:
    assert [name for name, count in Counter(case.name for case in CASES).items() if count > 1] == []
    assert [case.name for case in CASES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", case.name)] == []


def test_there_are_many_good_and_many_bad_cases() -> None:
    good = [case for case in committed() if "code" not in case["expected"]]
    assert len(good) >= 50
    assert len(committed()) - len(good) >= 200


def test_every_code_has_a_case_and_a_line_in_the_guide() -> None:
    expected = {case["expected"].get("code") for case in committed()} - {None}
    explained = set(re.findall(r"^\| `([a-z-]+)` \|", GUIDE.read_text("utf-8").partition("## Codes")[2], re.MULTILINE))
    assert explained == expected


def test_a_case_that_shows_nothing_differs_from_one_that_does() -> None:
    shown = {str(case["responses"]) for case in committed() if case["expected"].get("freshness") == "fresh"}
    assert len(shown) > 50
