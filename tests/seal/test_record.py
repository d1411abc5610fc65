"""build.json: what went in and what came out."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from builder.pipeline import Built
from tests.conftest import GOLDEN, SHIPPED, TODAY


def record(built: Built) -> dict[str, Any]:
    (found,) = (file for file in built.files if file.path == "build.json")
    value: dict[str, Any] = json.loads(found.content)
    return value


@pytest.mark.parametrize(("name", "root"), [("golden", GOLDEN), ("shipped", SHIPPED)])
def test_every_authors_file_is_recorded_by_its_bytes(name: str, root: Path, request: pytest.FixtureRequest) -> None:
    beside = [path for path in (root / "site_config.yml", root / "trust.yml") if path.exists()]
    files = [*beside, *(path for path in (root / "content").rglob("*") if path.is_file())]
    expected = {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
        if not any(part.startswith(".") for part in path.relative_to(root).parts)
    }
    assert expected == record(request.getfixturevalue(name))["sources"]


def test_every_published_file_is_recorded_but_itself_and_what_is_renewed_without_a_build(golden: Built) -> None:
    expected = {file.path: hashlib.sha256(file.content).hexdigest() for file in golden.files}
    del expected["build.json"], expected["warnings/v1/latest.json"]
    assert expected == record(golden)["outputs"]


def test_the_day_of_the_build_is_recorded_and_no_other_time(golden: Built) -> None:
    assert record(golden)["as_of"] == str(TODAY)
    assert sorted(record(golden)) == ["as_of", "outputs", "sources"]


def test_published_files_are_sorted_and_each_stands_once(golden: Built, shipped: Built) -> None:
    for built in (golden, shipped):
        paths = [file.path for file in built.files]
        assert sorted(set(paths)) == paths
