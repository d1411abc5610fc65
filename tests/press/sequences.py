"""Lives of a project: after everything that happens, a build that does only what is due equals one from nothing.

`python -m tests.press.sequences --count 300` lives as many as are wanted; the tests live a few.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from builder import press
from builder.model.order import Order
from builder.parse import theme as parse_theme
from builder.parse.files import OWN
from builder.pipeline import make
from builder.press import tool
from tests.conftest import TODAY, tree
from tests.parties import PARTIES, RING
from tests.press.world import Life, small_world

STEPS = 5
REFUSED = "refused"


@contextmanager
def themed(folder: Path) -> Iterator[Path]:
    """A copy of the theme in place of our own."""
    theme = Path(shutil.copytree(OWN, folder / "theme"))
    with mock.patch.object(parse_theme, "OWN", theme), mock.patch.object(tool, "_THEME", theme):
        yield theme


def lived(folder: Path, world: Path, seed: int) -> Iterator[str]:
    """What happened, one thing after the other; fails where a build is not what it should be."""
    project, out = Path(shutil.copytree(world, folder / "project")), folder / "site"
    with themed(folder) as theme:
        life = Life(project, out, theme, seed)
        went, sound = same(project, out, "the first build"), True
        yield went
        for _ in range(STEPS):
            if sound:
                life.remember()
            # Somebody mends what is broken, mostly.
            happened = life.go_on() if sound or life.chance.random() < 0.3 else life.mend()
            went = same(project, out, happened)
            sound = went != REFUSED
            yield f"{happened}: {went}"


def same(project: Path, out: Path, happened: str) -> str:
    """Compares the next build with one from nothing, in every byte; how it went."""
    order = Order(project, TODAY)
    before = tree(out) if out.exists() else {}
    wanted = make(order, PARTIES)
    problems = press.check(order, out).problems
    outcome = press.build(order, RING, out, lambda _done, _total: None)
    assert list(wanted.problems) == list(outcome.problems), happened
    assert list(wanted.problems) == list(problems), happened
    assert bool(wanted.files) == outcome.published, happened
    found = tree(out) if out.exists() else {}
    if not wanted.files:
        assert before == found, happened
        return REFUSED
    expected = {file.path: file.content for file in wanted.files}
    assert sorted(expected) == sorted(found), happened
    assert [path for path in expected if expected[path] != found[path]] == [], happened
    return f"{sum(told.place in outcome.made for told in outcome.told)} of {len(outcome.told)} made"


def main() -> None:
    """Lives many lives and counts what happened in them."""
    parser = argparse.ArgumentParser(prog="python -m tests.press.sequences", description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    given = parser.parse_args()
    begun, counted = time.perf_counter(), Counter[str]()
    with tempfile.TemporaryDirectory() as name:
        world = small_world(Path(name) / "world")
        for seed in range(given.first, given.first + given.count):
            with tempfile.TemporaryDirectory() as own:
                try:
                    counted.update(lived(Path(own), world, seed))
                except AssertionError as error:
                    raise SystemExit(f"life {seed}: {error}") from error
    for what, times in sorted(counted.items()):
        sys.stdout.write(f"{times:5} {what}\n")
    sys.stdout.write(
        f"{given.count} lives, {sum(counted.values())} builds compared, {time.perf_counter() - begun:.0f} s\n"
    )


if __name__ == "__main__":
    main()
