"""What lies in `approvals/`: read as bytes, and nothing but ordinary files counts."""

import os
from pathlib import Path

import pytest

from builder.model.approval import FiledRelease
from builder.parse.approvals import MAX_BYTES, parse_approvals
from tests.signing import put

PLACES = ("AE", "HK", "NO", "SG")
RELEASE = FiledRelease("NO", "2026112201", {"police.signature.json": b"{}", "release.json": b"{ }"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a release with two files."""
    return put(tmp_path, RELEASE)


def test_a_project_without_approvals_has_none(tmp_path: Path) -> None:
    assert parse_approvals(tmp_path, PLACES) == ()


def test_files_are_read_as_bytes_by_name(folder: Path) -> None:
    assert parse_approvals(folder.parents[2], PLACES) == (RELEASE,)


def test_releases_are_sorted_by_place_and_version(folder: Path) -> None:
    for name in ("NO/2026112300", "NO/2026112202", "AE/2026112209"):
        (folder.parents[1] / name).mkdir(parents=True)
    found = [(release.jurisdiction, release.version) for release in parse_approvals(folder.parents[2], PLACES)]
    assert found == [("AE", "2026112209"), ("NO", "2026112201"), ("NO", "2026112202"), ("NO", "2026112300")]


def test_files_beside_the_folders_and_of_other_kinds_are_left_out(folder: Path) -> None:
    for path in (folder.parents[1] / "README.md", folder.parent / "notes.json", folder / "notes.txt"):
        path.write_text("{}", "utf-8")
    assert parse_approvals(folder.parents[2], PLACES) == (RELEASE,)


def test_a_link_a_pipe_and_a_folder_count_as_empty_and_nobody_waits(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.json").write_text("{}", "utf-8")
    (folder / "link.json").symlink_to(tmp_path / "elsewhere.json")
    (folder / "lost.json").symlink_to(tmp_path / "nowhere.json")
    os.mkfifo(folder / "pipe.json")
    (folder / "folder.json").mkdir()
    (release,) = parse_approvals(tmp_path, PLACES)
    empty = dict.fromkeys(("folder.json", "link.json", "lost.json", "pipe.json"), b"")
    assert release.files == {**RELEASE.files, **empty}


def test_a_file_above_the_limit_counts_as_empty_and_one_below_it_is_whole(folder: Path) -> None:
    (folder / "most.json").write_bytes(b" " * MAX_BYTES)
    (folder / "more.json").write_bytes(b" " * (MAX_BYTES + 1))
    (release,) = parse_approvals(folder.parents[2], PLACES)
    assert (len(release.files["most.json"]), release.files["more.json"]) == (MAX_BYTES, b"")


def test_a_linked_folder_is_named_and_has_no_files(folder: Path) -> None:
    (folder.parent / "2026112202").symlink_to(folder, target_is_directory=True)
    assert parse_approvals(folder.parents[2], PLACES) == (RELEASE, FiledRelease("NO", "2026112202", {}))


@pytest.mark.parametrize("linked", ["approvals", "approvals/NO"])
def test_links_above_a_release_are_not_followed(folder: Path, tmp_path: Path, linked: str) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / linked).parent.mkdir(exist_ok=True)
    (other / linked).symlink_to(tmp_path / linked, target_is_directory=True)
    assert folder.exists()
    assert parse_approvals(other, PLACES) == ()
