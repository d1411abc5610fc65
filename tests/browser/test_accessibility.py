"""Whoever cannot see well or bear motion gets the same alert: in all of the gallery, or in one of each language."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Playwright

from tests.browser.chromium import QUIET, find
from tests.browser.specimens import (
    EXAMPLES,
    OVERFLOWING,
    Listed,
    Seen,
    listed,
    one_of_each_language,
    open_specimen,
    visitor,
    walk,
)

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.fixture(scope="module")
def seen(browser: Browser, site: str) -> tuple[Seen, ...]:
    return walk(browser, site)


@pytest.fixture(scope="module")
def page(browser: Browser, site: str) -> Iterator[Page]:
    with visitor(browser, site) as page:
        yield page


@pytest.fixture(scope="module")
def everywhere(page: Page) -> list[Listed]:
    """What the gallery lists."""
    return listed(page)


def test_axe_finds_nothing_in_the_whole_gallery(seen: tuple[Seen, ...]) -> None:
    assert {str(each.listed): each.violations for each in seen if each.violations} == {}


def test_nothing_runs_out_of_any_width_in_the_whole_gallery(seen: tuple[Seen, ...]) -> None:
    assert {str(each.listed): each.overflowing for each in seen if each.overflowing} == {}


@pytest.fixture(scope="module")
def tightest(everywhere: list[Listed]) -> list[Listed]:
    """Those with the most below one another, in every language."""
    return one_of_each_language(everywhere, "published", "opened", "pause", "offline")


def controls(page: Page) -> list[Locator]:
    return page.locator("dialog :is(.stop, .proceed, .pause, .answer, summary, .call .number):visible").all()


def assert_usable(page: Page, each: Listed) -> None:
    """Nothing is cut off sideways, and everything can be brought into sight and pressed."""
    assert page.evaluate(OVERFLOWING) == [], each
    for control in controls(page):
        control.click(trial=True, timeout=3000)


@pytest.fixture(scope="module")
def large_print(playwright: Playwright) -> Iterator[Browser]:
    """A browser whose reader has set letters of twice the usual size."""
    arguments = (*QUIET, *(("--no-sandbox",) if os.geteuid() == 0 else ()), "--blink-settings=defaultFontSize=32")
    running = playwright.chromium.launch(executable_path=find(playwright), args=arguments)
    yield running
    running.close()


def test_letters_of_twice_the_size_fit(large_print: Browser, site: str, tightest: list[Listed]) -> None:
    with visitor(large_print, site, viewport={"width": 320, "height": 568}) as page:
        for each in tightest:
            open_specimen(page, each.address)
            assert page.locator("dialog").evaluate("dialog => getComputedStyle(dialog).fontSize") == "32px"
            assert_usable(page, each)


def test_a_screen_of_1280_by_1024_enlarged_four_times_is_enough(
    browser: Browser, site: str, tightest: list[Listed]
) -> None:
    """Then 320 by 256 are left (WCAG 2.2, 1.4.10)."""
    with visitor(browser, site, viewport={"width": 320, "height": 256}) as page:
        for each in tightest:
            open_specimen(page, each.address)
            assert_usable(page, each)


@pytest.fixture(scope="module", params=["light", "dark"])
def forced(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    with visitor(browser, site, forced_colors="active", color_scheme=request.param) as page:
        yield page


def test_with_forced_colours_edges_stand_where_backgrounds_were(forced: Page, everywhere: list[Listed]) -> None:
    for each in one_of_each_language(everywhere, "published", "certain"):
        open_specimen(forced, each.address)
        for part in ("dialog", "dialog header", "dialog .question", "dialog .stop"):
            style = forced.locator(part).first.evaluate(
                """(part) => {
                  const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(part);
                  return [parseFloat(borderTopWidth) >= 2, borderTopStyle, borderTopColor !== backgroundColor];
                }"""
            )
            assert style == [True, "solid", True], (each, part)


def test_with_forced_colours_a_given_answer_still_differs(forced: Page, everywhere: list[Listed]) -> None:
    for each in one_of_each_language(everywhere, "answered"):
        open_specimen(forced, each.address)
        looks = forced.locator("dialog .answer").evaluate_all(
            """(all) => all.map((button) => {
              const { backgroundColor, color, borderTopColor, borderTopWidth } = getComputedStyle(button);
              return [backgroundColor, color, borderTopColor, borderTopWidth].join();
            })"""
        )
        assert looks[0] != looks[1], each


def test_nothing_moves_for_those_who_want_no_motion(
    page: Page, browser: Browser, site: str, tightest: list[Listed]
) -> None:
    moving = """() => [document, document.querySelector("scam-alert").shadowRoot]
      .flatMap((root) => root.getAnimations()).length"""
    styles = """() => [...document.querySelector("scam-alert").shadowRoot.querySelectorAll("*")].filter((part) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(part);
      return animationName !== "none" || parseFloat(transitionDuration) > 0 || scrollBehavior === "smooth";
    }).map((part) => part.localName)"""
    open_specimen(page, tightest[0].address)
    assert page.evaluate(moving) == 0
    assert page.evaluate(styles) == []
    with visitor(browser, site, reduced_motion="no-preference") as other:
        open_specimen(other, tightest[0].address)
        assert other.evaluate(styles) == ["dialog"]


def test_from_right_to_left_everything_is_mirrored_but_the_digits(page: Page, everywhere: list[Listed]) -> None:
    sides = """() => {
      const dialog = document.querySelector("scam-alert").shadowRoot.querySelector("dialog");
      const middle = (part) => { const { left, right } = part.getBoundingClientRect(); return (left + right) / 2; };
      const [icon, arrow] = [dialog.querySelector(".label svg"), dialog.querySelector("summary span")];
      const edge = getComputedStyle(dialog.querySelector(".question"));
      return { dir: dialog.dir, icon: middle(icon) > innerWidth / 2, edge: edge.borderRightWidth !== "0px",
        align: getComputedStyle(arrow).direction, digits: getComputedStyle(dialog.querySelector(".number")).direction };
    }"""
    directions = set()
    for each in one_of_each_language(everywhere, "published", "mirrored"):
        open_specimen(page, each.address)
        found = page.evaluate(sides)
        is_mirrored = (each.locale == "ar") != (each.example.name == "mirrored")
        directions.add(found["dir"])
        wanted = {"dir": "rtl" if is_mirrored else "ltr", "icon": is_mirrored, "edge": is_mirrored}
        assert found == {**wanted, "align": wanted["dir"], "digits": "ltr"}, each
    assert directions == {"ltr", "rtl"}


@pytest.mark.parametrize("name", ["opened", "pause", "cool-off", "untranslated", "offline"])
def test_a_screen_reader_hears_names_in_order(
    page: Page, site: str, everywhere: list[Listed], name: str, rewrite: bool
) -> None:
    shown = one_of_each_language(everywhere, name)
    assert shown
    for each in shown:
        open_specimen(page, each.address)
        snapshot = page.get_by_role("alertdialog").aria_snapshot().replace(site, "/") + "\n"
        expected = SNAPSHOTS / f"gallery-{name}-{each.locale}.yml"
        if rewrite:
            expected.write_text(snapshot, "utf-8")
        assert snapshot == expected.read_text("utf-8"), each


def test_words_in_another_language_say_so(page: Page, everywhere: list[Listed]) -> None:
    """English words of a campaign stand only below an element that says they are English."""
    unsaid = """() => {
      const dialog = document.querySelector("scam-alert").shadowRoot.querySelector("dialog");
      const texts = document.createTreeWalker(dialog, NodeFilter.SHOW_TEXT);
      const found = [];
      while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode;
        const isEnglish = /[a-z]{2,} [a-z]{2,}/.test(data);
        if (isEnglish && parentElement.closest("[lang]").lang !== "en") found.push(data);
      }
      return found;
    }"""
    for each in one_of_each_language(everywhere, "untranslated"):
        open_specimen(page, each.address)
        assert page.evaluate(unsaid) == [], each


def test_every_example_was_looked_at(seen: tuple[Seen, ...]) -> None:
    assert {each.listed.example.name for each in seen} == set(EXAMPLES)
