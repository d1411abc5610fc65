"""The OpenAPI document against what is published and how it is sent."""

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from builder.pipeline import Built
from builder.render.openapi import openapi
from tests.browser.serving import header_rules, headers_for

WARNINGS = "/warnings/v1/"
SHOWN = ("Access-Control-Allow-Origin", "Cache-Control", "Cross-Origin-Resource-Policy")


@pytest.fixture
def document(shipped: Built) -> dict[str, Any]:
    return dict(json.loads(text_of(shipped, "warnings/v1/openapi.json")))


def text_of(built: Built, path: str) -> str:
    [content] = [file.content.decode() for file in built.files if file.path == path]
    return content


def pattern(path: str, operation: dict[str, Any]) -> str:
    """The addresses that a path stands for."""
    inside = {item["name"]: item["schema"]["pattern"].strip("^$") for item in operation.get("parameters", ())}
    parts = re.split(r"\{(\w+)\}", path)
    return "".join(f"({inside[part]})" if at % 2 else re.escape(part) for at, part in enumerate(parts))


def operations(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {path: item["get"] for path, item in document["paths"].items()}


def test_it_has_the_form_of_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1.")
    assert set(document) == {"openapi", "jsonSchemaDialect", "info", "servers", "paths"}
    assert {"title", "version"} <= set(document["info"])
    for path, operation in operations(document).items():
        assert path.startswith("/")
        assert set(operation) <= {"summary", "parameters", "responses"}
        named = [item["name"] for item in operation.get("parameters", ())]
        assert named == [name for name in ("jurisdiction", "locale", "digest") if f"{{{name}}}" in path]
        assert all(item["in"] == "path" and item["required"] for item in operation.get("parameters", ()))
        for response in operation["responses"].values():
            assert response["description"]
            for content in response.get("content", {}).values():
                Draft202012Validator.check_schema(content["schema"])


def test_every_path_is_there_and_every_file_for_apps_has_a_path(shipped: Built, document: dict[str, Any]) -> None:
    patterns = {path: pattern(path, operation) for path, operation in operations(document).items()}
    addresses = [f"/{file.path}" for file in shipped.files if f"/{file.path}".startswith(WARNINGS)]
    for path, wanted in patterns.items():
        assert [address for address in addresses if re.fullmatch(wanted, address)], path
    left_out = {
        address
        for address in addresses
        if not address.startswith((f"{WARNINGS}examples/", f"{WARNINGS}openapi.json"))
        and not [path for path, wanted in patterns.items() if re.fullmatch(wanted, address)]
    }
    assert left_out == set()


def test_it_promises_the_headers_that_are_sent(shipped: Built, document: dict[str, Any]) -> None:
    rules = header_rules(text_of(shipped, "_headers"))
    for path, operation in operations(document).items():
        wanted = re.compile(pattern(path, operation))
        promised = {name: said["schema"]["const"] for name, said in operation["responses"]["200"]["headers"].items()}
        for address in (f"/{file.path}" for file in shipped.files if wanted.fullmatch(f"/{file.path}")):
            sent = headers_for(rules, address)
            assert promised == {name: sent[name] for name in SHOWN}, address


def test_its_references_lead_to_published_schemas(shipped: Built, document: dict[str, Any]) -> None:
    led = set(re.findall(r'"\$ref": "([^"]*)"', json.dumps(document)))
    assert led == {f"schema/{name}.json" for name in ("bundle", "envelope", "latest", "release", "trust")}
    assert {f"warnings/v1/{address}" for address in led} <= {file.path for file in shipped.files}


def test_its_server_has_one_slash_before_every_path() -> None:
    document = openapi("https://exchange.example/scams/", ())
    assert document["servers"] == [{"url": "https://exchange.example/scams"}]
    assert all(path.startswith(WARNINGS) for path in document["paths"])
