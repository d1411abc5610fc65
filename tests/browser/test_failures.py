"""Whatever fails on the way, a warning is shown, never the wrong one, and its code says what failed."""

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from builder.pipeline import Built
from tests.browser.conftest import heard, published


def gone(pattern: str) -> Callable[[Page], object]:
    return lambda page: page.route(pattern, lambda route: route.fulfill(status=404, body="not here"))


def cut(pattern: str) -> Callable[[Page], object]:
    return lambda page: page.route(pattern, lambda route: route.abort())


def replaced(pattern: str, body: bytes) -> Callable[[Page], object]:
    return lambda page: page.route(pattern, lambda route: route.fulfill(body=body, content_type="application/json"))


def changed_digit(page: Page) -> None:
    """The helpline's number with its last digit changed, at the same length."""

    def answer(route: Route) -> None:
        body = route.fetch().body()
        assert b"18222" in body
        route.fulfill(body=body.replace(b"18222", b"18223"), content_type="application/json")

    page.route("**/HK/en.*.json", answer)


def another_jurisdiction(page: Page) -> None:
    """A true bundle, of the wrong place."""

    def answer(route: Route) -> None:
        [entry] = [item for item in statement(page, "latest.json")["releases"] if item["jurisdiction"] == "GB"]
        release = statement(page, f"GB/release.{entry['sha256'][:16]}.json")
        digest = release["bundles"][0]["sha256"][:16]
        route.fulfill(body=page.request.get(f"warnings/v1/GB/en.{digest}.json").body(), content_type="application/json")

    page.route("**/HK/en.*.json", answer)


def statement(page: Page, path: str) -> dict[str, Any]:
    """What an envelope holds."""
    payload = page.request.get(f"warnings/v1/{path}").json()["payload"]
    return dict(json.loads(base64.b64decode(payload)))


LATEST, RELEASE, BUNDLE = "**/latest.json", "**/HK/release.*.json", "**/HK/en.*.json"

FAILURES = {
    "latest missing": (gone(LATEST), "latest-missing"),
    "release missing": (gone(RELEASE), "release-missing"),
    "bundle missing": (gone(BUNDLE), "bundle-missing"),
    "bundle with one digit changed": (changed_digit, "bundle-digest"),
    "bundle of another jurisdiction": (another_jurisdiction, "bundle-digest"),
    "network cut before latest": (cut(LATEST), "latest-unreachable"),
    "network cut before the release": (cut(RELEASE), "release-unreachable"),
    "network cut before the bundle": (cut(BUNDLE), "bundle-unreachable"),
    "latest is a captive portal": (replaced(LATEST, b"<html>Log in</html>"), "latest-malformed"),
    "latest is empty": (replaced(LATEST, b""), "latest-malformed"),
    "latest has no releases": (replaced(LATEST, b'{"format":"antiscam-latest/1"}'), "latest-malformed"),
    "latest is huge": (replaced(LATEST, b" " * 70_000), "latest-too-large"),
    "release is another file": (replaced(RELEASE, b"{}"), "release-digest"),
    "bundle is cut short": (replaced(BUNDLE, b"{"), "bundle-digest"),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_still_shows_a_warning_and_says_its_code(app, built: Built, failure: str) -> None:
    prepare, code = FAILURES[failure]
    page = app("HK", "en", prepare=prepare)
    assert_baseline(page, built, code)


def test_an_unknown_place_or_language_shows_the_general_warning(app, built: Built) -> None:
    assert_baseline(app("FR", "en"), built, "unknown-jurisdiction")
    assert_baseline(app("GB", "ar"), built, "unknown-locale")


def test_a_hanging_network_is_given_up(app, built: Built) -> None:
    page = app("HK", "en", prepare=lambda page: page.route(LATEST, lambda _route: None))
    assert_baseline(page, built, "latest-unreachable")


def test_a_clock_in_the_past_does_not_hide_the_warning(app, built: Built) -> None:
    page = app("HK", "en", prepare=lambda page: page.clock.set_fixed_time("2020-01-01T00:00:00Z"))
    assert_baseline(page, built, "latest-from-future")


def test_an_old_pointer_shows_the_warning_and_says_that_it_is_old(app) -> None:
    page = app("HK", "en", prepare=lambda page: page.clock.set_fixed_time("2026-11-28T00:00:00Z"))
    assert heard(page)[-1]["source"] == "stale"
    assert "18222" in page.locator("dialog").inner_text()
    assert page.locator("dialog .status").count() == 1


def test_a_very_old_pointer_shows_the_words_and_no_number(app) -> None:
    page = app("HK", "en", prepare=lambda page: page.clock.set_fixed_time("2026-12-10T00:00:00Z"))
    assert heard(page)[-1]["source"] == "outdated"
    assert "Common scams in Hong Kong" in page.locator("dialog").inner_text()
    assert page.locator("dialog .number").count() == 0
    assert page.locator("dialog .status").count() == 1


def test_an_old_release_shows_the_general_warning(app, built: Built) -> None:
    page = app("HK", "en", prepare=lambda page: page.clock.set_fixed_time("2027-06-01T00:00:00Z"))
    assert_baseline(page, built, "release-expired")


def test_a_page_that_cannot_load_the_component_shows_its_own_words(open_page) -> None:
    page = open_page()
    page.route("**/scam-alert.js", lambda route: route.abort())
    page.goto("preview/withdrawal/")
    page.locator("#demo button").click()
    assert page.locator("scam-alert").inner_text().strip() != ""
    assert page.locator("scam-alert").is_visible()


def assert_baseline(page: Page, built: Built, code: str) -> None:
    """The general warning of the language, with the code, without any number of any place."""
    dialog = page.locator("dialog")
    assert dialog.is_visible()
    failed = [event for event in heard(page) if event["name"] == "failed"]
    assert [event["code"] for event in failed] == [code]
    said = dialog.inner_text()
    assert code in said
    assert dialog.locator(".number").count() == 0
    for place in ("HK", "GB"):
        numbers = [
            contact["phone"]["display"] for contact in published(built, place, "en")["contacts"] if contact["phone"]
        ]
        assert [number for number in numbers if number in said] == []
    assert dialog.locator(".stop").is_visible()


def test_an_answer_given_while_loading_stays(app) -> None:
    def answer_and_fail(page: Page) -> None:
        def hold(route: Route) -> None:
            page.locator("dialog .answer").first.click()
            route.abort()

        page.route(LATEST, hold)

    page = app("HK", "en", prepare=answer_and_fail)
    assert [event["name"] for event in heard(page)] == ["shown", "answered", "failed", "loaded"]
    assert page.locator("dialog .answer[aria-pressed=true]").count() == 1
    assert page.locator("dialog .advice").inner_text() != ""


def test_a_near_locale_gets_the_local_warning(app) -> None:
    assert "18222" in app("HK", "zh-HK").locator("dialog").inner_text()
    assert "0300 123 2040" in app("GB", "en-GB").locator("dialog").inner_text()


def test_removing_a_finished_alert_leaves_the_focus_alone(app) -> None:
    page = app("HK", "en")
    page.keyboard.press("Escape")
    page.evaluate("document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()")
    page.evaluate("document.querySelector('scam-alert').remove()")
    assert page.evaluate("document.activeElement.localName") == "h1"


def test_a_dialog_closed_from_outside_counts_as_stopped(app) -> None:
    page = app("HK", "en")
    page.evaluate("document.querySelector('scam-alert').shadowRoot.querySelector('dialog').close()")
    page.wait_for_function("heard.some((event) => event.name === 'stopped')")


def test_an_old_browser_keeps_the_hosts_words_and_hears_of_the_failure(open_page) -> None:
    page = open_page()
    page.add_init_script("delete HTMLDialogElement.prototype.showModal")
    page.goto("preview/withdrawal/")
    page.locator("#demo button").click()
    page.locator("#demo-events").get_by_text("internal-error").first.wait_for()
    assert page.locator("scam-alert").inner_text().strip() != ""


def test_after_stopping_nothing_more_is_said(app) -> None:
    page = app("HK", "en")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(LATEST, hold)
    with page.expect_request(LATEST):
        page.evaluate("document.querySelector('scam-alert').setAttribute('locale', 'zh-Hant')")
    page.keyboard.press("Escape")
    held[0].abort()
    page.wait_for_timeout(300)
    assert heard(page)[-1]["name"] == "stopped"
