"""The same input is the same output, wherever and however it is built."""

from pathlib import Path

import pytest

from tests.conftest import GOLDEN, SHIPPED
from tests.twice import FIRST, built, differences


@pytest.mark.parametrize("source", [GOLDEN, SHIPPED], ids=["golden", "shipped"])
def test_two_builds_are_the_same_bytes(source: Path, tmp_path: Path) -> None:
    assert differences(source, tmp_path) == []


def test_no_published_file_names_the_folder_it_was_built_in(tmp_path: Path) -> None:
    for path, content in built(GOLDEN, tmp_path / "one", FIRST).items():
        assert str(tmp_path).encode() not in content, path
        assert str(SHIPPED).encode() not in content, path
