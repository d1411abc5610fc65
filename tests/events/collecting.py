"""A server on this machine that serves a built site, spoils chosen answers, and collects what a sink sends."""

import functools
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.browser.faulty import Faults, Handler

COLLECTOR = "/events"


class Collector(ThreadingHTTPServer):
    """Keeps what was sent to it: the type and the JSON of each body."""

    daemon_threads = True
    faults: Faults
    asked: list[tuple[str, int]]
    collected: list[tuple[str, Any]]


class CollectingHandler(Handler):
    """Also takes a POST, at one address."""

    server: Collector  # type: ignore[assignment] # reason: the same members, and one more

    def do_POST(self) -> None:  # noqa: N802 # reason: http.server looks for it by this name
        body = self.rfile.read(int(self.headers["Content-Length"]))
        found = self.path == COLLECTOR
        if found:
            self.server.collected.append((self.headers["Content-Type"], json.loads(body)))
        self.send_response(204 if found else 404)
        self.end_headers()


@contextmanager
def collecting(folder: Path) -> Iterator[tuple[str, Collector]]:
    """The address of a folder while the block runs, and the server."""
    server = Collector(("127.0.0.1", 0), functools.partial(CollectingHandler, directory=str(folder)))
    server.faults, server.asked, server.collected = {}, [], []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", server
    finally:
        server.shutdown()
        server.server_close()
