"""A warning has colours of its own: nothing that the site offers looks like one."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.colours import difference
from tests.browser.specimens import Listed, listed, one_of_each_language, open_specimen, visitor

_GROUNDS = """() => [...document.querySelectorAll("body *")].filter((part) => {
  const { borderRadius, display } = getComputedStyle(part);
  return part.matches("a, button, input, select, summary, section, article, li, label, aside, p, div, span")
    && !part.closest(".md-banner") && display !== "none";
}).map((part) => [part.className || part.localName, getComputedStyle(part).backgroundColor])"""
PAGES = ["", "hk/en/", "ae/ar/scams/", "sg/zh-hans/scams/authority/", "gb/en/contacts/", "hk/zh-hant/check/",
         "hk/en/tips/", "en/results/", "404.html", "preview/withdrawal/"]  # fmt: skip


@pytest.fixture(scope="module")
def page(browser: Browser, site: str) -> Iterator[Page]:
    with visitor(browser, site) as page:
        yield page


@pytest.fixture(scope="module")
def everywhere(page: Page) -> list[Listed]:
    """What the gallery lists."""
    return listed(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_offers_anything_in_the_colours_of_a_warning(
    page: Page, browser: Browser, site: str, everywhere: list[Listed], scheme: str
) -> None:
    labels = set()
    for each in one_of_each_language(everywhere, "published", "certain"):
        open_specimen(page, each.address)
        labels.add(page.locator("dialog header").evaluate("header => getComputedStyle(header).backgroundColor"))
    assert len(labels) == 2
    with visitor(browser, site, color_scheme=scheme) as other:
        for address in PAGES:
            other.goto(address)
            grounds = other.evaluate(_GROUNDS)
            assert any(colour != "rgba(0, 0, 0, 0)" for _, colour in grounds), address
            alike = [ground for ground in grounds if any(difference(ground[1], label) < 10 for label in labels)]
            assert alike == [], address


def test_a_difference_of_colours_is_known() -> None:
    assert difference("rgb(255, 210, 63)", "rgb(255, 210, 63)") == 0
    assert difference("rgb(0, 0, 0)", "rgb(255, 255, 255)") == pytest.approx(100, abs=0.1)
