"""The demo withdrawal uses exactly the published bundle."""

import pytest

from builder.pipeline import Built
from tests.browser.conftest import published, published_pairs
from tests.browser.test_failures import FAILURES


@pytest.mark.parametrize(("jurisdiction", "locale"), published_pairs())
def test_choose_a_place_press_withdraw_see_the_alert(open_page, built: Built, jurisdiction, locale) -> None:
    page = open_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto("preview/withdrawal/")
    page.select_option("#demo-place", f"{jurisdiction} {locale}")
    page.locator("#demo button").click()
    [alert] = published(built, jurisdiction, locale)["alerts"]
    page.get_by_role("alertdialog", name=alert["variants"][0]["heading"]).wait_for()
    assert any(f"/warnings/v1/{jurisdiction}/{locale}." in url for url in fetched)
    page.get_by_role("button", name=alert["stop"]).click()
    assert page.locator("#demo-result").inner_text() != ""
    assert page.locator("dialog").count() == 0


def test_continuing_is_possible(open_page) -> None:
    page = open_page()
    page.goto("preview/withdrawal/")
    page.select_option("#demo-place", "GB en")
    page.locator("#demo button").click()
    page.get_by_role("button", name="No, nobody is").click()
    page.get_by_role("button", name="Continue with the transfer").click()
    assert "demo" in page.locator("#demo-result").inner_text()


@pytest.mark.parametrize(
    "failure",
    [
        "latest missing",
        "release missing",
        "bundle missing",
        "bundle with one digit changed",
        "bundle of another jurisdiction",
    ],
)
def test_with_its_network_cut_the_demo_still_warns_and_says_why(open_page, failure: str) -> None:
    prepare, code = FAILURES[failure]
    page = open_page()
    prepare(page)
    page.goto("preview/withdrawal/")
    page.select_option("#demo-place", "HK en")
    page.locator("#demo button").click()
    dialog = page.get_by_role("alertdialog")
    dialog.get_by_text(code).wait_for()
    assert dialog.locator(".number").count() == 0
    assert [number for number in ("18222", "18223", "0300") if number in dialog.inner_text()] == []
