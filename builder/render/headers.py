"""What web servers must say beside the files, from one table: for Netlify and Cloudflare Pages, nginx and Caddy."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from builder.model.output import OutputFile
from builder.model.release import WARNINGS
from builder.render.security import policy

# Nothing is needed. A feature that a browser does not know is an error in its console, so the list holds those that
# Chromium knows on every system: not `bluetooth` and `web-share`.
_FEATURES = (
    "accelerometer", "autoplay", "camera", "clipboard-read", "clipboard-write", "display-capture", "encrypted-media",
    "fullscreen", "gamepad", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer",
    "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-create", "publickey-credentials-get",
    "screen-wake-lock", "serial", "storage-access", "usb", "window-management", "xr-spatial-tracking",
)  # fmt: skip
_EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}
# A page’s own policy cannot say who may frame it. It stands in no rule for all addresses: an exception would send two.
_POLICY = "Content-Security-Policy"
_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_ASKED_EACH_TIME = {"Cache-Control": "no-cache"}
_MINUTES = {"Cache-Control": "public, max-age=300"}
# Below it stand the alert’s examples in frames of this site’s own; no search engine should lead anybody there.
_PREVIEW = "preview/*"
_FOR_APPS = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


@dataclass(frozen=True)
class Rule:
    """Headers of some addresses below the site; a `*` at the end of one stands for anything.

    No address gets the same header from two rules: hosts would send both.
    """

    addresses: tuple[str, ...]
    headers: Mapping[str, str]

    def covers(self, address: str) -> bool:
        """Whether it holds for an address, or for all that a pattern stands for."""
        return address in self._exact or address.startswith(self._beginnings)

    @cached_property
    def _exact(self) -> frozenset[str]:
        return frozenset(address for address in self.addresses if not address.endswith("*"))

    @cached_property
    def _beginnings(self) -> tuple[str, ...]:
        return tuple(address[:-1] for address in self.addresses if address.endswith("*"))


def header_files(
    files: Iterable[OutputFile], places: Iterable[str], scripts: Iterable[str], base_url: str
) -> Iterator[OutputFile]:
    """`_headers`, and a part to include for each of two servers. They say nothing that a test does not hold them to.

    `files` are those that belong to no jurisdiction, `scripts` the inline scripts of all pages.
    """
    rules, folder = header_rules((file.path for file in files), places, scripts), urlsplit(base_url).path
    yield OutputFile("_headers", _netlify(rules, folder).encode())
    yield OutputFile("server/nginx.conf", _nginx(rules, folder).encode())
    yield OutputFile("server/Caddyfile", _caddy(rules, folder).encode())


def header_rules(paths: Iterable[str], places: Iterable[str], scripts: Iterable[str]) -> tuple[Rule, ...]:
    """The table: what holds everywhere, what apps need, and how long each file may be kept."""
    codes, general = tuple(places), tuple(paths)
    for_ever = {f"{WARNINGS}{code}/*" for code in codes}
    for_ever |= {path for path in general if re.fullmatch(r"assets/site\.[0-9a-f]{16}\.css", path)}
    asked = {f"{WARNINGS}latest.json", f"{WARNINGS}trust.json"}
    apps = {_for_apps(path) for path in general if path.startswith(WARNINGS)} - asked
    rest = {_covering(path) for path in general if not path.startswith(WARNINGS)} - for_ever
    rest |= {f"{code.lower()}/*" for code in codes}
    said = policy(scripts)
    alone, framed = f"{said}; frame-ancestors 'none'", f"{said}; frame-src 'self'; frame-ancestors 'self'"
    return (
        Rule(("*",), _EVERYWHERE),
        Rule((f"{WARNINGS}*",), {**_FOR_APPS, _POLICY: alone}),
        Rule(tuple(sorted(for_ever)), _FOR_EVER),
        Rule(tuple(sorted(asked)), _ASKED_EACH_TIME),
        Rule(tuple(sorted(apps)), _MINUTES),
        Rule(("", *sorted(rest - {_PREVIEW})), {**_MINUTES, _POLICY: alone}),
        Rule((_PREVIEW,), {**_MINUTES, _POLICY: framed, "X-Robots-Tag": "noindex"}),
    )


def _for_apps(path: str) -> str:
    """The folder of a file below `warnings/v1/`; a file that is in none stands for itself."""
    folder, inside, _ = path.removeprefix(WARNINGS).partition("/")
    return f"{WARNINGS}{folder}/*" if inside else path


def _covering(path: str) -> str:
    """The top folder of a file, or a folder of assets; a file at the top stands for itself."""
    folders = path.split("/")[:-1]
    depth = 2 if folders[:1] == ["assets"] else 1
    return "/".join((*folders[:depth], "*")) if folders[depth - 1 :] else path


def _netlify(rules: Iterable[Rule], folder: str) -> str:
    blocks = (
        "\n".join((folder + address, *(f"  {name}: {value}" for name, value in rule.headers.items())))
        for rule in rules
        for address in rule.addresses
    )
    return "\n\n".join(blocks) + "\n"


def _caddy(rules: Iterable[Rule], folder: str) -> str:
    lines = ["# Inside the block of the site: import this file.", "route {"]
    for number, rule in enumerate(rules, start=1):
        lines.append(f"\t@rule{number} path {' '.join(folder + address for address in rule.addresses)}")
        lines += [f'\theader @rule{number} {name} "{value}"' for name, value in rule.headers.items()]
    # What is not there must not be remembered for a year.
    lines += ["\t@missing not file {path} {path}/index.html", '\theader @missing Cache-Control "no-cache"']
    return "\n".join((*lines, "}", ""))


def _nginx(rules: tuple[Rule, ...], folder: str) -> str:
    """A location that adds one header inherits none, so each repeats all of its own."""
    places: dict[tuple[tuple[str, str], ...], list[str]] = defaultdict(list)
    for address in (address for rule in rules if "Cache-Control" in rule.headers for address in rule.addresses):
        places[_sent(rules, address)].append(address)
    lines = ["# Inside the server block of the site: include this file.", f"error_page 404 {folder}404.html;"]
    for headers, addresses in places.items():
        pattern = "|".join(re.escape(address).replace(r"\*", ".*") for address in addresses)
        lines += _location(f"~ ^{re.escape(folder)}(?:{pattern})$", headers)
    return "\n".join((*lines, *_location(folder, _sent(rules, "*")), ""))


def _sent(rules: Iterable[Rule], address: str) -> tuple[tuple[str, str], ...]:
    """Everything that is sent with an address, or with all that a pattern covers."""
    return tuple(header for rule in rules if rule.covers(address) for header in rule.headers.items())


def _location(match: str, headers: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    added = (f'    add_header {name} "{value}" always;' for name, value in headers)
    return (f"location {match} {{", *added, "}")
