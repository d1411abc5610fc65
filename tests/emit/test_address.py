"""A wrong path never leaves the folder that is being written."""

from pathlib import Path

import pytest

from builder.emit import emit
from builder.model.output import OutputFile
from tests.conftest import tree

OUTSIDE = ["", "/etc/passwd", "../a", "a/../b", "a/..", "./a", "a/./b", "a//b", "a/", "..\\a", "a\0b"]
CLASHES = [
    ("a/b", "a/b"),
    ("a/b", "a/B"),
    ("a/b", "A/c"),
    ("a/b/c", "a/B/d"),
    ("a", "a/b"),
    ("a/b", "a"),
    ("A", "a/b"),
    ("stra\u00dfe", "STRASSE"),
    ("caf\u00e9", "cafe\u0301"),
]


def emitted(out: Path, *paths: str) -> dict[str, bytes]:
    emit(tuple(OutputFile(path, b"x") for path in paths), out)
    return tree(out)


@pytest.mark.parametrize("path", OUTSIDE)
def test_a_path_that_is_not_plainly_below_the_folder_is_our_bug(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="is no path below the published folder"):
        emitted(tmp_path / "dist", "good", path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("one", "other"), CLASHES)
def test_two_paths_that_some_disk_takes_for_one_are_our_bug(tmp_path: Path, one: str, other: str) -> None:
    with pytest.raises(ValueError, match="cannot be published beside"):
        emitted(tmp_path / "dist", one, other)
    assert list(tmp_path.iterdir()) == []


def test_paths_that_only_look_alike_are_fine(tmp_path: Path) -> None:
    alike = {"a/b", "ab", "a.b", "a/..b", "a/b.", "a/.b", "b/a"}
    assert emitted(tmp_path / "dist", *alike).keys() == alike
