"""Whatever was built before, a build is what one from nothing is."""

from pathlib import Path

import pytest

from tests.press.killed import killed
from tests.press.sequences import lived
from tests.press.world import small_world


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_world(tmp_path_factory.mktemp("world") / "project")


@pytest.mark.parametrize("seed", range(1000, 1012))
def test_after_everything_that_happens_a_build_equals_one_from_nothing(world: Path, tmp_path: Path, seed: int) -> None:
    for _ in lived(tmp_path, world, seed):
        pass


def test_a_killed_build_harms_neither_the_site_nor_the_next_build(world: Path, tmp_path: Path) -> None:
    assert sum(killed(tmp_path, world, 4).values()) == 4
