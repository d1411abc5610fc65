"""Publishing, whole or not at all."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder.emit import emit, rollback
from builder.model.output import CannotPublish, OutputFile
from tests.conftest import SHIPPED, tree


def files(**named: str) -> tuple[OutputFile, ...]:
    return tuple(OutputFile(f"folder/{name}.txt", text.encode()) for name, text in named.items())


def builds(out: Path) -> list[str]:
    return sorted(path.name for path in (out.parent / f".{out.name}.builds").iterdir() if path.is_dir())


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "public").mkdir()
    return tmp_path / "public" / "dist"


def test_what_is_emitted_is_found_at_the_target(out: Path) -> None:
    emit(files(a="one", b="två"), out)
    assert tree(out) == {"folder/a.txt": b"one", "folder/b.txt": "två".encode()}


def test_the_same_files_again_leave_an_identical_tree(out: Path) -> None:
    emit(files(a="one"), out)
    first = tree(out)
    emit(files(a="one"), out)
    assert first == tree(out)


def test_a_file_that_is_no_longer_published_is_gone(out: Path) -> None:
    emit(files(a="one", b="two"), out)
    emit(files(a="one"), out)
    assert list(tree(out)) == ["folder/a.txt"]


def test_builds_are_numbered_and_the_last_one_stays(out: Path) -> None:
    for text in ("one", "two", "three"):
        emit(files(a=text), out)
    assert builds(out) == ["build-000002", "build-000003"]
    assert tree(out) == {"folder/a.txt": b"three"}


def test_a_reader_of_the_last_build_can_finish_until_the_build_after_the_next(out: Path) -> None:
    emit(files(a="one", b="one"), out)
    opened = out.resolve()
    emit(files(a="two"), out)
    assert tree(opened) == {"folder/a.txt": b"one", "folder/b.txt": b"one"}
    emit(files(a="three"), out)
    assert not opened.exists()


def test_as_many_builds_stay_as_are_wanted(out: Path) -> None:
    for number in range(12):
        emit(files(a=str(number)), out, keep=10)
    assert builds(out) == [f"build-{number:06}" for number in range(3, 13)]


def test_to_keep_no_build_for_the_readers_of_the_last_one_is_our_bug(out: Path) -> None:
    with pytest.raises(ValueError, match="at least 2"):
        emit(files(a="one"), out, keep=1)


def test_numbers_go_on_after_a_million(out: Path) -> None:
    emit(files(a="one"), out)
    (out.parent / ".dist.builds" / "build-999999").mkdir()
    emit(files(a="two"), out)
    emit(files(a="three"), out)
    assert builds(out) == ["build-1000000", "build-1000001"]
    assert rollback(out) == "build-1000000"


def test_a_build_from_before_they_were_numbered_is_replaced_like_any_other(out: Path) -> None:
    emit(files(a="one"), out)
    out.resolve().rename(out.parent / ".dist.builds" / "build-t40dzjuj")
    out.unlink()
    out.symlink_to(".dist.builds/build-t40dzjuj")
    emit(files(a="two"), out)
    assert builds(out) == ["build-000001", "build-t40dzjuj"]
    emit(files(a="three"), out)
    assert builds(out) == ["build-000001", "build-000002"]


def test_everyone_may_read_what_is_published_whatever_the_umask(out: Path) -> None:
    umask = os.umask(0o077)
    try:
        emit(files(a="one"), out)
    finally:
        os.umask(umask)
    readable = {path: path.stat().st_mode & 0o777 for path in (out, out / "folder", out / "folder" / "a.txt")}
    assert list(readable.values()) == [0o755, 0o755, 0o644]
    assert (out.parent / ".dist.builds").stat().st_mode & 0o055 == 0o055


def test_the_target_is_a_link_beside_its_builds_so_that_both_can_be_moved_together(out: Path, tmp_path: Path) -> None:
    emit(files(a="one"), out)
    assert not out.readlink().is_absolute()
    out.parent.rename(tmp_path / "moved")
    assert tree(tmp_path / "moved" / "dist") == {"folder/a.txt": b"one"}


UNWRITABLE = OutputFile(f"{'x' * 300}.txt", b"x")  # a name that no file system takes


def test_a_write_that_fails_leaves_the_last_build_and_nothing_else(out: Path) -> None:
    emit(files(a="one"), out)
    with pytest.raises(CannotPublish):
        emit((*files(a="two"), UNWRITABLE), out)
    assert tree(out) == {"folder/a.txt": b"one"}
    assert builds(out) == ["build-000001"]


def test_a_first_write_that_fails_leaves_nothing_at_all(out: Path) -> None:
    with pytest.raises(CannotPublish):
        emit((*files(a="two"), UNWRITABLE), out)
    assert list(out.parent.iterdir()) == []


def test_a_build_is_inspected_before_anybody_sees_it(out: Path) -> None:
    emit(files(a="one"), out)
    seen = []
    emit(files(a="two"), out, inspect=lambda folder: seen.append((tree(folder), tree(out))))
    assert seen == [({"folder/a.txt": b"two"}, {"folder/a.txt": b"one"})]


def test_a_build_that_is_refused_on_inspection_leaves_everything_as_it_was(out: Path) -> None:
    def refuse(_folder: Path) -> None:
        raise CannotPublish("a digit is wrong")

    emit(files(a="one"), out)
    with pytest.raises(CannotPublish, match="a digit is wrong"):
        emit(files(a="two"), out, inspect=refuse)
    assert tree(out) == {"folder/a.txt": b"one"}
    assert sorted(path.name for path in (out.parent / ".dist.builds").iterdir()) == ["build-000001", "lock"]


def test_an_interrupt_right_after_the_rename_leaves_the_new_build(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    emit(files(a="one"), out)
    replace = Path.replace

    def interrupted(self: Path, target: Path) -> None:
        replace(self, target)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        emit(files(a="two"), out)
    assert tree(out) == {"folder/a.txt": b"two"}


def test_a_durable_build_is_on_the_disk_before_the_link_is(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    emit(files(a="one"), out)
    synced: list[tuple[str, str]] = []
    sync = os.fsync

    def noted(handle: int) -> None:
        synced.append((Path(f"/dev/fd/{handle}").resolve().name, out.readlink().name))
        sync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    emit(files(a="two", b="two"), out, durable=True)
    names, links = zip(*synced, strict=True)
    assert set(names[:-2]) == {"a.txt", "b.txt", "folder", "staging"}
    assert names[-2:] == (".dist.builds", "public")
    assert links == ("build-000001",) * 5 + ("build-000002",)


def test_a_disk_that_does_not_confirm_the_switch_is_told_apart_from_a_failure(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unconfirmed(_handle: int) -> None:
        if out.is_symlink():
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", unconfirmed)
    with pytest.raises(CannotPublish, match="shows another build now, but the disk did not confirm it"):
        emit(files(a="one"), out, durable=True)
    assert tree(out) == {"folder/a.txt": b"one"}


def test_what_a_killed_run_left_is_swept(out: Path) -> None:
    emit(files(a="one"), out)
    for name in ("staging", "discarded"):
        stale = out.parent / ".dist.builds" / name
        stale.mkdir()
        (stale / "half.txt").write_text("half")
    (out.parent / ".dist.builds" / "next").symlink_to("staging")
    emit(files(a="two"), out)
    assert builds(out) == ["build-000001", "build-000002"]
    assert tree(out) == {"folder/a.txt": b"two"}


def test_a_folder_that_is_no_build_is_refused_and_kept(out: Path) -> None:
    out.mkdir()
    (out / "thesis.txt").write_text("the only copy")
    with pytest.raises(CannotPublish, match="is not a build of antiscam"):
        emit(files(a="one"), out)
    assert tree(out) == {"thesis.txt": b"the only copy"}
    assert list(out.parent.iterdir()) == [out]


def test_a_file_in_the_place_of_the_target_is_refused_and_kept(out: Path) -> None:
    out.write_text("the only copy")
    with pytest.raises(CannotPublish, match="is not a build of antiscam"):
        emit(files(a="one"), out)
    assert out.read_text() == "the only copy"


def test_a_target_below_a_file_cannot_be_published(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CannotPublish, match=r"there is no folder .*/file"):
        emit(files(a="one"), tmp_path / "file" / "dist")


def test_a_link_of_somebody_else_is_refused_and_kept(out: Path) -> None:
    out.symlink_to("elsewhere")
    with pytest.raises(CannotPublish, match="not to a build of antiscam"):
        emit(files(a="one"), out)
    assert out.readlink() == Path("elsewhere")


def test_a_target_in_a_folder_that_is_missing_cannot_be_published(tmp_path: Path) -> None:
    with pytest.raises(CannotPublish, match=r"there is no folder .*/wwww; make it first"):
        emit(files(a="one"), tmp_path / "wwww" / "dist")
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_a_build_that_is_gone_is_replaced(out: Path) -> None:
    emit(files(a="one"), out)
    shutil.rmtree(out.resolve())
    emit(files(a="two"), out)
    assert tree(out) == {"folder/a.txt": b"two"}


def test_processes_at_once_publish_one_whole_build_each_in_its_turn(out: Path) -> None:
    script = """\
import sys, pathlib
from builder.emit import emit
from builder.model.output import CannotPublish, OutputFile
for turn in range(5):
    emit(tuple(OutputFile(f"{n}.txt", sys.argv[2].encode()) for n in range(50)), pathlib.Path(sys.argv[1]))
"""
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(out), name], cwd=SHIPPED, stderr=subprocess.PIPE, text=True)
        for name in ("one", "two", "three")
    ]
    said = [(process.communicate()[1], process.returncode) for process in running]
    assert said == [("", 0)] * 3
    published = tree(out)
    assert len(published) == 50
    assert len(set(published.values())) == 1
    assert builds(out) == ["build-000014", "build-000015"]
    assert out.readlink().name == "build-000015"
