"""The alert without a pointer: where the keyboard goes, what it can do, and that it comes back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.specimens import Listed, listed, one_of_each_language, open_specimen, visitor

# Where the keyboard can go, in the order of the document.
_REACHABLE = """() => {
  const dialog = document.querySelector("scam-alert").shadowRoot.querySelector("dialog");
  return [...dialog.querySelectorAll("a[href], button, summary, input, textarea")]
    .filter((part) => part.checkVisibility()).map((part) => part.className + " " + part.textContent);
}"""
_FOCUSED = """() => {
  const part = document.activeElement.shadowRoot?.activeElement ?? document.activeElement;
  return part === document.body ? "" : part.className + " " + part.textContent;
}"""
_OUTLINE = """() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement.shadowRoot.activeElement);
  return [outlineStyle, parseFloat(outlineWidth) >= 2];
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, site: str) -> Iterator[Page]:
    with visitor(browser, site) as page:
        yield page


@pytest.fixture(scope="module")
def everywhere(page: Page) -> list[Listed]:
    """What the gallery lists."""
    return listed(page)


def test_tab_goes_round_inside_in_the_order_of_the_document(page: Page, everywhere: list[Listed]) -> None:
    for each in one_of_each_language(everywhere, "published", "opened", "pause", "offline"):
        open_specimen(page, each.address)
        stop = page.locator("dialog .stop")
        stop.focus()
        order = page.evaluate(_REACHABLE)
        start = next(at for at, part in enumerate(order) if part.startswith("stop "))
        reached = []
        for _ in range(len(order) + 1):
            page.keyboard.press("Tab")
            reached.append(page.evaluate(_FOCUSED))
        # Between the last and the first control the browser's own bar may have the focus.
        round_once = [part for part in reached if part][: len(order)]
        assert round_once == [*order[start + 1 :], *order[: start + 1]], each


def test_shift_and_tab_goes_the_other_way(page: Page, everywhere: list[Listed]) -> None:
    open_specimen(page, everywhere[0].address)
    order = page.evaluate(_REACHABLE)
    page.locator("dialog .stop").focus()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(_FOCUSED) == order[next(at for at, part in enumerate(order) if part.startswith("stop ")) - 1]


def test_escape_stops_and_gives_the_focus_back(page: Page, everywhere: list[Listed]) -> None:
    for each in one_of_each_language(everywhere, "published", "opened", "offline"):
        open_specimen(page, each.address)
        page.evaluate("document.addEventListener('scam-alert:stopped', () => (window.stopped = true))")
        page.keyboard.press("Escape")
        assert page.locator("dialog").count() == 0, each
        assert page.evaluate("window.stopped === true && document.activeElement.id") == "opener", each


def test_the_keyboard_opens_it_again(page: Page, everywhere: list[Listed]) -> None:
    open_specimen(page, everywhere[0].address)
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    page.locator("dialog .stop").wait_for()
    assert page.evaluate(_FOCUSED).startswith("stop ")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_opens_what_a_summary_hides_and_closes_it(page: Page, everywhere: list[Listed], key: str) -> None:
    for each in one_of_each_language(everywhere, "published"):
        open_specimen(page, each.address)
        summary = page.locator("dialog summary").first
        summary.focus()
        page.keyboard.press(key)
        assert summary.evaluate("summary => summary.parentElement.open"), each
        page.keyboard.press(key)
        assert not summary.evaluate("summary => summary.parentElement.open"), each


def test_keys_alone_can_answer_and_go_on(page: Page, everywhere: list[Listed]) -> None:
    for each in one_of_each_language(everywhere, "published", "pause", "cool-off"):
        open_specimen(page, each.address)
        page.locator("dialog .answer").last.focus()
        page.keyboard.press("Space")
        assert page.locator("dialog .answer").last.get_attribute("aria-pressed") == "true", each
        page.locator("dialog .proceed").focus()
        page.keyboard.press("Enter")
        assert page.locator("dialog").count() == 0, each


@pytest.mark.parametrize("forced", ["none", "active"])
def test_the_focus_is_seen_wherever_it_is(browser: Browser, site: str, everywhere: list[Listed], forced: str) -> None:
    with visitor(browser, site, forced_colors=forced) as page:
        open_specimen(page, everywhere[0].address)
        for _ in range(len(page.evaluate(_REACHABLE))):
            page.keyboard.press("Tab")
            if page.evaluate(_FOCUSED):
                assert page.evaluate(_OUTLINE) in (["solid", True], ["auto", True]), page.evaluate(_FOCUSED)
