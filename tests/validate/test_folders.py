"""Folders whose names every computer can hold."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import found

SCAM = "content/scams/fake-officer"


@pytest.mark.parametrize("name", ["con", "aux", "nul", "prn", "com1", "lpt9", "a.", "x" * 65])
def test_a_name_that_some_computers_cannot_hold_is_refused(project: Path, name: str) -> None:
    shutil.copytree(project / SCAM, project / "content/scams" / name)
    assert found(project) == [(f"content/scams/{name}/scam.yml", 1, "bad-name")]


@pytest.mark.parametrize("name", ["console", "com10", "x" * 64])
def test_a_name_that_is_nearly_one_passes(project: Path, name: str) -> None:
    shutil.copytree(project / SCAM, project / "content/scams" / name)
    assert found(project) == []


def test_two_places_that_differ_only_in_capitals_are_told_once(project: Path) -> None:
    shutil.copytree(project / "content/jurisdictions/NO", project / "content/jurisdictions/No")
    assert ("content/jurisdictions/No", 1, "bad-name") in found(project)
    assert len([code for _, _, code in found(project) if code == "bad-name"]) == 1


def test_two_files_that_differ_only_in_capitals_are_told(project: Path) -> None:
    shutil.copy(project / SCAM / "en.yml", project / SCAM / "EN.yml")
    assert (f"{SCAM}/en.yml", 1, "bad-name") in found(project)
