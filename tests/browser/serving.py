"""A plain static server on this machine, as any web host is: one that reads `_headers`."""

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

Rules = list[tuple[str, dict[str, str]]]


def header_rules(text: str) -> Rules:
    """The blocks of a `_headers` file: a pattern, and the headers below it."""
    blocks = (block.split("\n") for block in text.strip().split("\n\n"))
    return [(first, dict(line.strip().split(": ", 1) for line in lines)) for first, *lines in blocks]


def headers_for(rules: Rules, path: str) -> dict[str, str]:
    """What a host sends with an address: all that fits. It would send a header twice that two rules have."""
    fitting = (
        headers
        for pattern, headers in rules
        if (path.startswith(pattern[:-1]) if pattern.endswith("*") else path == pattern)
    )
    sent: dict[str, str] = {}
    for headers in fitting:
        assert sent.keys().isdisjoint(headers), path
        sent.update(headers)
    return sent


class _Quiet(SimpleHTTPRequestHandler):
    def __init__(self, *given: Any, rules: Rules, **named: Any) -> None:
        self.rules = rules
        super().__init__(*given, **named)

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def end_headers(self) -> None:
        for name, value in headers_for(self.rules, urlsplit(self.path).path).items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code, *_):
        """404.html, as web hosts do."""
        page = Path(self.directory) / "404.html"
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder, while the block runs."""
    said = folder / "_headers"
    rules = header_rules(said.read_text("utf-8")) if said.exists() else []
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder), rules=rules))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
