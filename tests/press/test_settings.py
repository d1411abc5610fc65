"""Severities and suppressions where the content is checked in parts: the same as in one."""

from pathlib import Path

import pytest

from builder import press
from builder.emit import standing_build
from builder.model.order import Order
from builder.model.suppressed import Findings
from builder.pipeline import check
from builder.press.ledger import read, written
from tests.conftest import TODAY
from tests.parties import RING
from tests.press.world import small_world

WORDY = " ".join(["Somebody", *["who", "waits"] * 20, "calls."])


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A world in which one place says too much, and the settings suppress it everywhere."""
    project = small_world(tmp_path / "project")
    words = min(project.glob("content/jurisdictions/*/en.yml"))
    words.write_text(words.read_text("utf-8").replace("intro: ", f"intro: {WORDY} ", 1), "utf-8")
    with (project / "site_config.yml").open("a", encoding="utf-8") as file:
        file.write('suppressions:\n  - code: long-sentence\n    file: "content/jurisdictions/*"\n')
        file.write("    reason: Agreed.\n    until: 2026-12-31\n")
    return project


def whole(order: Order) -> Findings:
    verdict = check(order).verdict
    return Findings(verdict.problems, verdict.suppressed)


@pytest.mark.parametrize("production", [False, True])
def test_a_suppression_that_one_chapter_needs_is_not_idle(world: Path, tmp_path: Path, *, production: bool) -> None:
    order = Order(world, TODAY, production)
    assert [each.problem.code for each in whole(order).suppressed] == ["long-sentence"]
    assert press.check(order, tmp_path / "site") == whole(order)
    assert "idle-suppression" not in {problem.code for problem in whole(order).problems}


def test_it_stays_known_when_nothing_has_changed_and_when_another_chapter_has(world: Path, tmp_path: Path) -> None:
    order, out = Order(world, TODAY), tmp_path / "site"
    built = press.build(order, RING, out, lambda _done, _total: None)
    assert (built.published, built.found) == (True, whole(order))
    assert press.check(order, out) == whole(order)
    other = max(world.glob("content/jurisdictions/*/en.yml"))
    other.write_text(other.read_text("utf-8").replace("intro: ", "intro: Once more. ", 1), "utf-8")
    assert press.check(order, out) == whole(order)
    assert len(whole(order).suppressed) == 1


def test_one_that_no_chapter_needs_any_more_is_idle_in_every_way_of_checking(world: Path, tmp_path: Path) -> None:
    order, out = Order(world, TODAY), tmp_path / "site"
    press.build(order, RING, out, lambda _done, _total: None)
    words = min(world.glob("content/jurisdictions/*/en.yml"))
    words.write_text(words.read_text("utf-8").replace(f"{WORDY} ", ""), "utf-8")
    found = press.check(order, out)
    assert [problem.code for problem in found.problems] == ["idle-suppression"]
    assert found == whole(order)
    assert press.build(order, RING, out, lambda _done, _total: None).found == whole(order)


def test_a_ledger_keeps_what_is_suppressed(world: Path, tmp_path: Path) -> None:
    press.build(Order(world, TODAY), RING, tmp_path / "site", lambda _done, _total: None)
    ledger = read(standing_build(tmp_path / "site")[1])
    assert [each for entry in ledger.entries.values() for each in entry.suppressed]
    assert read(written(ledger)) == ledger


def test_a_shard_leaves_it_to_the_whole_to_say_what_is_idle(world: Path, tmp_path: Path) -> None:
    places = sorted(path.name for path in (world / "content/jurisdictions").iterdir())
    outcome = press.build_shard(Order(world, TODAY), places[1:], tmp_path / "shard", lambda _done, _total: None)
    assert (outcome.published, outcome.problems) == (True, ())
