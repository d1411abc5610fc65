"""Upkeep: what must be looked up again by when, and a check written down at one place of a file."""

import difflib
import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builder.cli import CONTENT_PROBLEMS, WRONG_USE, app
from builder.model.order import Order
from builder.pipeline import check, make
from tests.conftest import SHIPPED, TODAY, edit, tree
from tests.mistakes import lay_over
from tests.parties import PARTIES

PLACE, CODES = "content/jurisdictions/NO/jurisdiction.yml", "content/short_codes.yml"
KARI = "Kari Nordmann"


def run(project: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(app, ["contacts", *arguments, "--root", str(project), "--as-of", str(TODAY)])
    assert not isinstance(result.exception, Exception), result.exception
    return result


def source_of(project: Path, number: int) -> str:
    library = check(Order(project, TODAY)).verdict.library
    assert library
    return library.jurisdictions["NO"].facts.contacts[number].source.url


def recorded(project: Path, name: str, *arguments: str, source: str = "") -> Result:
    given = ["checked", name, "--by", KARI, "--source", source or source_of(project, 0), *arguments]
    return run(project, *given)


def difference(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def rows(project: Path, *arguments: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(run(project, "due", "--format", "json", *arguments).stdout)["due"]
    return found


@pytest.fixture
def first(project: Path) -> str:
    library = check(Order(project, TODAY)).verdict.library
    assert library
    return library.jurisdictions["NO"].facts.contacts[0].id


def test_a_check_changes_one_place_and_keeps_comments_and_order(project: Path, first: str) -> None:
    edit(project, PLACE, "contacts:\n", "# Read this before you call.\ncontacts: # all of them\n")
    before = (project / PLACE).read_text("utf-8")
    result = recorded(project, first, "--dialled", "--on", "2026-11-21")
    after = (project / PLACE).read_text("utf-8")
    assert (result.exit_code, result.stdout) == (0, "")
    assert PLACE in result.stderr
    assert difference(before, after) == [
        "-    check: source-read",
        "+    check: dialled",
        "-    checked_on: 2026-11-01",
        "+    checked_on: 2026-11-21",
        f"+    checked_by: {KARI}",
    ]
    assert "# Read this before you call.\ncontacts: # all of them\n" in after
    assert check(Order(project, TODAY)).verdict.problems == ()


def test_a_second_check_replaces_the_first_one(project: Path, first: str) -> None:
    recorded(project, first, "--dialled")
    before = (project / PLACE).read_text("utf-8")
    recorded(project, first, "--dialled")
    assert (project / PLACE).read_text("utf-8") == before


def test_another_page_needs_its_title_and_drops_the_date_of_the_old_one(project: Path, first: str) -> None:
    page = "https://police.example.org/other"
    refused = recorded(project, first, source=page)
    assert (refused.exit_code, "--title" in refused.stderr) == (WRONG_USE, True)
    assert recorded(project, first, "--title", "Where to call", source=page).exit_code == 0
    library = check(Order(project, TODAY)).verdict.library
    assert library
    source = library.jurisdictions["NO"].facts.contacts[0].source
    assert (source.url, source.title, source.date) == (page, "Where to call", None)


@pytest.mark.parametrize(
    ("arguments", "source", "said"),
    [
        (("--on", "2027-01-01"), "", "lies in the future"),
        (("--title", "x"), "ftp://police.example.org/", "is not a web address"),
        (("--title", "\u202ex"), "https://police.example.org/", "character"),
    ],
)
def test_a_check_that_would_not_pass_changes_nothing(
    project: Path, first: str, arguments: tuple[str, ...], source: str, said: str
) -> None:
    before = tree(project)
    result = recorded(project, first, *arguments, source=source)
    assert result.exit_code == CONTENT_PROBLEMS
    assert said in result.stderr
    assert tree(project) == before


def test_content_with_errors_is_mended_first(project: Path, first: str) -> None:
    url = source_of(project, 0)
    lay_over("invalid-phone", project)
    before = tree(project)
    result = recorded(project, first, source=url)
    assert result.exit_code == CONTENT_PROBLEMS
    assert "Mend these first" in result.stderr
    assert tree(project) == before


def test_a_mistyped_id_is_answered_with_the_nearest_one(project: Path, first: str) -> None:
    result = recorded(project, f"{first}x")
    assert result.exit_code == WRONG_USE
    assert f"Did you mean “{first}”?" in result.stderr


def test_an_id_of_several_places_asks_which_one(tmp_path: Path) -> None:
    """In the shipped content 999 is the emergency number of four places."""
    project = tmp_path / "project"
    for path, content in tree(SHIPPED / "content").items():
        (project / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (project / "content" / path).write_bytes(content)
    (project / "site_config.yml").write_bytes((SHIPPED / "site_config.yml").read_bytes())
    asked = recorded(project, "999", source="https://police.example.org/")
    assert asked.exit_code == WRONG_USE
    assert "AE, GB, HK, SG" in asked.stderr
    further = ("--jurisdiction", "SG", "--title", "Numbers")
    assert recorded(project, "999", *further, source="https://police.example.org/").exit_code == 0
    changed = difference((SHIPPED / CODES).read_text("utf-8"), (project / CODES).read_text("utf-8"))
    assert "+    checked_by: Kari Nordmann" in changed
    assert recorded(project, "999", "--jurisdiction", "NZ", source="https://x.example/").exit_code == WRONG_USE


def test_only_a_contact_is_dialled(project: Path) -> None:
    figure = next(row["name"] for row in rows(project) if row["kind"] == "figure")
    before = tree(project)
    assert recorded(project, figure, "--dialled", "--title", "x").exit_code == WRONG_USE
    assert tree(project) == before


def test_who_has_checked_is_never_published(project: Path, first: str) -> None:
    recorded(project, first, "--dialled")
    made = make(Order(project, TODAY), PARTIES)
    assert made.files
    assert [file.path for file in made.files if KARI.encode() in file.content] == []


def test_a_contact_is_due_on_the_last_day_on_which_it_is_not_reported(project: Path, first: str) -> None:
    day = next(row["by"] for row in rows(project) if row["name"] == first)
    last = date.fromisoformat(day)
    reported = {
        name: check(Order(project, at)).verdict.problems for name, at in (("last", last), ("next", _next(last)))
    }
    about = {
        name: [each for each in found if each.code == "stale-contact" and f"“{first}”" in each.message]
        for name, found in reported.items()
    }
    assert (len(about["last"]), len(about["next"])) == (0, 1)


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def test_what_is_due_is_sorted_by_day_and_names_kind_place_and_line(project: Path) -> None:
    listed = rows(project)
    assert [row["by"] for row in listed] == sorted(row["by"] for row in listed)
    assert {row["kind"] for row in listed} >= {"contact", "figure", "short number"}
    for row in listed:
        line = (project / row["file"]).read_text("utf-8").split("\n")[int(row["line"]) - 1]
        assert "checked_on" in line


def test_a_figure_is_due_when_it_expires_if_that_comes_first(project: Path) -> None:
    library = check(Order(project, TODAY)).verdict.library
    assert library
    figures = {each.id: each for each in library.jurisdictions["NO"].facts.statistics}
    for row in rows(project):
        if row["kind"] == "figure" and row["name"] in figures:
            figure = figures[row["name"]]
            assert date.fromisoformat(row["by"]) <= figure.expires_on


def test_a_suppression_is_due_on_its_last_day(project: Path) -> None:
    lay_over("long-sentence-suppressed", project)
    (row,) = (row for row in rows(project) if row["kind"] == "suppression")
    assert (row["by"], row["name"], row["file"]) == ("2026-12-31", "long-sentence", "site_config.yml")


def test_only_what_is_due_soon_is_listed_where_that_is_asked(project: Path) -> None:
    days = [int(row["days"]) for row in rows(project)]
    edge = sorted(days)[len(days) // 2]
    assert [int(row["days"]) for row in rows(project, "--within", str(edge))] == [day for day in days if day <= edge]


def test_a_time_beyond_all_dates_is_wrong_use(project: Path) -> None:
    result = run(project, "due", "--within", "99999999")
    assert (result.exit_code, result.stdout) == (2, "")


def test_people_read_it_by_owner(project: Path) -> None:
    (project / ".github").mkdir()
    (project / ".github/CODEOWNERS").write_text("* @all\n/content/jurisdictions/NO/ @oslo\n", "utf-8")
    lines = run(project, "due").stdout.split("\n")
    owners = [line for line in lines if line.startswith("@")]
    assert sorted(owners) == ["@all", "@oslo"]
    assert lines[-2] == f"{len(rows(project))} things to do, 0 late."


def test_late_is_called_late(project: Path) -> None:
    edit(project, "site_config.yml", "contact_days: 180", "contact_days: 1")
    late = [row for row in rows(project) if int(row["days"]) < 0]
    assert late
    shown = run(project, "due").stdout
    assert f"{late[0]['by']}  {-int(late[0]['days'])} days late" in shown
    assert f"{len(rows(project))} things to do, {len(late)} late." in shown
