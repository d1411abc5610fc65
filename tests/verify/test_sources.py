"""Bytes from a folder, and from a server on this machine that behaves badly."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from builder.verify import sources
from builder.verify.failure import VerificationFailure
from builder.verify.sources import MOST_BYTES, Read, site

Answer = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def server(answer: Answer) -> Iterator[tuple[str, list[tuple[str, str | None]]]]:
    """Its address, and what it was asked: path and Cache-Control."""
    asked: list[tuple[str, str | None]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, self.headers["Cache-Control"]))
            answer(self)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{running.server_port}/", asked
    finally:
        running.shutdown()
        running.server_close()


def replying(status: int, body: bytes = b"body", **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def code(read: Read, part: str = "latest", path: str = "latest.json") -> str:
    with pytest.raises(VerificationFailure) as caught:
        read(part, path)
    return caught.value.code


@pytest.fixture(autouse=True)
def _direct(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.mark.parametrize("slash", ["", "/"])
def test_a_file_is_asked_for_anew_below_the_address(slash: str) -> None:
    with server(replying(200)) as (address, asked):
        assert site(address.rstrip("/") + slash)("release", "HK/release.0.json") == b"body"
    assert asked == [("/HK/release.0.json", "no-cache")]


@pytest.mark.parametrize("status", [201, 206, 404, 410, 429, 500, 503])
def test_a_good_body_under_another_status_is_missing(status: int) -> None:
    with server(replying(status)) as (address, _):
        assert code(site(address)) == "latest-missing"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
    with server(replying(status, Location="/elsewhere")) as (address, asked):
        assert code(site(address)) == "latest-unreachable"
    assert [path for path, _ in asked] == ["/latest.json"]


@pytest.mark.parametrize("part", MOST_BYTES)
def test_a_body_may_be_as_long_as_the_cap_and_not_one_byte_more(part: str) -> None:
    most = MOST_BYTES[part]
    with server(replying(200, b"x" * most)) as (address, _):
        assert len(site(address)(part, "x")) == most
    with server(replying(200, b"x" * (most + 1))) as (address, _):
        assert code(site(address), part) == f"{part}-too-large"


def test_an_endless_body_is_cut_off() -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"x" * 65536)
        except OSError:
            pass

    with server(endless) as (address, _):
        assert code(site(address)) == "latest-too-large"


def test_a_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "TIMEOUT", 0.2)
    with server(lambda _: time.sleep(1)) as (address, _):
        assert code(site(address)) == "latest-unreachable"


def test_a_server_that_gives_a_byte_at_a_time_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(40):
            try:
                handler.wfile.write(b"x")
            except OSError:
                return
            time.sleep(0.05)

    monkeypatch.setattr(sources, "TIMEOUT", 0.3)
    with server(drip) as (address, _):
        before = time.monotonic()
        assert code(site(address)) == "latest-unreachable"
        assert time.monotonic() - before < 1.5


def test_a_body_that_ends_early_is_no_body() -> None:
    with server(replying(200, Content_Length="100")) as (address, _):
        assert code(site(address)) == "latest-unreachable"


def test_what_is_no_http_at_all_is_unreachable() -> None:
    def speak(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"SSH-2.0\r\n\r\n")

    with server(speak) as (address, _):
        assert code(site(address)) == "latest-unreachable"


def test_nobody_there_is_unreachable() -> None:
    with server(replying(200)) as (address, _):
        pass
    assert code(site(address)) == "latest-unreachable"


def test_a_folder_is_read_like_a_site(tmp_path: Path) -> None:
    (tmp_path / "hk").mkdir()
    (tmp_path / "latest.json").write_bytes(b"{}")
    (tmp_path / "hk" / "index.html").write_bytes(b"<p>")
    read = site(str(tmp_path))
    assert read("latest", "latest.json") == b"{}"
    assert read("page", "hk/") == b"<p>"
    assert code(read, "release", "HK/release.0.json") == "release-missing"
    assert code(read, "page", "hk") == "page-unreachable"


def test_a_file_in_a_folder_has_the_same_cap(tmp_path: Path) -> None:
    (tmp_path / "latest.json").write_bytes(b"x" * (MOST_BYTES["latest"] + 1))
    assert code(site(str(tmp_path))) == "latest-too-large"


def test_an_address_without_encryption_is_taken_on_this_machine_only() -> None:
    site("http://localhost:1/")
    with pytest.raises(ValueError, match="http is for this machine only"):
        site("http://protect.exchange.example/")
