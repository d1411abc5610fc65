"""A path → what a web host would answer."""

import mimetypes
import re
from collections.abc import Callable

from starlette.responses import Response

_NAMED_BY_DIGEST = re.compile(r"\.[0-9a-f]{8,64}\.")
_NOTHING_YET = b"<!doctype html><head><title>Preview</title></head><body>The first build has problems.</body>"


def answer(content: Callable[[str], bytes | None], path: str, at_start: str = "", at_end: str = "") -> Response:
    """The file, the index of a folder, or 404.html. Markup may be put at the start and the end of every page."""
    wanted = f"{path}index.html" if path == "" or path.endswith("/") else path
    found = content(wanted)
    name, body = (wanted, found) if found is not None else ("404.html", content("404.html") or _NOTHING_YET)
    if name.endswith(".html"):
        body = body.replace(b"<head>", f"<head>{at_start}".encode(), 1)
        body = body.replace(b"</body>", f"{at_end}</body>".encode())
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    kept = "max-age=31536000, immutable" if _NAMED_BY_DIGEST.search(name) else "no-store"
    return Response(body, 404 if found is None else 200, {"Cache-Control": kept}, kind)
