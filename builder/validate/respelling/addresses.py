"""Web addresses and hosts in their plain form."""

import re
from collections.abc import Iterator

from builder.model.content.hosts import HOST
from builder.validate.suggestions import Meant

_URL = re.compile(
    r"(?:(?P<scheme>[A-Za-z]+)://)?(?P<host>[A-Za-z0-9.-]+)(?P<path>/[^?#]*)?(?:\?(?P<query>[^#]*))?(?P<hash>#.*)?"
)
# A file by its own name alone, not a host.
_FILE = re.compile(r"(?i)\.(?:pdf|html?|php|docx?|jpe?g|png)$")
# What newsletters, search engines and social networks add to tell where a reader came from.
_TRACKING = re.compile(r"(?i)(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hs\w+)(?:=|$)")


def urls(text: str) -> Iterator[Meant]:
    """`HTTP://A.example/x?utm_source=y` → `https://a.example/x`; an `http` is kept where it may stand."""
    match = _URL.fullmatch(text.strip("<>"))
    if not match or not re.fullmatch(HOST, match["host"].lower()) or _FILE.search(match["host"]):
        return
    scheme = (match["scheme"] or "https").lower()
    kept = [part for part in (match["query"] or "").split("&") if part and not _TRACKING.match(part)]
    rest = match["host"].lower() + (match["path"] or "") + (f"?{'&'.join(kept)}" if kept else "")
    same = bool(match["scheme"]) and not match["hash"] and not text.startswith("<")
    for start in dict.fromkeys((scheme, "https")) if scheme in ("http", "https") else ():
        sure = same and start == scheme
        yield Meant(f"{start}://{rest}", sure)
        if not kept:
            # The address of a folder ends with a slash.
            yield Meant(f"{start}://{rest}/", sure)


def hosts(text: str) -> Iterator[Meant]:
    """`https://WWW.a.example/x` → `www.a.example`."""
    match = _URL.fullmatch(text.removeprefix("*."))
    if match:
        host = match["host"].lower().strip(".")
        yield Meant(host, sure=host == text.casefold().rstrip("./"))
