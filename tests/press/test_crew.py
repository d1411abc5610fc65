"""The processes that stand by while a preview runs."""

import os
import signal
from multiprocessing import active_children
from pathlib import Path

import pytest

from builder import press
from builder.model.order import Order
from builder.press import crew
from builder.press.crew import learning, standing_by
from builder.press.outcome import Outcome
from tests.conftest import TODAY, tree
from tests.parties import RING
from tests.press.world import small_world

WORDS = "content/strings/en.yml"  # what all chapters share


def built(project: Path, out: Path) -> Outcome:
    outcome = press.build(Order(project, TODAY), RING, out, lambda _done, _total: None)
    assert outcome.published, outcome.problems
    return outcome


def test_whoever_learns_makes_a_few_chapters_without_help(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(crew, "ProcessPoolExecutor", refused)
    monkeypatch.setattr(crew, "_cores", lambda: 2)
    monkeypatch.setattr(crew, "_FEWEST_TO_SHARE", {"fork": 2, "spawn": 2})
    project = small_world(tmp_path / "project")
    with learning():
        built(project, tmp_path / "site")
    with pytest.raises(AssertionError, match="a process was started"):
        built(project, tmp_path / "another")


def test_when_one_of_them_is_ended_the_work_is_done_all_the_same(tmp_path: Path) -> None:
    project, out = small_world(tmp_path / "project"), tmp_path / "site"
    words = project / WORDS
    built(project, out)
    with standing_by():
        for number in range(3):
            text = words.read_text("utf-8")
            words.write_text(text.replace("light: ", f"light: Once more{number * '.'} ", 1), "utf-8")
            if number == 1:
                for child in active_children():
                    os.kill(child.pid or 0, signal.SIGKILL)
            assert len(built(project, out).made) == 4
    built(project, tmp_path / "anew")
    assert tree(out) == tree(tmp_path / "anew")
