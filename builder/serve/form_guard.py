"""A request → whether it comes from our own page on this machine."""

from http import HTTPStatus
from secrets import compare_digest

from starlette.requests import Request

TOKEN = "x-antiscam-token"  # noqa: S105 # reason: the name of a header
_LOOPBACK = ("127.0.0.1", "::1")
_NAMES = ("127.0.0.1", "localhost", "[::1]")


def refusal(request: Request, token: str | None = None) -> HTTPStatus | None:
    """Why a request is not served, or None.

    Another site can make a browser send requests here, and a name of its own can be made to lead here: so the host must
    be one of ours, a page of another origin is refused, and files are given only to whoever knows this run's token.
    """
    if request.client is None or request.client.host not in _LOOPBACK:
        return HTTPStatus.FORBIDDEN
    _, port = request.scope["server"]
    hosts = {f"{name}:{port}" for name in _NAMES}
    host = request.headers.get("host", "")
    if host not in hosts:
        return HTTPStatus.MISDIRECTED_REQUEST
    if token is None:
        return None
    same_site = request.headers.get("sec-fetch-site", "same-origin") == "same-origin"
    same_origin = request.headers.get("origin", f"http://{host}") == f"http://{host}"
    known = compare_digest(request.headers.get(TOKEN, "").encode(), token.encode())
    return None if same_site and same_origin and known else HTTPStatus.FORBIDDEN
