"""The worlds that are measured: the same on every machine, valid, and no two texts in them alike."""

import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import phonenumbers
import pytest
import yaml

from benchmarks.edits import change_phone, change_text
from benchmarks.phrasebook import read_vocabulary
from benchmarks.places import Place, places
from benchmarks.world import LOCALES, Size, make_world, world_files
from builder.model.order import Order
from builder.model.problem import Problem
from builder.pipeline import check

SMALL = Size(jurisdictions=3, locales=4, scams=2)
TODAY = date(2026, 11, 22)
# Countries alone; the places after them are areas, such as US-A00.
COUNTRIES = 244


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return dict(world_files(SMALL))


@pytest.fixture(scope="module")
def everywhere() -> list[Place]:
    return list(places(COUNTRIES + 40))


@pytest.fixture
def world(tmp_path: Path) -> Path:
    make_world(tmp_path / "world", SMALL)
    return tmp_path / "world"


def _problems(world: Path) -> tuple[Problem, ...]:
    return check(Order(world, TODAY)).verdict.problems


def _texts(value: object) -> list[str]:
    """Every text of a file of words, without the speakers of a dialogue."""
    if isinstance(value, dict):
        return [text for key, item in value.items() if key != "who" for text in _texts(item)]
    return [text for item in value for text in _texts(item)] if isinstance(value, list) else [str(value)]


def _words(files: dict[str, str], locale: str) -> list[str]:
    own = (path for path in files if path.endswith(f"/{locale}.yml") and not path.startswith("content/pages/"))
    return [text for path in own for text in _texts(yaml.load(files[path], yaml.CBaseLoader))]


def test_the_same_size_gives_the_same_bytes(files: dict[str, str]) -> None:
    assert dict(world_files(SMALL)) == files


def test_a_small_world_has_no_problem_not_even_a_warning(world: Path) -> None:
    assert _problems(world) == ()


def test_edits_change_one_file_and_leave_the_world_valid(world: Path) -> None:
    before = {path: path.read_bytes() for path in world.rglob("*.yml")}
    text, phone = change_text(world, "AD"), change_phone(world, "AD")
    changed = {path.name for path, content in before.items() if path.read_bytes() != content}
    assert changed == {"en.yml", "jurisdiction.yml"}
    assert text.old != text.new
    assert phone.old != phone.new
    assert sorted(path for path in world.rglob("*") if path.is_file()) == sorted(before)
    assert _problems(world) == ()


def test_a_text_is_another_one_after_each_edit(world: Path) -> None:
    edits = [change_text(world, "AD") for _ in range(20)]
    assert all(one.new == other.old for one, other in pairwise(edits))
    assert len({edit.new for edit in edits}) == len(edits)


def test_a_number_comes_back_after_two_edits(world: Path) -> None:
    first, second = change_phone(world, "AD"), change_phone(world, "AD")
    assert (first.old, first.new) == (second.new, second.old)


@pytest.mark.parametrize("locale", LOCALES)
def test_no_text_stands_twice(files: dict[str, str], locale: str) -> None:
    texts = Counter(_words({path: text for path, text in files.items() if "strings/" not in path}, locale))
    assert [text for text, count in texts.items() if count > 1] == []


def test_a_scam_has_200_to_300_words(files: dict[str, str]) -> None:
    scams = [path for path in files if re.fullmatch(r"content/scams/[^/]+/en\.yml", path)]
    assert len(scams) == SMALL.jurisdictions * SMALL.scams
    for path in scams:
        assert 200 <= sum(len(text.split()) for text in _words({path: files[path]}, "en")) <= 300, path


@pytest.mark.parametrize("locale", LOCALES[1:])
def test_every_vocabulary_says_the_same(locale: str) -> None:
    def shape(name: str) -> tuple[dict[str, list[list[str]]], dict[str, int]]:
        vocabulary = read_vocabulary(name)
        slots = {
            form: [sorted(re.findall(r"\{\w+\}", text)) for text in texts]
            for form, texts in vocabulary["forms"].items()
        }
        return slots, {slot: len(set(phrases)) for slot, phrases in vocabulary["phrases"].items()}

    assert shape(locale) == shape("en")


def test_places_beyond_the_countries_are_areas_of_them(everywhere: list[Place]) -> None:
    assert {len(place.code) for place in everywhere[:COUNTRIES]} == {2}
    assert all(re.fullmatch("[A-Z]{2}-A[0-9]{2}", place.code) for place in everywhere[COUNTRIES:])
    assert len({place.name("ar") for place in everywhere}) == len(everywhere)


def test_no_place_shows_the_number_of_another(everywhere: list[Place]) -> None:
    numbers = [phonenumbers.parse(number) for place in everywhere for number in place.phones]
    dialled = [str(number.national_number) for number in numbers]
    written = " ".join(f"{number.country_code}{number.national_number}" for number in numbers)
    assert [number for number in dialled if len(number) >= 5 and written.count(number) > 1] == []
