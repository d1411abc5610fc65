"""Bytes of one file → a document, whatever they are."""

import errno
import hashlib
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from builder.model.document import Document
from builder.parse import parse
from builder.parse.reading import MAX_BYTES, read_file
from builder.parse.strict_yaml import MOST_PROBLEMS
from tests.conftest import SHIPPED


def read(folder: Path, content: bytes) -> Document:
    (folder / "f.yml").write_bytes(content)
    return read_file(folder, "f.yml")


def codes(document: Document) -> list[tuple[int, str]]:
    return [(problem.place.line, problem.code) for problem in document.problems]


def test_a_sound_file_has_a_value_and_the_digest_of_its_bytes(tmp_path: Path) -> None:
    content = "a: 警\r\n".encode()
    document = read(tmp_path, content)
    expected = ({"a": "警"}, "f.yml", hashlib.sha256(content).hexdigest())
    assert expected == (document.value, document.source.path, document.source.digest)


def test_lines_that_end_as_in_windows_are_shown_without_their_carriage_return(tmp_path: Path) -> None:
    assert read(tmp_path, b"a: x\r\nb: y\r\n").source.text == "a: x\nb: y\n"


def test_a_lone_carriage_return_is_refused(tmp_path: Path) -> None:
    assert codes(read(tmp_path, b"a: x\rb: y")) == [(1, "forbidden-character")]


def test_bytes_that_are_not_utf_8_are_named_by_their_line(tmp_path: Path) -> None:
    assert codes(read(tmp_path, "a: x\nb: å\n".encode("latin-1"))) == [(2, "not-utf-8")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "gb18030", "big5"])
def test_text_in_another_encoding_is_refused(tmp_path: Path, encoding: str) -> None:
    document = read(tmp_path, "a: 警察請致電\n".encode(encoding))
    assert document.value is None
    assert {code for _, code in codes(document)} <= {"not-utf-8", "forbidden-character"}
    assert document.problems


def test_the_first_wrong_byte_is_named_by_its_column(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, "a: x\nb: 警察 ".encode() + b"\xe5").problems
    assert (problem.place.line, problem.place.column) == (2, 7)


def test_surrogates_written_as_bytes_are_not_utf_8(tmp_path: Path) -> None:
    assert codes(read(tmp_path, b"a: \xed\xa0\x80")) == [(1, "not-utf-8")]


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    assert codes(read(tmp_path, b"a: x # " + b"y" * (MAX_BYTES - 7))) == []


def test_a_file_one_byte_over_the_limit_is_refused(tmp_path: Path) -> None:
    document = read(tmp_path, b"a: x # " + b"y" * (MAX_BYTES - 6))
    assert codes(document) == [(1, "file-too-large")]
    assert document.source.text == ""


@pytest.mark.parametrize("target", ["other.yml", "/etc/hostname", "nowhere.yml", "f.yml"])
def test_a_link_is_not_followed(tmp_path: Path, target: str) -> None:
    (tmp_path / "other.yml").write_text("a: x")
    (tmp_path / "f.yml").symlink_to(target)
    document = read_file(tmp_path, "f.yml")
    assert codes(document) == [(1, "unexpected-file")]
    assert document.source.text == ""


def test_a_link_to_a_folder_is_one_problem_and_nothing_behind_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.yml").write_text("a: x")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "scams").symlink_to(tmp_path / "elsewhere")
    assert [document.source.path for document in parse(tmp_path)] == ["site_config.yml", "content/scams"]


def test_a_file_behind_a_linked_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "scams").mkdir(parents=True)
    (tmp_path / "elsewhere" / "scams" / "secret.yml").write_text("a: x")
    (tmp_path / "content").symlink_to(tmp_path / "elsewhere")
    document = read_file(tmp_path, "content/scams/secret.yml")
    assert (document.source.text, codes(document)) == ("", [(1, "unexpected-file")])
    assert document.problems[0].place.file == "content"


def test_a_root_that_is_a_link_is_the_business_of_whoever_named_it(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "f.yml").write_text("a: x")
    (tmp_path / "link").symlink_to("project")
    assert read_file(tmp_path / "link", "f.yml").value == {"a": "x"}


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    assert codes(read_file(tmp_path, "one/f.yml")) == [(1, "unexpected-file")]


def test_a_link_that_appears_after_the_look_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.yml").write_text("a: x")
    (tmp_path / "f.yml").symlink_to("secret.yml")
    monkeypatch.setattr(Path, "is_symlink", lambda _path: False)
    document = read_file(tmp_path, "f.yml")
    assert (document.source.text, codes(document)) == ("", [(1, "unexpected-file")])


def test_a_device_is_refused_and_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = os.open("/dev/zero", os.O_RDONLY)
    monkeypatch.setattr(os, "open", lambda _path, _flags: endless)
    assert codes(read_file(tmp_path, "f.yml")) == [(1, "unexpected-file")]


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket has at most a hundred characters
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("f.yml")
        assert codes(read_file(tmp_path, "f.yml")) == [(1, "unexpected-file")]


def test_a_file_that_may_not_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path, _flags: int) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

    monkeypatch.setattr(os, "open", denied)  # root may read every file, so the mode alone would not show it
    document = read_file(tmp_path, "f.yml")
    assert codes(document) == [(1, "unexpected-file")]
    assert "Permission denied" in document.problems[0].message


@pytest.mark.parametrize("changed", [b"a: longer than before", b"a: y", b""])
def test_a_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: bytes
) -> None:
    looked_at: list[int] = []
    real = os.fstat

    def writing_in_between(descriptor: int) -> os.stat_result:
        if looked_at:
            (tmp_path / "f.yml").write_bytes(changed)
            os.utime(tmp_path / "f.yml", ns=(1, 1))
        looked_at.append(descriptor)
        return real(descriptor)

    (tmp_path / "f.yml").write_text("a: x")
    monkeypatch.setattr(os, "fstat", writing_in_between)
    document = read_file(tmp_path, "f.yml")
    assert (document.value, codes(document)) == (None, [(1, "unexpected-file")])
    assert "changed while it was being read" in document.problems[0].message


def test_no_more_problems_are_told_of_one_file_than_a_person_mends(tmp_path: Path) -> None:
    assert len(codes(read(tmp_path, b"\x00" * MAX_BYTES))) == MOST_PROBLEMS
    assert len(codes(read(tmp_path, b"\t\n" * (MAX_BYTES // 2)))) == MOST_PROBLEMS


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "f.yml")
    script = """\
import pathlib, sys
from builder.parse.reading import read_file
print(*(problem.code for problem in read_file(pathlib.Path(sys.argv[1]), "f.yml").problems))
"""
    # In a process of its own: one that waits for a writer can be ended, and the test fails.
    run = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=SHIPPED,
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    )
    assert run.stdout == "unexpected-file\n"


@pytest.mark.parametrize(("name", "hint"), [("en.yaml", "en.yml"), ("notes.txt", "Remove"), (".yml.swp", "Remove")])
def test_a_file_with_another_ending_is_refused(tmp_path: Path, name: str, hint: str) -> None:
    (tmp_path / name).write_text("a: x")
    document = read_file(tmp_path, name)
    assert codes(document) == [(1, "unexpected-file")]
    assert hint in document.problems[0].hint


def test_a_folder_in_the_place_of_a_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "site_config.yml").mkdir()
    assert codes(read_file(tmp_path, "site_config.yml")) == [(1, "unexpected-file")]


def test_a_missing_configuration_is_a_problem(tmp_path: Path) -> None:
    (document,) = parse(tmp_path)
    assert codes(document) == [(1, "missing-file")]


def test_files_come_sorted_by_path_and_hidden_ones_are_left_out(tmp_path: Path) -> None:
    for path in ("pages/b/en.yml", "pages/a/en.yml", "pages-old/en.yml", ".git/config", "pages/.DS_Store", "a.yml"):
        (tmp_path / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / path).write_text("a: x")
    paths = [document.source.path.removeprefix("content/") for document in parse(tmp_path)]
    assert paths == ["site_config.yml", "a.yml", "pages-old/en.yml", "pages/a/en.yml", "pages/b/en.yml"]
