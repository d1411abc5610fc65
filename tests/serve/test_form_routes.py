"""The form over HTTP: for its own page on this machine, and for nobody else."""

import json
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request

from builder.serve.form import form_routes
from builder.serve.form_guard import refusal
from tests.conftest import edit, tree

WORDS = "content/jurisdictions/NO/en.yml"
FILES = "/__antiscam/files"
SECONDS = 20


class Said(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@contextmanager
def serving(project: Path) -> Iterator[int]:
    config = uvicorn.Config(Starlette(routes=list(form_routes(project))), log_level="critical", ws="none")
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield listening.getsockname()[1]
        server.should_exit = True
        thread.join(SECONDS)
    assert not thread.is_alive()


@pytest.fixture
def port(project: Path) -> Iterator[int]:
    with serving(project) as number:
        yield number


def ask(port: int, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> Said:
    connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    try:
        connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return Said(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
    finally:
        connection.close()


def token(port: int) -> str:
    found = re.search(r'name="antiscam-token" content="([^"]+)"', ask(port, "/admin/").body.decode())
    assert found
    return found[1]


def listed(port: int) -> dict[str, dict[str, Any]]:
    return dict(ask(port, FILES, x_antiscam_token=token(port)).json)


def put(port: int, path: str, value: Any, digest: str, **headers: str) -> Said:
    body = json.dumps({path: {"value": value, "digest": digest}}).encode()
    return ask(port, FILES, "PUT", body, **{"x_antiscam_token": token(port), **headers})


def test_the_page_is_served_with_a_policy_that_names_no_other_host(port: int) -> None:
    page = ask(port, "/admin/")
    assert (page.status, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "//" not in policy
    assert page.headers["x-frame-options"] == "DENY"


def test_every_script_and_link_of_the_page_is_there(port: int) -> None:
    page = ask(port, "/admin/").body.decode()
    names = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert {ask(port, f"/admin/{name}").status for name in names} == {200}
    assert ask(port, "/admin/start.js").headers["content-type"].startswith("text/javascript")


def test_without_its_last_slash_the_address_leads_to_the_page(port: int) -> None:
    said = ask(port, "/admin")
    assert (said.status, said.headers["location"]) == (307, "/admin/")


def test_the_configuration_knows_what_was_saved_a_moment_ago(port: int, project: Path) -> None:
    edit(project, WORDS, "name: Norway", "name: The north")
    assert "The north – NO" in ask(port, "/admin/config.json").body.decode()


def test_files_are_given_as_values_with_their_digest(port: int) -> None:
    files = listed(port)
    assert files[WORDS]["value"]["name"] == "Norway"
    assert re.fullmatch("[0-9a-f]{64}", files[WORDS]["digest"])
    assert files["content/short_codes.yml"]["value"]["short_codes"][0]["number"].isdecimal()


def test_a_file_that_cannot_be_read_is_listed_without_a_value(port: int, project: Path) -> None:
    edit(project, WORDS, "name: Norway", "\tname: Norway")
    assert listed(port)[WORDS]["value"] is None


def test_what_is_sent_is_saved_once_and_then_needs_the_new_digest(port: int, project: Path) -> None:
    file = listed(port)[WORDS]
    value = {**file["value"], "name": "The north"}
    said = put(port, WORDS, value, file["digest"])
    assert (said.status, said.json[WORDS]["value"]["name"]) == (200, "The north")
    assert "name: The north\n" in (project / WORDS).read_text("utf-8")
    again = put(port, WORDS, value, file["digest"])
    assert (again.status, "reload this page" in again.json["message"]) == (412, True)
    assert put(port, WORDS, {**value, "name": "Norway"}, said.json[WORDS]["digest"]).status == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.example"}, 421),
        ({"host": "127.0.0.1:1"}, 421),
        ({"host": "127.0.0.1.evil.example"}, 421),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"sec_fetch_site": "same-site"}, 403),
        ({"x_antiscam_token": "guessed"}, 403),
        ({"x_antiscam_token": ""}, 403),
    ],
)
def test_nobody_else_reads_or_changes_a_file(port: int, project: Path, headers: dict[str, str], status: int) -> None:
    before, known = tree(project), token(port)
    said = put(port, WORDS, {"name": "Mine"}, listed(port)[WORDS]["digest"], **headers)
    assert (said.status, ask(port, FILES, "GET", b"", **{"x_antiscam_token": known, **headers}).status) == (
        status,
        status,
    )
    assert tree(project) == before


@pytest.mark.parametrize("path", ["/admin/", "/admin/config.json", "/admin/start.js", FILES])
def test_a_name_that_was_made_to_lead_here_gets_nothing(port: int, path: str) -> None:
    said = ask(port, path, host="rebound.example")
    assert said.status == 421
    assert b"antiscam-token" not in said.body


def test_each_run_has_a_token_of_its_own(port: int, project: Path) -> None:
    with serving(project) as other:
        known = token(port)
        assert len(known) >= 40
        assert token(other) != known
        assert ask(other, FILES, x_antiscam_token=known).status == 403
    assert ask(port, FILES, x_antiscam_token=known).status == 200


@pytest.mark.parametrize("client", ["192.0.2.7", "10.0.0.1", "::ffff:192.0.2.7"])
def test_another_machine_gets_nothing_even_with_the_token(client: str) -> None:
    headers = [(b"host", b"127.0.0.1:8000"), (b"x-antiscam-token", b"t")]
    scope = {"type": "http", "client": (client, 5), "server": ("127.0.0.1", 8000), "headers": headers}
    assert refusal(Request(scope), "t") == 403
    assert refusal(Request({**scope, "client": ("127.0.0.1", 5)}), "t") is None


@pytest.mark.parametrize(
    "path",
    [
        "/admin/../site_config.yml",
        "/admin/%2e%2e/tokens.css",
        "/admin/vendor/../../tokens.css",
        "/admin/nothing.js",
        "/admin/vendor",
        "/admin//etc/hostname",
        "/admin/%00",
    ],
)
def test_nothing_outside_its_folder_is_served(port: int, path: str) -> None:
    assert ask(port, path).status == 404


def test_a_name_that_is_too_long_for_the_disk_is_refused_in_a_sentence(port: int) -> None:
    said = put(port, f"content/scams/{'a' * 300}/scam.yml", {"type": "x"}, "")
    assert said.status == 422
    assert json.loads(said.body)["message"] == "Nothing was saved. File name too long."


@pytest.mark.parametrize("path", ["content%2F..%2Ftrust.yml", "trust.yml", "../x.yml", "content/%2e%2e/%2e%2e/x.yml"])
def test_nothing_outside_the_content_is_changed(port: int, project: Path, path: str) -> None:
    before = tree(project.parent)
    assert put(port, path, {"a": "b"}, "").status in (403, 404)
    assert tree(project.parent) == before


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"{", b"name: Norway", b"\xff", b"[" * 100_000, b"NaN", b"{}", b"[]", b'{"a": 1}'),
        *(b'{"a": {"value": {"b": "c"}}}', b'{"a": {"value": {"b": "c"}, "digest": 1}}'),
    ],
)
def test_what_is_no_json_is_refused(port: int, project: Path, body: bytes) -> None:
    before = tree(project)
    said = ask(port, FILES, "PUT", body, x_antiscam_token=token(port))
    assert said.status == 400
    assert tree(project) == before


def test_a_flood_is_cut_off(port: int, project: Path) -> None:
    before = tree(project)
    digest = listed(port)[WORDS]["digest"]
    with suppress(OSError):  # the server may hang up while we are still talking
        assert put(port, WORDS, {"name": "x" * 5_000_000}, digest).status == 413
    assert tree(project) == before


@pytest.mark.parametrize("method", ["POST", "DELETE", "PATCH"])
def test_nothing_is_deleted_or_posted(port: int, method: str) -> None:
    assert ask(port, FILES, method, x_antiscam_token=token(port)).status == 405
