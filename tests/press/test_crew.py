"""The processes that stand by while a preview runs."""

import os
import signal
from multiprocessing import active_children
from pathlib import Path

from builder import press
from builder.model.order import Order
from builder.press.crew import standing_by
from builder.press.outcome import Outcome
from tests.conftest import TODAY, tree
from tests.parties import RING
from tests.press.world import small_world

WORDS = "content/strings/en.yml"  # what all chapters share


def built(project: Path, out: Path) -> Outcome:
    outcome = press.build(Order(project, TODAY), RING, out, lambda _done, _total: None)
    assert outcome.published, outcome.problems
    return outcome


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
