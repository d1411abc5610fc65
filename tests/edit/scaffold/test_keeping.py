"""Files are written all or none, and never over one that somebody else has made or changed meanwhile."""

from pathlib import Path

import pytest

from builder.edit.scaffold.keeping import Stands, keep
from builder.edit.scaffold.proving import Proof
from tests.conftest import tree

CHANGED, NEW = "content/long_numbers.yml", "content/scams/fresh/en.yml"
PROOF = Proof({CHANGED: "a: b\n", NEW: "c: d\n"}, frozenset((NEW,)), (), ())


def _standing(project: Path) -> dict[str, str]:
    return {CHANGED: (project / CHANGED).read_text("utf-8")}


def test_all_files_are_written(project: Path) -> None:
    keep(project, PROOF, _standing(project))
    assert [(project / path).read_text("utf-8") for path in (CHANGED, NEW)] == ["a: b\n", "c: d\n"]


def test_a_file_made_meanwhile_is_left_alone(project: Path) -> None:
    (project / NEW).parent.mkdir()
    (project / NEW).write_text("mine: yes\n", "utf-8")
    before = tree(project)
    with pytest.raises(Stands, match="exists already"):
        keep(project, PROOF, _standing(project))
    assert tree(project) == before


def test_a_file_changed_meanwhile_is_left_alone(project: Path) -> None:
    standing = _standing(project)
    (project / CHANGED).write_text("long_numbers: {}\n", "utf-8")
    before = tree(project)
    with pytest.raises(Stands, match="changed meanwhile"):
        keep(project, PROOF, standing)
    assert tree(project) == before
