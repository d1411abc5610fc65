"""A part of a country with a police of its own is a jurisdiction like any other: the golden place moved to Scotland."""

import json
import re
from pathlib import Path

import pytest

from builder.model.content.scalars import country_of
from builder.model.order import Order
from builder.pipeline import check, make
from builder.verify.client import load_release
from builder.verify.monitor import WARNINGS, inspect
from tests.conftest import TODAY, edit, found, site_of
from tests.parties import PARTIES
from tests.verify.test_monitor import NOW, reading

CODE = "GB-SCT"
FACTS = f"content/jurisdictions/{CODE}/jurisdiction.yml"
NORWEGIAN, SCOTTISH = "+4721234567", "+441314960000"


@pytest.fixture
def scotland(project: Path) -> Path:
    """The golden content with every mention of its place and its long number changed."""
    places = project / "content/jurisdictions"
    (places / "NO").rename(places / CODE)
    for file in (project / "content").rglob("*.yml"):
        text = re.sub(r"\bNO\b", CODE, file.read_text("utf-8"))
        file.write_text(text.replace(NORWEGIAN, SCOTTISH), "utf-8")
    return project


@pytest.mark.parametrize(("code", "country"), [("US-CA", "US"), ("GB-SCT", "GB"), ("AT-9", "AT"), ("HK", "HK")])
def test_the_country_is_what_stands_before_the_hyphen(code: str, country: str) -> None:
    assert country_of(code) == country


def test_its_content_passes_the_gate(scotland: Path) -> None:
    assert found(scotland) == []


def test_its_pages_and_warnings_stand_below_its_code(scotland: Path) -> None:
    paths = {file.path for file in make(Order(scotland, TODAY), PARTIES).files}
    assert {"gb-sct/en/index.html", "gb-sct/no/contacts/index.html", "gb-sct/ar/scams/index.html"} <= paths
    assert {path.split("/")[2] for path in paths if re.fullmatch(rf"{WARNINGS}[A-Z].*", path)} == {CODE}


def test_its_warnings_are_proved_and_compared_with_its_list(scotland: Path) -> None:
    built = make(Order(scotland, TODAY), PARTIES)
    files = {file.path.removesuffix("index.html"): file.content for file in built.files}
    trust = json.loads(files[f"{WARNINGS}trust.json"])
    result = inspect(trust, reading(files), NOW, [CODE], {CODE: {"112", "02800", SCOTTISH}})
    assert (result.findings, result.proved) == ((), 3)
    release = load_release(trust, CODE, NOW, lambda part, path: reading(files)(part, WARNINGS + path))
    assert release.release["jurisdiction"] == CODE


def test_its_country_is_another_place(scotland: Path) -> None:
    files = {file.path: file.content for file in make(Order(scotland, TODAY), PARTIES).files}
    trust = json.loads(files[f"{WARNINGS}trust.json"])
    (finding,) = inspect(trust, reading(files), NOW, ["GB"]).findings
    assert finding.code == "unknown-jurisdiction"


def test_its_numbers_are_those_of_its_country(scotland: Path) -> None:
    edit(scotland, FACTS, SCOTTISH, NORWEGIAN)
    (problem,) = check(Order(scotland, TODAY)).verdict.problems
    assert (problem.code, problem.message) == ("invalid-phone", f"“{NORWEGIAN}” is a number of NO, not of GB.")


def test_its_short_numbers_are_not_those_of_its_country(scotland: Path) -> None:
    table = scotland / "content/short_codes.yml"
    table.write_text(table.read_text("utf-8").replace(CODE, "GB"), "utf-8")
    assert {code for _, _, code in found(scotland)} == {"unknown-reference", "unreviewed-short-code"}


def test_its_dates_are_written_as_in_its_country(scotland: Path) -> None:
    formats = {page.scope.formats for page in site_of(scotland).pages if page.address.startswith("gb-sct/en/")}
    assert formats == {"en-GB"}


def test_its_folder_has_its_code_in_capitals(scotland: Path) -> None:
    folder = scotland / "content/jurisdictions" / CODE
    folder.rename(folder.with_name(CODE.lower()))
    assert (FACTS.replace(CODE, CODE.lower()), 2, "wrong-folder") in found(scotland)
