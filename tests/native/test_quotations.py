"""The pages for native apps quote the files beside them, word for word."""

import re
from pathlib import Path

import pytest

from tests.conftest import SHIPPED

DOCS = SHIPPED / "docs"
PAGES = {"app-android.md": "kt", "app-ios.md": "swift"}
_QUOTED = re.compile(r"<!-- (?P<file>[^ ]+) -->\n```(?:kotlin|swift)\n(?P<code>.*?)```\n", re.DOTALL)
_FENCE = re.compile(r"^```(?:kotlin|swift)$", re.MULTILINE)


def files(ending: str) -> list[Path]:
    return sorted((DOCS / "native").glob(f"*.{ending}"))


@pytest.mark.parametrize("page", PAGES)
def test_every_quoted_part_stands_in_its_file(page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    quoted = list(_QUOTED.finditer(text))
    assert len(quoted) == len(_FENCE.findall(text)) > 0
    for match in quoted:
        assert match["code"] in (DOCS / match["file"]).read_text("utf-8"), match["file"]


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_names_is_there(page: str) -> None:
    named = set(re.findall(r"`([A-Z][A-Za-z]+\.(?:kt|swift))`", (DOCS / page).read_text("utf-8")))
    assert named
    assert named <= {path.name for path in files(PAGES[page])}


@pytest.mark.parametrize("page", PAGES)
def test_every_other_page_that_a_page_links_is_there(page: str) -> None:
    linked = set(re.findall(r"\]\(([^):]+)\)", (DOCS / page).read_text("utf-8")))
    assert linked
    assert [target for target in sorted(linked) if not (DOCS / target).exists()] == []


def test_both_systems_have_the_same_files() -> None:
    """What is one file in Kotlin may be several in Swift."""
    kotlin, swift = ({path.stem for path in files(ending)} for ending in ("kt", "swift"))
    assert kotlin - swift == set()
    assert swift - kotlin == {"JsonMembers", "Spelling", "WarningAlert"}


@pytest.mark.parametrize("path", [*files("kt"), *files("swift")], ids=lambda path: path.name)
def test_no_line_is_wider_than_120_characters(path: Path) -> None:
    assert [line for line in path.read_text("utf-8").splitlines() if len(line) > 120] == []
