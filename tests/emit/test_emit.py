"""Publishing, whole or not at all."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder.emit import emit
from builder.model.output import CannotPublish, OutputFile
from tests.conftest import SHIPPED, tree


def files(**named: str) -> tuple[OutputFile, ...]:
    return tuple(OutputFile(f"folder/{name}.txt", text.encode()) for name, text in named.items())


def builds(out: Path) -> list[str]:
    return sorted(path.name for path in (out.parent / f".{out.name}.builds").iterdir() if path.is_dir())


@pytest.fixture
def out(tmp_path: Path) -> Path:
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


def test_builds_one_after_the_other_leave_one_folder(out: Path) -> None:
    for text in ("one", "two", "three"):
        emit(files(a=text), out)
    assert builds(out) == [out.readlink().name]
    assert tree(out) == {"folder/a.txt": b"three"}


def test_everyone_may_read_what_is_published(out: Path) -> None:
    emit(files(a="one"), out)
    assert out.resolve().stat().st_mode & 0o777 == 0o755


def test_the_target_is_a_link_beside_its_builds_so_that_both_can_be_moved_together(out: Path, tmp_path: Path) -> None:
    emit(files(a="one"), out)
    assert not out.readlink().is_absolute()
    out.parent.rename(tmp_path / "moved")
    assert tree(tmp_path / "moved" / "dist") == {"folder/a.txt": b"one"}


@pytest.mark.parametrize(
    "path",
    [
        "folder",  # a folder stands there already
        "folder/a.txt/b.txt",  # a file stands where a folder is needed
        f"{'x' * 300}.txt",  # a name no file system takes
    ],
)
def test_a_write_that_fails_leaves_the_last_build(out: Path, path: str) -> None:
    emit(files(a="one"), out)
    with pytest.raises(CannotPublish):
        emit((*files(a="two"), OutputFile(path, b"x")), out)
    assert tree(out) == {"folder/a.txt": b"one"}


def test_after_a_failure_the_next_build_sweeps_what_it_left(out: Path) -> None:
    emit(files(a="one"), out)
    with pytest.raises(CannotPublish):
        emit((*files(a="two"), OutputFile("folder", b"x")), out)
    emit(files(a="three"), out)
    assert builds(out) == [out.readlink().name]
    assert tree(out) == {"folder/a.txt": b"three"}


def test_what_a_killed_run_left_is_swept(out: Path) -> None:
    emit(files(a="one"), out)
    stale = out.parent / ".dist.builds" / "build-stale"
    stale.mkdir()
    (stale / "half.txt").write_text("half")
    (out.parent / ".dist.builds" / "next").symlink_to("build-stale")
    emit(files(a="two"), out)
    assert builds(out) == [out.readlink().name]
    assert tree(out) == {"folder/a.txt": b"two"}


def test_a_folder_that_is_no_build_is_refused_and_kept(out: Path) -> None:
    out.mkdir(parents=True)
    (out / "thesis.txt").write_text("the only copy")
    with pytest.raises(CannotPublish, match="is not a build of antiscam"):
        emit(files(a="one"), out)
    assert tree(out) == {"thesis.txt": b"the only copy"}


def test_a_file_in_the_place_of_the_target_is_refused_and_kept(out: Path) -> None:
    out.parent.mkdir()
    out.write_text("the only copy")
    with pytest.raises(CannotPublish, match="is not a build of antiscam"):
        emit(files(a="one"), out)
    assert out.read_text() == "the only copy"


def test_a_target_below_a_file_cannot_be_published(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CannotPublish, match="file"):
        emit(files(a="one"), tmp_path / "file" / "dist")


def test_a_link_of_somebody_else_is_refused_and_kept(out: Path) -> None:
    out.parent.mkdir()
    out.symlink_to("elsewhere")
    with pytest.raises(CannotPublish, match="is not a build of antiscam"):
        emit(files(a="one"), out)
    assert out.readlink() == Path("elsewhere")


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
    assert builds(out) == [out.readlink().name]
