"""What to keep for the police: filled in and saved on the device, and sent to nobody."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, Route

from builder.pipeline import Built
from tests.browser.conftest import heard, published


def opened(page: Page) -> Page:
    """The alert with its part about evidence unfolded."""
    page.locator("dialog scam-evidence").locator("xpath=..").locator("summary").click()
    return page


def test_what_was_filled_in_is_saved_as_a_text_with_the_warning_that_was_shown(
    app: Callable[..., Page], built: Built
) -> None:
    page = opened(app("HK", "zh-Hant", accept_downloads=True))
    words = published(built, "HK", "zh-Hant")["evidence"]
    asked: list[str] = []
    for field in words["fields"]:
        page.locator("scam-evidence").get_by_label(field["label"]).fill(f"answer to {field['id']}")
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_download() as download:
        page.locator("scam-evidence").get_by_role("button", name=words["save"]).click()
    saved = Path(download.value.path()).read_text("utf-8")
    assert download.value.suggested_filename == "scam-evidence-2026-11-22.txt"
    assert [f for f in words["fields"] if f"{f['label']}:\nanswer to {f['id']}\n" not in saved] == []
    assert "alert: hk-withdrawal\n" in saved
    assert f"sha256: {heard(page)[-1]['sha256']}\n" in saved
    assert page.locator("scam-evidence").get_by_role("status").inner_text() == words["saved"]
    assert [url for url in asked if not url.startswith(("blob:", "data:"))] == []


def test_nothing_of_it_is_kept_on_the_page(app: Callable[..., Page], built: Built) -> None:
    page = opened(app("HK", "en"))
    label = published(built, "HK", "en")["evidence"]["fields"][0]["label"]
    page.locator("scam-evidence").get_by_label(label).fill("a secret address")
    page.keyboard.press("Escape")
    assert "a secret address" not in page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })")
    assert page.locator("scam-evidence").count() == 0


def test_without_the_form_the_list_of_what_to_keep_stays(app: Callable[..., Page], built: Built) -> None:
    def lost(route: Route) -> None:
        route.abort()

    page = opened(app("HK", "en", prepare=lambda page: page.route("**/scam-evidence.js", lost)))
    fields = published(built, "HK", "en")["evidence"]["fields"]
    assert page.locator("scam-evidence li").all_inner_texts() == [field["label"] for field in fields]
