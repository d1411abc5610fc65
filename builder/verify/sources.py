"""Where the public's bytes come from: a site on the network, or a folder. Capped in size and time; no redirects."""

import time
from collections.abc import Callable
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from builder.verify.failure import VerificationFailure

TIMEOUT = 10  # seconds for each file: nobody waits for a monitor
MOST_BYTES = {"latest": 65_536, "release": 65_536, "bundle": 262_144, "page": 4_194_304}

_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")

# (part, path below the site) → bytes
Read = Callable[[str, str], bytes]


def site(where: str) -> Read:
    """Reads below an `https:` address, an `http:` one of this machine, or a folder. Raises ValueError for others."""
    if where.startswith(("https://", "http://")):
        if where.startswith("http://") and urlsplit(where).hostname not in _THIS_MACHINE:
            raise ValueError(f"{where} is not https; http is for this machine only")
        address, opener = where.rstrip("/") + "/", build_opener(ProxyHandler(), _NoRedirect)
        return lambda part, path: _fetched(opener, part, address + path)
    return lambda part, path: _read(Path(where), part, path)


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Says nothing, so that the answer itself is an error."""


def _fetched(opener: OpenerDirector, part: str, address: str) -> bytes:
    try:
        request = Request(address, headers={"Cache-Control": "no-cache"})  # noqa: S310 # reason: site() checked its scheme
        with opener.open(request, timeout=TIMEOUT) as answer:
            if answer.status != 200:
                raise VerificationFailure(f"{part}-missing")
            return _received(answer, part)
    except HTTPError as error:
        error.close()  # it holds the connection
        redirected = 300 <= error.code < 400
        raise VerificationFailure(f"{part}-unreachable" if redirected else f"{part}-missing") from error
    except (URLError, HTTPException, OSError) as error:
        raise VerificationFailure(f"{part}-unreachable") from error


def _received(answer: HTTPResponse, part: str) -> bytes:
    """All of an answer. A connection's own time-out starts again with every byte, so the whole has one too."""
    content, end = b"", time.monotonic() + TIMEOUT
    while len(content) <= MOST_BYTES[part] and (more := answer.read1(MOST_BYTES[part])):
        content += more
        if time.monotonic() > end:
            raise VerificationFailure(f"{part}-unreachable")
    if answer.length and len(content) <= MOST_BYTES[part]:  # the connection ended before the announced end
        raise VerificationFailure(f"{part}-unreachable")
    return _capped(content, part)


def _read(folder: Path, part: str, path: str) -> bytes:
    try:
        name = f"{path}index.html" if path.endswith("/") else path
        with (folder / name).open("rb") as file:
            return _capped(file.read(MOST_BYTES[part] + 1), part)
    except FileNotFoundError as error:
        raise VerificationFailure(f"{part}-missing") from error
    except OSError as error:
        raise VerificationFailure(f"{part}-unreachable") from error


def _capped(content: bytes, part: str) -> bytes:
    if len(content) > MOST_BYTES[part]:
        raise VerificationFailure(f"{part}-too-large")
    return content
