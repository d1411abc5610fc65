"""A path → what a web host would answer."""

import mimetypes
from collections.abc import Mapping

from starlette.responses import Response

_NOTHING_YET = b"<body>The first build has problems: see the terminal.</body>"


def answer(files: Mapping[str, bytes], path: str, more: bytes = b"") -> Response:
    """The file, the index of a folder, or 404.html. `more` goes to the end of every page."""
    path = f"{path}index.html" if path == "" or path.endswith("/") else path
    found = path if path in files else "404.html"
    content = files.get(found, _NOTHING_YET)
    if found.endswith(".html"):
        content = content.replace(b"</body>", more + b"</body>")
    kind = mimetypes.guess_type(found)[0] or "application/octet-stream"
    return Response(content, 200 if found == path else 404, {"Cache-Control": "no-store"}, kind)
