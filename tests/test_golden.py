"""The golden site: a small campaign in three languages, published byte for byte as expected."""

import shutil
from pathlib import Path

from builder.emit import emit
from builder.model.order import Order
from builder.pipeline import make
from tests.conftest import GOLDEN, TODAY, tree
from tests.parties import PARTIES

EXPECTED = GOLDEN / "expected"
# Material's own files, and the digests that change with them.
NOT_COMPARED = ("assets/", "build.json", "warnings/v1/scam-alert.js")


def test_the_golden_site_is_published_byte_for_byte(tmp_path: Path, rewrite: bool) -> None:
    made = make(Order(GOLDEN, TODAY), PARTIES)
    assert made.site is not None, made.problems
    emit(made.files, tmp_path / "dist")
    published = {
        path: content for path, content in tree(tmp_path / "dist").items() if not path.startswith(NOT_COMPARED)
    }
    if rewrite:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for path, content in published.items():
            (EXPECTED / path).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / path).write_bytes(content)
    expected = tree(EXPECTED)
    assert sorted(published) == sorted(expected)
    for path, content in expected.items():
        assert published[path] == content, path
