"""A static OpenAPI 3.1 document of all that apps fetch, for gateways and for servers that stand in."""

from collections.abc import Iterable
from typing import Any

from builder.model.release import WARNINGS
from builder.render.headers import Rule, header_rules

_SHOWN_HEADERS = ("Access-Control-Allow-Origin", "Cache-Control", "Cross-Origin-Resource-Policy")
_PLACE = "{jurisdiction}"
_RELEASE = f"{WARNINGS}{_PLACE}/release.{{digest}}.json"
_BUNDLE = f"{WARNINGS}{_PLACE}/{{locale}}.{{digest}}.json"
_LATEST, _TRUST = f"{WARNINGS}latest.json", f"{WARNINGS}trust.json"
_PARAMETERS = {
    "jurisdiction": {
        "description": "ISO 3166 code, such as HK or US-CA, exactly as in the pointer.",
        "schema": {"type": "string", "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"},
    },
    "locale": {
        "description": "BCP 47 tag, exactly as in the release.",
        "schema": {"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
    },
    "digest": {
        "description": "The first 16 hex digits of the file’s SHA-256, which stands in what names the file.",
        "schema": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
    },
}


def openapi(base_url: str, paths: Iterable[str]) -> dict[str, Any]:
    """The GETs of pointer, keys, releases and bundles, and of the files at `paths`, with the headers they come with."""
    static = sorted(paths)
    rules = header_rules((*static, _LATEST, _TRUST), (_PLACE,), ())
    every = (_LATEST, _TRUST, _RELEASE, _BUNDLE, *static)
    return {
        "openapi": "3.1.1",
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "info": {
            "title": "Warnings before a withdrawal",
            "version": "1",
            "description": "Static files. A status other than 200 is a failure, never “nothing to warn about”. "
            "Nothing that is fetched may be believed before its signatures and digests are checked.",
        },
        "servers": [{"url": base_url.rstrip("/")}],
        "paths": {f"/{path}": {"get": _get(path, rules)} for path in every},
    }


def _get(path: str, rules: Iterable[Rule]) -> dict[str, Any]:
    summary, media_type, shape = _content(path)
    sent = {name: value for rule in rules if rule.covers(path) for name, value in rule.headers.items()}
    headers = {name: {"schema": {"const": sent[name]}} for name in _SHOWN_HEADERS if name in sent}
    named = [
        {"name": name, "in": "path", "required": True, **parameter}
        for name, parameter in _PARAMETERS.items()
        if f"{{{name}}}" in path
    ]
    return {
        "summary": summary,
        **({"parameters": named} if named else {}),
        "responses": {
            "200": {"description": summary, "headers": headers, "content": {media_type: {"schema": shape}}},
            "404": {"description": "Not there."},
        },
    }


def _content(path: str) -> tuple[str, str, dict[str, Any]]:
    """What a file is, its media type and its shape."""
    match path:
        case _ if path == _LATEST:
            return "The pointer to the current releases, signed.", "application/json", _enveloped("latest")
        case _ if path == _RELEASE:
            return "The bundles of one jurisdiction, signed by both parties.", "application/json", _enveloped("release")
        case _ if path == _BUNDLE:
            return "A bundle, named by a release.", "application/json", _published("bundle")
        case _ if path == _TRUST:
            return "The public keys of all parties, to be pinned.", "application/json", _published("trust")
        case _ if path.startswith(f"{WARNINGS}schema/"):
            return "A JSON Schema.", "application/json", {"type": "object"}
        case _ if path.endswith(".js"):
            return "An ES module without dependencies.", "text/javascript", {"type": "string"}
    return "TypeScript types, for tools.", "*/*", {"type": "string"}


def _published(name: str) -> dict[str, Any]:
    return {"$ref": f"schema/{name}.json"}


def _enveloped(name: str) -> dict[str, Any]:
    """An envelope, and what its payload holds once it is decoded."""
    payload = {"contentEncoding": "base64", "contentMediaType": "application/json", "contentSchema": _published(name)}
    return {**_published("envelope"), "properties": {"payload": payload}}
