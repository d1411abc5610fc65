"""What a statement must hold: rightly signed is not yet rightly made."""

import json
from collections.abc import Iterator
from typing import Any

from tests.conformance.changes import Case, adding, case, entry, envelope, file, payload, put, served, without
from tests.conformance.simulator import changed_order

_VERSIONS: tuple[tuple[str, Any], ...] = (
    ("text", "2026112224"),
    ("null", None),
    ("true", True),
    ("negative", -2026112224),
    ("zero", 0),
    ("nine-digits", 202611222),
    ("eleven-digits", 20261122240),
)
_DIGESTS: tuple[tuple[str, str, Any], ...] = (
    ("sha256-in-capitals", "sha256", "A" * 64),
    ("sha256-short", "sha256", "a" * 63),
    ("sha256-long", "sha256", "a" * 65),
    ("sha256-with-line-break", "sha256", "a" * 64 + "\n"),
    ("sha256-null", "sha256", None),
    ("length-text", "length", "1234"),
    ("length-null", "length", None),
    ("length-true", "length", True),
)


def _sig_first(content: bytes) -> bytes:
    value = json.loads(content)
    signatures = [{"sig": one["sig"], "keyid": one["keyid"]} for one in value["signatures"]]
    return json.dumps({**value, "signatures": signatures}, separators=(",", ":")).encode()


def _versions() -> Iterator[Case]:
    for name, value in _VERSIONS:
        why = "A version is a whole number of ten digits."
        yield case(f"latest-version-{name}", why, "latest-malformed", put("latest", "version", value))
    yield case("release-version-text", "The same in a release.", "release-malformed",
               put("release", "version", "2026112001"))  # fmt: skip
    yield case("pointer-version-text", "The same in the pointer's entries.", "latest-malformed",
               put("latest", "releases.1.version", "2026112001"))  # fmt: skip


def _digests() -> Iterator[Case]:
    for name, member, value in _DIGESTS:
        why = "A file is named by 64 small hexadecimal digits and a whole number."
        yield case(f"entry-{name}", why, "release-malformed", put("release", f"bundles.0.{member}", value))
    yield case("pointer-sha256-in-capitals", "The same in the pointer.", "latest-malformed",
               put("latest", "releases.1.sha256", "A" * 64))  # fmt: skip
    yield case("other-place-sha256-null", "An entry that is not wanted must be well made too.", "latest-malformed",
               put("latest", "releases.0.sha256", None))  # fmt: skip


def _missing() -> Iterator[Case]:
    for member in ("version", "issued", "expires", "releases"):
        yield case(f"latest-without-{member}", "All members are needed.", "latest-malformed",
                   without("latest", member))  # fmt: skip
    for member in ("version", "issued", "expires", "bundles", "jurisdiction"):
        yield case(f"release-without-{member}", "All members are needed.", "release-malformed",
                   without("release", member))  # fmt: skip


CASES = (
    *_versions(),
    *_digests(),
    *_missing(),
    case("latest-off", "What is turned off is told with the pointer.", "fresh",
         put("latest", "off", {"alerts": ["pilot"], "groups": ["officers"]})),
    case("latest-off-null", "A member that may be missing may be null.", "fresh", put("latest", "off", None)),
    case("latest-off-list", "What is turned off stands in two lists.", "latest-malformed",
         put("latest", "off", ["pilot"])),
    case("latest-off-without-groups", "Both lists are needed.", "latest-malformed",
         put("latest", "off", {"alerts": []})),
    case("latest-off-alert-number", "Alerts are named by text.", "latest-malformed",
         put("latest", "off", {"alerts": [1], "groups": []})),
    case("latest-releases-an-object", "Releases are a list.", "latest-malformed", put("latest", "releases", {})),
    case("latest-releases-null-entry", "Entries are objects.", "latest-malformed", put("latest", "releases.0", None)),
    case("latest-releases-empty", "Nothing is published.", "unknown-jurisdiction", put("latest", "releases", [])),
    case("release-bundles-empty", "No language is published.", "unknown-locale", put("release", "bundles", [])),
    case("release-bundles-null", "Bundles are a list.", "release-malformed", put("release", "bundles", None)),
    case("release-locale-empty", "A language has a name.", "release-malformed",
         put("release", "bundles.0.locale", "")),
    case("release-locale-number", "A language is text.", "release-malformed", put("release", "bundles.0.locale", 1)),
    case("release-jurisdiction-null", "A place is text.", "release-malformed", put("release", "jurisdiction", None)),
    case("latest-is-list", "A statement is an object.", "latest-malformed", payload("latest", lambda _: b"[]")),
    case("latest-is-null", "A statement is an object.", "latest-malformed", payload("latest", lambda _: b"null")),
    case("release-is-text", "A statement is an object.", "release-malformed", payload("release", lambda _: b'"x"')),
    case("latest-with-more-members", "Later versions may add members: what a client does not know, it ignores.",
         "fresh", adding("latest", '"zeal":{"a":[1,null,true]}')),
    case("release-with-more-members", "The same in a release.", "fresh", adding("release", '"zeal":[]')),
    case("entry-with-more-members", "The same in an entry.", "fresh", entry("bundle", zeal=True)),
    case("envelope-with-more-members", "An envelope has three members, for good.", "latest-malformed",
         envelope("latest", lambda whole: {**whole, "zeal": 1})),
    case("envelope-without-type", "An envelope has three members.", "latest-malformed",
         envelope("latest", lambda whole: {name: whole[name] for name in ("payload", "signatures")})),
    case("envelope-in-another-order", "In this order.", "latest-malformed",
         served("latest", lambda content: changed_order(content, "payloadType", "payload", "signatures"))),
    case("signature-in-another-order", "Its members too.", "release-malformed",
         file("release", _sig_first)),
    case("envelope-joined-members", "A member whose name reads like two.", "latest-malformed",
         served("latest", lambda _: b'{"payload,payloadType":"","signatures":[]}')),
    case("envelope-members-in-one-name", "A member whose name reads like two with their quotes.", "latest-malformed",
         served("latest", lambda _: rb'{"payload\",\"payloadType":"","signatures":[]}')),
    case("envelope-proto", "A member that sets a JavaScript object's ancestor.", "latest-malformed",
         served("latest", lambda content: b'{"__proto__":' + content + b"}")),
    case("envelope-is-list", "An envelope is an object.", "latest-malformed", served("latest", lambda _: b"[]")),
    case("envelope-is-null", "An envelope is an object.", "latest-malformed", served("latest", lambda _: b"null")),
    case("envelope-is-statement", "A statement without its envelope.", "latest-malformed",
         served("latest", lambda _: json.dumps({"version": 2026112224}, separators=(",", ":")).encode())),
    case("latest-is-captive-portal", "A hotel's login page in the place of the pointer.", "latest-malformed",
         served("latest", lambda _: b"<!doctype html><title>Log in</title>")),
    case("latest-empty", "Nothing arrived.", "latest-malformed", served("latest", lambda _: b"")),
    case("latest-cut", "Half of it arrived.", "latest-malformed",
         served("latest", lambda content: content[: len(content) // 2])),
    case("latest-proto", "A signed member that sets an ancestor.", "latest-malformed",
         adding("latest", '"__proto__":{"version":2026112299}')),
    case("release-proto", "The same in a release.", "release-malformed", adding("release", '"__proto__":null')),
    case("latest-constructor", "A member that every JavaScript object inherits is only unknown.", "fresh",
         adding("latest", '"constructor":1,"hasOwnProperty":2,"toString":3')),
    case("latest-inherits-version", "What is missing is not taken from an ancestor.", "latest-malformed",
         without("latest", "version"), adding("latest", '"__proto__":{"version":2026112224}')),
)  # fmt: skip
