"""The same input is the same output, wherever and however it is built."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import GOLDEN, SHIPPED, TODAY, copy_project, tree

FIRST = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LANG": "C", "LC_ALL": "C"}
SECOND = {"TZ": "America/Adak", "PYTHONHASHSEED": "2", "LANG": "tr_TR.UTF-8", "LC_ALL": "C.UTF-8"}


def built(source: Path, folder: Path, environment: dict[str, str]) -> dict[str, bytes]:
    project = copy_project(source, folder / "project")
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    process = subprocess.run(
        [sys.executable, "-m", "builder", "build", "--root", str(project), "--as-of", str(TODAY)],
        cwd=SHIPPED,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    return tree(project / "dist")


@pytest.mark.parametrize("source", [GOLDEN, SHIPPED], ids=["golden", "shipped"])
def test_two_builds_are_the_same_bytes(source: Path, tmp_path: Path) -> None:
    first = built(source, tmp_path / "one", FIRST)
    second = built(source, tmp_path / "another folder" / "två", SECOND)
    assert list(first) == list(second)
    assert [path for path, content in first.items() if content != second[path]] == []


def test_no_published_file_names_the_folder_it_was_built_in(tmp_path: Path) -> None:
    for path, content in built(GOLDEN, tmp_path / "one", FIRST).items():
        assert str(tmp_path).encode() not in content, path
        assert str(SHIPPED).encode() not in content, path
