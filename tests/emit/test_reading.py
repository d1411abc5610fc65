"""A published folder, read back."""

import os
import socket
from pathlib import Path

import pytest

from builder.emit import emit, read_build
from builder.model.output import CannotPublish, OutputFile

FILES = (OutputFile("a-b.txt", b"two"), OutputFile("a/b/c.txt", b"\x00\xff"), OutputFile("index.html", b""))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    emit(FILES, tmp_path / "dist")
    return tmp_path / "dist"


def test_what_was_emitted_is_read_back_in_the_order_of_paths(out: Path) -> None:
    assert read_build(out) == FILES
    assert read_build(out.resolve()) == FILES


def test_a_link_within_a_build_is_refused(out: Path) -> None:
    (out / "a" / "link.txt").symlink_to(out / "index.html")
    with pytest.raises(CannotPublish, match=r"link\.txt is neither a file nor a folder"):
        read_build(out)


def test_a_link_to_a_folder_within_a_build_is_refused(out: Path) -> None:
    (out / "etc").symlink_to("/etc")
    with pytest.raises(CannotPublish, match="etc is neither a file nor a folder"):
        read_build(out)


def test_a_pipe_is_refused_and_not_waited_for(out: Path) -> None:
    os.mkfifo(out / "pipe")
    with pytest.raises(CannotPublish, match="pipe is neither a file nor a folder"):
        read_build(out)


def test_a_socket_is_refused(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(out)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
    with pytest.raises(CannotPublish, match="socket is neither a file nor a folder"):
        read_build(out)


def test_a_link_that_takes_the_place_of_a_file_is_not_followed(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (out / "link").symlink_to("index.html")
    monkeypatch.setattr("builder.emit.reading._walk", lambda folder: iter([folder / "link"]))
    with pytest.raises(CannotPublish, match="link"):
        read_build(out)


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotPublish, match="dist: there is no such file"):
        read_build(tmp_path / "dist")
