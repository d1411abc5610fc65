"""Builds killed at any moment while they do what is due: the site stays whole, and the next build is right.

`python -m tests.press.killed --count 100` kills as many as are wanted; the tests kill a few.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from builder import press
from builder.cli.keyring import DevelopmentRing
from builder.model.order import Order
from builder.pipeline import make
from tests.conftest import SHIPPED, TODAY, tree
from tests.press.world import Life, small_world

# A build with something to do takes about a second here.
LONGEST = 1.2


def killed(folder: Path, world: Path, count: int) -> Counter[str]:
    """How many builds were killed before, and how many after they published; fails where a site is not whole."""
    project, out = Path(shutil.copytree(world, folder / "project")), folder / "site"
    (folder / "config/antiscam").mkdir(parents=True)
    order, ring = Order(project, TODAY), DevelopmentRing(folder / "config/antiscam")
    life, chance, counted = Life(project, out, folder / "theme", 0), random.Random(0), Counter[str]()
    press.build(order, ring, out, lambda _done, _total: None)
    for _ in range(count):
        before = tree(out)
        life.change_a_text()
        _killed_build(project, out, folder / "config", chance.uniform(0.2, LONGEST))
        wanted = {file.path: file.content for file in make(order, ring.open()).files} or before
        assert tree(out) in (before, wanted), "a reader met a site that nobody had built"
        counted["after" if tree(out) == wanted != before else "before"] += 1
        press.build(order, ring, out, lambda _done, _total: None)
        assert tree(out) == wanted, "the next build is not right"
    return counted


def _killed_build(project: Path, out: Path, config: Path, seconds: float) -> None:
    command = [
        sys.executable,
        "-m",
        "builder",
        "build",
        "--root",
        str(project),
        "--out",
        str(out),
        "--as-of",
        str(TODAY),
    ]
    environment = {**os.environ, "XDG_CONFIG_HOME": str(config)}
    with subprocess.Popen(command, cwd=SHIPPED, env=environment, stderr=subprocess.DEVNULL) as process:
        time.sleep(seconds)
        process.kill()


def main() -> None:
    """Kills many builds and says when they died."""
    parser = argparse.ArgumentParser(prog="python -m tests.press.killed", description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        counted = killed(Path(name), small_world(Path(name) / "world"), given.count)
    sys.stdout.write(f"{given.count} builds killed: {dict(counted)} their publication; every next build was right\n")


if __name__ == "__main__":
    main()
