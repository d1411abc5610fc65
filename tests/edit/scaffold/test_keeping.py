"""Files are written all or none, and never over one that somebody else has made or changed meanwhile."""

from pathlib import Path

import pytest

from builder.edit.files import save
from builder.edit.scaffold.keeping import Stands, keep
from builder.edit.scaffold.proving import Proof
from builder.model.output import CannotPublish
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


def test_what_cannot_be_put_back_keeps_nothing_else_from_being_undone(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk takes the changed file and the new one, then nothing more."""
    last = "content/scams/fresh/scam.yml"
    written: list[str] = []

    def saved_at_first(root: Path, path: str, text: str) -> None:
        if path == last or path in written:
            raise CannotPublish("the disk is full")
        written.append(path)
        save(root, path, text)

    monkeypatch.setattr("builder.edit.scaffold.keeping.save", saved_at_first)
    proof = Proof({**PROOF.texts, last: "e: f\n"}, frozenset((NEW, last)), (), ())
    with pytest.raises(CannotPublish, match="the disk is full"):
        keep(project, proof, _standing(project))
    assert not (project / NEW).parent.exists()
