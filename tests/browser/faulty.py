"""A server on this machine that serves a built site, and spoils chosen answers of it on the wire."""

import functools
import gzip
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.browser.conftest import HOST, LOAD

# Answers in the place of the server; what it leaves unanswered is cut off.
Fault = Callable[["Handler"], None]
# By a pattern of the path.
Faults = dict[str, Fault]
LATEST, RELEASE, BUNDLE = r"/latest\.json$", r"/HK/release\.", r"/HK/en\."


class Server(ThreadingHTTPServer):
    """Knows what is to be spoilt, and what it was asked for: path, and bytes of the body it sent."""

    daemon_threads = True
    faults: Faults
    asked: list[tuple[str, int]]


class Handler(SimpleHTTPRequestHandler):
    """One request."""

    server: Server

    def do_GET(self) -> None:
        if self.path == "/app.html":
            return self.reply(200, (HOST + LOAD).encode(), "text/html")
        try:
            for pattern, fault in self.server.faults.items():
                if re.search(pattern, self.path):
                    return fault(self)
            content = self.true_content()
            self.reply(200, content, "text/javascript" if self.path.endswith(".js") else "application/json")
        except FileNotFoundError:
            self.reply(404, b"not here", "text/plain")
        except OSError:
            pass  # the browser has given up

    def true_content(self) -> bytes:
        return (Path(self.directory) / self.path.lstrip("/")).read_bytes()

    def reply(self, status: int, body: bytes, kind: str = "application/json", **headers: str) -> None:
        self.server.asked.append((self.path, len(body)))
        self.send_response(status)
        sent = {"Content-Type": kind, "Content-Length": str(len(body)), "Cache-Control": "max-age=60"}
        for name, value in {**sent, **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


def replying(status: int, body: bytes | None = None, kind: str = "application/json", **headers: str) -> Fault:
    """Another status, body or kind; without a body the true one."""
    return lambda handler: handler.reply(
        status, handler.true_content() if body is None else body, kind, **headers
    )  # fmt: skip


def edited(edit: Callable[[bytes], bytes]) -> Fault:
    """The true body, changed on its way."""
    return lambda handler: handler.reply(200, edit(handler.true_content()))


def another_place(handler: Handler) -> None:
    """A true bundle, of the wrong place."""
    [bundle] = Path(handler.directory).glob("warnings/v1/GB/en.*.json")
    handler.reply(200, bundle.read_bytes())


def cut_off(handler: Handler) -> None:
    """The connection ends without an answer."""
    handler.connection.close()


def cut_short(handler: Handler) -> None:
    """The body ends before the length that was announced."""
    content = handler.true_content()
    handler.reply(200, content[: len(content) // 2], Content_Length=str(len(content)))


def hanging(handler: Handler) -> None:
    """No answer for longer than anybody waits."""
    del handler
    time.sleep(5)


def dripping(handler: Handler) -> None:
    """A byte every tenth of a second."""
    handler.send_response(200)
    handler.end_headers()
    for byte in handler.true_content()[:60]:
        handler.wfile.write(bytes([byte]))
        time.sleep(0.1)


def bomb(handler: Handler) -> None:
    """A few kilobytes that unpack to 64 megabytes."""
    handler.reply(200, gzip.compress(bytes(64 * 1024 * 1024)), Content_Encoding="gzip")


@contextmanager
def faulty(folder: Path) -> Iterator[tuple[str, Server]]:
    """The address of a folder while the block runs, and the server, whose faults can be set."""
    server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    server.faults, server.asked = {}, []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", server
    finally:
        server.shutdown()
        server.server_close()
