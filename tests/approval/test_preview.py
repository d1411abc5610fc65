"""What a party looks at before it signs: the pages and the alert, with exactly the bytes to be signed."""

import hashlib
import json
import socket
from collections.abc import Mapping
from http.client import HTTPConnection
from typing import Any

import pytest

from builder.model.approval import Candidate, Proposal
from builder.model.library import Library
from builder.model.output import OutputFile
from builder.pipeline import preview_of
from builder.seal.proposals import opened
from builder.serve.still import served
from builder.verify.client import load_bundle, load_release
from tests.listening import free_port
from tests.signing import filed

WARNINGS = "warnings/v1/"


@pytest.fixture(scope="module")
def proposal(library: Library, hong_kong: Candidate) -> Proposal:
    return opened(filed(hong_kong, parties=["police"]), library.trust.trust)


@pytest.fixture(scope="module")
def files(library: Library, proposal: Proposal) -> tuple[OutputFile, ...]:
    return preview_of(library, proposal)


@pytest.fixture(scope="module")
def contents(files: tuple[OutputFile, ...]) -> Mapping[str, bytes]:
    return {file.path: file.content for file in files}


@pytest.fixture(scope="module")
def trust(contents: Mapping[str, bytes]) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(contents[f"{WARNINGS}trust.json"])
    return value


def fetched(port: int, path: str) -> tuple[int, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def bundle_path(locale: str, content: bytes) -> str:
    return f"{WARNINGS}HK/{locale}.{hashlib.sha256(content).hexdigest()[:16]}.json"


def test_the_preview_holds_exactly_the_bytes_to_be_signed(contents: Mapping[str, bytes], hong_kong: Candidate) -> None:
    found = {
        path: content
        for path, content in contents.items()
        if path.startswith(f"{WARNINGS}HK/") and "/release." not in path
    }
    assert found == {bundle_path(locale, content): content for locale, content in hong_kong.bundles.items()}


def test_its_alert_proves_them_as_it_does_for_the_public(
    contents: Mapping[str, bytes], trust: dict[str, Any], proposal: Proposal
) -> None:
    def get(_part: str, path: str) -> bytes:
        return contents[WARNINGS + path]

    release = load_release(trust, "HK", proposal.statement.issued, get)
    assert release.release == json.loads(proposal.payload)
    for locale, content in proposal.content.bundles.items():
        assert load_bundle(release, locale, get).bundle == json.loads(content)


def test_its_keys_are_nobodys(trust: dict[str, Any], library: Library) -> None:
    real = {key.keyid for keys in library.trust.trust.signers_of("HK") for key in keys}
    real |= {key.keyid for key in library.trust.trust.latest}
    shown = {key["keyid"] for keys in (trust["latest"], trust["exchange"], *trust["police"].values()) for key in keys}
    assert not shown & real
    assert trust["development"] is True


def test_it_shows_the_pages_of_the_place_and_of_no_other(contents: Mapping[str, bytes]) -> None:
    assert "hk/en/index.html" in contents
    assert not [path for path in contents if path.startswith("sg/")]
    assert "preview/withdrawal/index.html" in contents


def test_it_is_served_byte_for_byte(files: tuple[OutputFile, ...], contents: Mapping[str, bytes]) -> None:
    port = free_port()
    with served(files, port):
        for path in [path for path in contents if path.startswith(WARNINGS) or path.endswith("tips/index.html")]:
            assert fetched(port, f"/{path}") == (200, contents[path])
        assert fetched(port, "/hk/en/") == (200, contents["hk/en/index.html"])
        assert fetched(port, "/nowhere/") == (404, contents["404.html"])
    with pytest.raises(ConnectionRefusedError):
        fetched(port, "/")


def test_a_port_that_is_taken_is_an_error_and_not_somebody_elses_page(files: tuple[OutputFile, ...]) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(OSError, match="in use"),
        served(files, taken.getsockname()[1]),
    ):
        pytest.fail("served on a port of another program")


def test_it_is_served_on_this_machine_only(files: tuple[OutputFile, ...]) -> None:
    port = free_port()
    with served(files, port):
        assert fetched(port, "/")[0] == 200
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.2", port), timeout=5)
