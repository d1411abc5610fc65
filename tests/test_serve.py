"""The preview over HTTP: the last good build, and what is wrong with the newest edit."""

import json
from collections.abc import Iterator
from dataclasses import replace
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from builder.model.order import Order
from builder.serve import application
from builder.serve.preview import Preview
from tests.conftest import TODAY, edit
from tests.listening import SECONDS, listening
from tests.parties import RING

HEADING = ("content/jurisdictions/NO/en.yml", "title: Hang up", "title: Put the phone down")


@pytest.fixture
def preview(project: Path, tmp_path: Path) -> Preview:
    """A preview whose first build is done: the project is a copy of the golden content."""
    preview = Preview(Order(project, TODAY), RING, tmp_path / "site", lambda _line: None)
    preview.rebuild()
    return preview


@pytest.fixture
def port(preview: Preview) -> Iterator[int]:
    """Serves the preview."""
    with listening(application(preview)) as port:
        yield port


def get(port: int, path: str) -> tuple[int, str, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.headers.get_content_type(), response.read().decode("utf-8", "replace")
    finally:
        connection.close()


@pytest.fixture
def events(port: int) -> Iterator[HTTPResponse]:
    connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    connection.request("GET", "/__antiscam/events")
    with connection.getresponse() as response:
        yield response
    connection.close()


def next_event(response: HTTPResponse) -> tuple[str, list[dict[str, str]]]:
    name = response.readline().decode().removeprefix("event: ").strip()
    state = json.loads(response.readline().decode().removeprefix("data: "))
    response.readline()
    assert state["count"] == len(state["problems"])
    return name, state["problems"]


def test_a_page_is_served_with_the_overlay_and_without_another_clock(port: int) -> None:
    status, kind, html = get(port, "/no/en/tips/")
    assert (status, kind) == (200, "text/html")
    assert "clock.js" not in html
    overlay = '<script type="module" src="/__antiscam/overlay.js" data-build="build-000001"></script></body>'
    assert html.count(overlay) == 1


def test_the_start_page_is_served(port: int) -> None:
    assert get(port, "/")[:2] == (200, "text/html")


@pytest.mark.parametrize(
    ("name", "word"), [("overlay.js", "EventSource"), ("renewal.js", "known"), ("clock.js", "Date")]
)
def test_our_scripts_are_served(port: int, name: str, word: str) -> None:
    status, kind, script = get(port, f"/__antiscam/{name}")
    assert (status, kind) == (200, "text/javascript")
    assert word in script


def test_other_files_are_served_as_they_are_published(port: int, preview: Preview) -> None:
    status, kind, text = get(port, "/warnings/v1/latest.json")
    assert (status, kind) == (200, "application/json")
    assert (preview.out / "warnings/v1/latest.json").read_text("utf-8") == text


@pytest.mark.parametrize("path", ["/nowhere/", "/no/en/tips/nowhere", "/../site_config.yml", "/%2e%2e/site_config.yml"])
def test_an_address_that_does_not_exist_gets_the_page_for_lost_readers(port: int, path: str) -> None:
    status, kind, html = get(port, path)
    assert (status, kind) == (404, "text/html")
    assert "This page does not exist" in html


def test_what_is_wrong_is_told_to_pages_of_this_machine_only(port: int) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    connection.request("GET", "/__antiscam/events", headers={"Host": f"elsewhere.example:{port}"})
    assert connection.getresponse().status == 421
    connection.close()


def test_a_page_in_a_frame_does_not_listen(port: int) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    connection.request("GET", "/no/en/tips/", headers={"Sec-Fetch-Dest": "iframe"})
    assert b"overlay.js" not in connection.getresponse().read()
    connection.close()


def test_nothing_is_wrong_at_first(events: HTTPResponse) -> None:
    assert next_event(events) == ("state", [])


def test_a_sound_edit_is_built_and_the_page_is_told(port: int, project: Path, events: HTTPResponse) -> None:
    next_event(events)
    edit(project, *HEADING)
    assert next_event(events) == ("changed", [])
    assert "Put the phone down" in get(port, "/no/en/tips/")[2]


def test_a_broken_edit_keeps_the_last_good_page_and_names_the_problem(
    port: int, project: Path, events: HTTPResponse
) -> None:
    next_event(events)
    edit(project, "content/jurisdictions/NO/en.yml", "title: Hang up", "titel: Hang up")
    name, problems = next_event(events)
    assert name == "changed"
    [problem] = problems
    assert (problem["place"], problem["code"]) == ("content/jurisdictions/NO/en.yml:21:5", "unknown-key")
    assert (problem["before"], problem["marked"], problem["after"]) == ("  - ", "titel", ": Hang up")
    assert (problem["hint"], problem["mended"]) == ("Did you mean “title”?", "  - title: Hang up")
    assert problem["open"] == f"vscode://file{project}/content/jurisdictions/NO/en.yml:21:5"
    assert "Hang up" in get(port, "/no/en/tips/")[2]


def test_whoever_comes_after_a_broken_edit_is_told_too(port: int, project: Path, preview: Preview) -> None:
    edit(project, "content/jurisdictions/NO/en.yml", "title: Hang up", "titel: Hang up")
    preview.rebuild()
    connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    connection.request("GET", "/__antiscam/events")
    with connection.getresponse() as response:
        name, problems = next_event(response)
    connection.close()
    assert (name, len(problems)) == ("state", 1)


def test_a_warning_does_not_stand_in_the_way(project: Path, tmp_path: Path) -> None:
    edit(project, "site_config.yml", "statistic_days: 550", "statistic_days: 1")
    preview = Preview(Order(project, TODAY), RING, tmp_path / "site", lambda _line: None)
    preview.rebuild()
    assert preview.problems
    assert json.loads(preview.state()) == {"count": 0, "problems": []}
    assert preview.content("index.html")


def test_a_first_build_that_fails_serves_no_page(project: Path, tmp_path: Path) -> None:
    edit(project, "content/jurisdictions/NO/en.yml", "title: Hang up", "titel: Hang up")
    said: list[str] = []
    preview = Preview(Order(project, TODAY), RING, tmp_path / "site", said.append)
    preview.rebuild()
    assert not preview.out.exists()
    assert [line.partition(" error")[0] for line in said] == ["content/jurisdictions/NO/en.yml:21:5", "1"]


def test_the_first_build_that_fails_shows_its_problems_in_the_page(project: Path, tmp_path: Path) -> None:
    edit(project, "content/jurisdictions/NO/en.yml", "title: Hang up", "titel: Hang up")
    preview = Preview(Order(project, TODAY), RING, tmp_path / "site", lambda _line: None)
    preview.rebuild()
    with listening(application(preview)) as port:
        status, _, html = get(port, "/")
    assert status == 404
    assert '<script type="module" src="/__antiscam/overlay.js" data-build="">' in html


def test_a_preview_of_another_day_puts_the_clock_of_its_pages_forward(preview: Preview) -> None:
    with listening(application(preview, 40)) as port:
        html = get(port, "/")[2]
    assert '<head><script src="/__antiscam/clock.js" data-days="40"></script>' in html


def test_a_draft_is_shown_only_where_somebody_asks_for_drafts(project: Path, tmp_path: Path) -> None:
    campaign = next((project / "content/campaigns").glob("*/campaign.yml"))
    campaign.write_text(campaign.read_text("utf-8") + "status: Draft\n", "utf-8")
    order, out = Order(project, TODAY), tmp_path / "site"
    statuses = []
    for asked in (order, replace(order, drafts=True), order):
        Preview(asked, RING, out, lambda _line: None).rebuild()
        bundles = [json.loads(path.read_text("utf-8")) for path in out.glob("warnings/v1/*/*.*.json")]
        alerts = [alert for bundle in bundles for alert in bundle.get("alerts", ())]
        statuses.append({alert["status"] for alert in alerts if alert["id"] == campaign.parent.name})
    assert statuses == [{"Draft"}, {"Actual"}, {"Draft"}]


def test_a_page_that_listens_is_let_go_in_the_end(preview: Preview, events: HTTPResponse) -> None:
    next_event(events)
    preview.end()
    assert events.read() == b""
