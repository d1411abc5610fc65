"""`antiscam fix`: what can only have been meant one way is corrected, shown first, and nothing else is touched."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from builder.cli import app
from builder.cli.asking import CONTENT_PROBLEMS, WRONG_USE
from builder.edit.fixing import applied, fixes
from builder.model.order import Order
from builder.model.problem import Correction, Place
from builder.pipeline import check
from tests.conftest import GOLDEN, TODAY, copy_project, edit, found, tree
from tests.mistakes import BROKEN, lay_over

PLACE = "content/jurisdictions/NO/jurisdiction.yml"
PAGE = "content/pages/about/en.yml"
CONFIG = "site_config.yml"

NOTHING = "Nothing here can be corrected without you; antiscam check says whether something is wrong.\n"


def fix(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["fix", "--root", str(project), "--as-of", TODAY.isoformat(), *arguments])


@pytest.fixture
def sloppy(project: Path) -> Path:
    """Two things of which nobody can doubt how they were meant, and one of which somebody could."""
    edit(project, CONFIG, "partial: true", "partial: Yes  # said Kari")
    edit(project, PLACE, '"+4721234567"', '"+47 21 23 45 67"')
    edit(project, PLACE, "first_call: police", "first_call: polcie")
    return project


def test_a_sound_project_has_nothing_to_fix(project: Path) -> None:
    result = fix(project)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", NOTHING)


def test_what_would_change_is_shown_and_not_written(sloppy: Path) -> None:
    before = tree(sloppy)
    result = fix(sloppy)
    assert result.exit_code == CONTENT_PROBLEMS
    changes = [line for line in result.stdout.splitlines() if line[0] in "+-" and line[:3] not in ("+++", "---")]
    assert changes == [
        "-    partial: Yes  # said Kari",
        "+    partial: true  # said Kari",
        '-      number: "+47 21 23 45 67"',
        '+      number: "+4721234567"',
    ]
    assert tree(sloppy) == before


def test_written_is_exactly_what_was_shown_and_only_guesses_are_left(sloppy: Path) -> None:
    shown = fix(sloppy).stdout
    result = fix(sloppy, "--write")
    assert (result.exit_code, result.stdout) == (0, shown)
    assert found(sloppy) == [(PLACE, 5, "unknown-reference")]
    assert fix(sloppy).stderr == NOTHING


@pytest.mark.parametrize("agreed", [True, False])
def test_somebody_at_a_terminal_is_asked(sloppy: Path, monkeypatch: pytest.MonkeyPatch, *, agreed: bool) -> None:
    monkeypatch.setattr("builder.cli.fixing._agreed", lambda: agreed)
    assert fix(sloppy).exit_code == (0 if agreed else CONTENT_PROBLEMS)
    assert ("partial: true" in (sloppy / CONFIG).read_text("utf-8")) == agreed


def test_only_the_files_that_are_named_are_touched(sloppy: Path) -> None:
    fix(sloppy, "--write", str(sloppy / CONFIG))
    assert "partial: true  # said Kari" in (sloppy / CONFIG).read_text("utf-8")
    assert "+47 21" in (sloppy / PLACE).read_text("utf-8")
    fix(sloppy, "--write", str(sloppy / "content/jurisdictions"))
    assert "+47 21" not in (sloppy / PLACE).read_text("utf-8")


@pytest.mark.parametrize("path", ["no-such-file.yml", str(GOLDEN)])
def test_a_path_that_is_none_of_the_content_is_wrong_use(sloppy: Path, path: str) -> None:
    assert fix(sloppy, path).exit_code == WRONG_USE


def test_line_ends_of_windows_stay(project: Path) -> None:
    file = project / CONFIG
    file.write_bytes(file.read_bytes().replace(b"partial: true", b"partial: yes").replace(b"\n", b"\r\n"))
    fix(project, "--write")
    assert file.read_bytes() == (GOLDEN / CONFIG).read_bytes().replace(b"\n", b"\r\n")


def test_spaces_at_the_ends_of_lines_go_and_one_line_break_ends_the_file(project: Path) -> None:
    file = project / PLACE
    file.write_text(file.read_text("utf-8").replace("kind: hotline\n", "kind: hotline  \n").rstrip("\n"), "utf-8")
    assert fix(project, "--write").exit_code == 0
    assert file.read_bytes() == (GOLDEN / PLACE).read_bytes()


def test_spaces_that_break_a_line_of_a_page_stay(project: Path) -> None:
    edit(project, PAGE, "{exchange} is **invented**.\n", "{exchange} is **invented**.  \n      Really.\n")
    before = tree(project)
    assert fix(project, "--write").stderr == NOTHING
    assert tree(project) == before


def test_what_a_mistake_had_hidden_is_fixed_in_the_same_run(project: Path) -> None:
    edit(project, PLACE, "    hours: Mo-Fr 08:00-16:00", "\thours: Mon–Fri 8 am – 4 pm")
    fix(project, "--write")
    assert (project / PLACE).read_bytes() == (GOLDEN / PLACE).read_bytes()


CERTAIN = [path.parent.name for path in BROKEN.glob("*/report.txt") if "antiscam fix" in path.read_text("utf-8")]


@pytest.mark.parametrize("case", sorted(CERTAIN))
def test_what_is_fixed_is_gone_and_nothing_is_left_for_a_second_run(case: str, tmp_path: Path) -> None:
    project = copy_project(GOLDEN, tmp_path / "project")
    lay_over(case, project)
    order = Order(project, TODAY)
    certain = {each for each in check(order).verdict.problems if each.correction and each.correction.safe}
    fix(project, "--write")
    spots = {(each.place.file, each.place.line) for each in certain}
    assert spots
    assert not [each for each in check(order).verdict.problems if (each.place.file, each.place.line) in spots]
    assert fixes(order, lambda _path: True) == ()


# Ways of writing what stands in the golden content, each of which can mean only that.
SPELLINGS = [
    (CONFIG, "partial: true", ["partial: Yes", "partial: TRUE", "partial: 'on'"]),
    (
        CONFIG,
        "https://golden.example/",
        ["https://golden.example", "HTTPS://Golden.example/", "https://golden.example"],
    ),
    (PLACE, "hours: Mo-Fr 08:00-16:00", ["hours: mon – fri 8 am to 4 pm", "hours: Mo-Fr 8:00-16:00"]),
    (PLACE, '"+4721234567"', ["+47 21 23 45 67", "tel:+47-21-23-45-67", '"+47 (21) 23 45 67"']),
    (PLACE, "kind: check-tool", ["kind: Check-Tool", "kind: check-tool   "]),
    (PLACE, "https://check.example.org/", ["https://CHECK.example.org/", "https://check.example.org/?utm_source=x"]),
    (PLACE, "first_call: police", ["first_call: Police", "first_call: po\u00adlice", "First_call: police"]),
    ("content/campaigns/no-withdrawal/campaign.yml", "2027-10-31", ["31.10.2027", "2027/10/31", "31 Oct 2027"]),
    ("content/campaigns/no-withdrawal/campaign.yml", "[NO]", ["[no]", "[No]"]),
    ("content/scams/fake-officer/no.yml", "må ikke", ["ma\u030a ikke", "må\u200b ikke"]),
]


@given(st.lists(st.sampled_from(range(len(SPELLINGS))), unique=True, min_size=1), st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_fixed_says_what_the_right_spelling_says(chosen: list[int], data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        project = copy_project(GOLDEN, Path(folder) / "project")
        for number in chosen:
            file, right, others = SPELLINGS[number]
            text = (project / file).read_text("utf-8")
            (project / file).write_text(text.replace(right, data.draw(st.sampled_from(others)), 1), "utf-8")
        fix(project, "--write")
        assert check(Order(project, TODAY)).verdict.library == check(Order(GOLDEN, TODAY)).verdict.library


def test_corrections_that_overlap_are_not_both_made() -> None:
    one, other = (Correction(Place("f.yml", 1, column, 3), "X") for column in (1, 2))
    assert applied("abcdef\n", [other, one]) == "Xdef\n"
    assert applied("abcdef\n", [one, Correction(Place("f.yml", 1, 4, 1), "Y")]) == "XYef\n"
