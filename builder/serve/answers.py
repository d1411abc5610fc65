"""A path → what a web host would answer."""

import mimetypes
from collections.abc import Callable

from starlette.responses import Response

_NOTHING_YET = b"<body>The first build has problems: see the terminal.</body>"


def answer(content: Callable[[str], bytes | None], path: str, more: bytes = b"") -> Response:
    """The file, the index of a folder, or 404.html. `more` goes to the end of every page."""
    wanted = f"{path}index.html" if path == "" or path.endswith("/") else path
    found = content(wanted)
    name, body = (wanted, found) if found is not None else ("404.html", content("404.html") or _NOTHING_YET)
    if name.endswith(".html"):
        body = body.replace(b"</body>", more + b"</body>")
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Response(body, 404 if found is None else 200, {"Cache-Control": "no-store"}, kind)
