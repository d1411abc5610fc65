"""Addresses below the site → links as a browser needs them on a given page."""

import posixpath
from urllib.parse import urlsplit

_ELSEWHERE = ("https:", "http:", "tel:", "mailto:", "#")


def link(target: str, page: str, base_url: str) -> str:
    """A link from one page to another, relative, so that the site works in any folder of any host.

    The page for lost readers (`404.html`) is shown at any address: only there links start at the site's own path.
    """
    if target.startswith(_ELSEWHERE):
        return target
    if page.endswith(".html"):
        return urlsplit(base_url).path + target
    relative = posixpath.relpath(f"/{target}", f"/{page}")
    return f"{relative}/" if target.endswith("/") or not target else relative
