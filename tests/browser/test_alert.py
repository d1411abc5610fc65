"""The alert as a person meets it: rendered from the published bundle, in every place and language."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from builder.pipeline import Built
from tests.browser.conftest import heard, published, published_pairs

PAIRS = published_pairs()
SNAPSHOTS = Path(__file__).parent / "snapshots"

in_every_language = pytest.mark.parametrize(("jurisdiction", "locale"), PAIRS)


@in_every_language
def test_it_says_the_words_of_the_published_bundle(app, built: Built, jurisdiction, locale) -> None:
    dialog = app(jurisdiction, locale).locator("dialog")
    bundle = published(built, jurisdiction, locale)
    [alert] = bundle["alerts"]
    said = dialog.inner_text()
    wanted = [
        bundle["label"],
        bundle["speaker"],
        alert["question"],
        alert["stop"],
        alert["proceed"],
        *bundle["notices"],
    ]
    wanted += [alert["variants"][0]["heading"], alert["variants"][0]["consequence"]]
    assert [line for line in wanted if line not in said] == []


@in_every_language
def test_it_gives_the_first_number_as_large_digits_that_dial_it(app, built: Built, jurisdiction, locale) -> None:
    page = app(jurisdiction, locale)
    bundle = published(built, jurisdiction, locale)
    [first] = [contact for contact in bundle["contacts"] if contact["id"] == bundle["first_call"]]
    number = page.locator("dialog .first .number")
    assert number.inner_text() == first["phone"]["display"]
    assert number.get_attribute("href") == first["phone"]["href"]
    assert number.evaluate("link => parseFloat(getComputedStyle(link).fontSize)") >= 32


@in_every_language
def test_it_is_in_its_own_language_and_direction(app, built: Built, jurisdiction, locale) -> None:
    dialog = app(jurisdiction, locale).locator("dialog")
    assert dialog.get_attribute("lang") == locale
    assert dialog.get_attribute("dir") == published(built, jurisdiction, locale)["direction"]
    assert dialog.evaluate("dialog => getComputedStyle(dialog).direction") == ("rtl" if locale == "ar" else "ltr")


@in_every_language
def test_its_parts_stand_in_the_agreed_order(app, jurisdiction, locale) -> None:
    page = app(jurisdiction, locale)
    order = [".speaker", "#heading", "#question", "section:not(.call) h3", ".call .number", ".stop", ".proceed"]
    tops = page.evaluate(
        """(order) => {
          const root = document.querySelector("scam-alert").shadowRoot;
          const all = [...root.querySelectorAll("*")];
          return order.map((part) => all.indexOf(root.querySelector(part)));
        }""",
        order,
    )
    assert -1 not in tops
    assert tops == sorted(tops)


@in_every_language
def test_stopping_has_the_focus_and_the_weight(app, jurisdiction, locale) -> None:
    page = app(jurisdiction, locale)
    assert focused(page) == "stop"
    sizes = page.locator("dialog .actions button").evaluate_all("all => all.map((b) => b.offsetWidth * b.offsetHeight)")
    assert sizes[0] > sizes[1]
    backgrounds = page.locator("dialog .actions button").evaluate_all(
        "all => all.map((b) => getComputedStyle(b).backgroundColor)"
    )
    assert backgrounds[0] != "rgba(0, 0, 0, 0)"
    assert backgrounds[1] == "rgba(0, 0, 0, 0)"


@in_every_language
def test_it_fits_320_pixels(app, jurisdiction, locale) -> None:
    page = app(jurisdiction, locale, viewport={"width": 320, "height": 568})
    assert page.locator("dialog").evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    assert page.locator("dialog .body").evaluate("body => body.scrollWidth <= body.clientWidth")
    for part in (".stop", ".proceed"):
        box = page.locator(f"dialog {part}").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert box["height"] >= 24


@in_every_language
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(app, jurisdiction, locale, scheme) -> None:
    page = app(jurisdiction, locale, color_scheme=scheme)
    results = Axe().run(page, context={"include": [["scam-alert"]]})
    assert results.violations_count == 0, results.generate_report()


@in_every_language
def test_a_screen_reader_hears(app, jurisdiction, locale, rewrite: bool) -> None:
    page = app(jurisdiction, locale)
    snapshot = page.get_by_role("alertdialog").aria_snapshot() + "\n"
    expected = SNAPSHOTS / f"alert-{jurisdiction}-{locale}.yml"
    if rewrite:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(snapshot, "utf-8")
    assert snapshot == expected.read_text("utf-8")


def test_escape_stops_and_gives_the_focus_back(app: Callable[..., Page]) -> None:
    page = app("HK", "en")
    page.keyboard.press("Escape")
    assert heard(page)[-1]["name"] == "stopped"
    assert page.locator("dialog").count() == 0
    assert page.evaluate("document.activeElement.id") == "withdraw"


def test_tab_stays_inside(app: Callable[..., Page]) -> None:
    page = app("HK", "en")
    inside = []
    for _ in range(30):
        page.keyboard.press("Tab")
        inside.append(page.evaluate("document.activeElement.localName"))
    # Between the last and the first control the browser's own bar may take the focus (then the body has it).
    assert set(inside) <= {"scam-alert", "body"}
    assert page.evaluate("document.activeElement.id") != "withdraw"


def test_going_on_asks_for_an_answer_first_and_is_then_possible(app: Callable[..., Page]) -> None:
    page = app("SG", "en")
    page.locator("dialog .proceed").click()
    assert page.locator("dialog").is_visible()
    assert focused(page) == "answer"
    page.keyboard.press("Enter")
    assert page.locator("dialog .advice").get_attribute("data-answer") == "yes"
    page.locator("dialog .proceed").click()
    assert [event["name"] for event in heard(page) if event["name"] != "loaded"][-2:] == ["answered", "continued"]


def test_an_answer_changes_the_advice(app: Callable[..., Page], built: Built) -> None:
    page = app("GB", "en")
    [alert] = published(built, "GB", "en")["alerts"]
    page.locator("dialog .answer").nth(0).click()
    assert page.locator("dialog .advice").inner_text() == alert["advice_yes"]
    page.locator("dialog .answer").nth(1).click()
    assert page.locator("dialog .advice").inner_text() == alert["advice_no"]
    assert page.locator("dialog .answer[aria-pressed=true]").count() == 1


def test_it_says_what_happened_in_events(app: Callable[..., Page]) -> None:
    page = app("HK", "zh-Hant")
    page.wait_for_function("heard.some((event) => event.name === 'seen')")
    page.locator("dialog .first .number").evaluate("link => link.addEventListener('click', (e) => e.preventDefault())")
    page.locator("dialog .first .number").click()
    page.locator("dialog .stop").click()
    names = [event["name"] for event in heard(page)]
    assert names == ["shown", "eligible", "assigned", "shown", "loaded", "seen", "called", "stopped"]
    assert heard(page)[0]["source"] == "baseline"
    last = heard(page)[-1]
    assert (last["alert"], last["variant"], last["source"]) == ("hk-withdrawal", "calm", "bundle")


def test_a_new_place_replaces_the_alert(app: Callable[..., Page]) -> None:
    page = app("HK", "en")
    page.evaluate("document.querySelector('scam-alert').setAttribute('jurisdiction', 'GB')")
    page.wait_for_function("heard.some((event) => event.alert === 'gb-withdrawal')")
    assert page.locator("dialog").count() == 1


def focused(page: Page) -> str:
    """The class of the focused element inside the alert."""
    return str(page.evaluate("document.querySelector('scam-alert').shadowRoot.activeElement?.className ?? ''"))


@in_every_language
def test_after_a_yes_the_number_comes_into_sight(app, jurisdiction, locale) -> None:
    page = app(jurisdiction, locale)
    page.locator("dialog .answer").first.click()
    number = page.locator("dialog .question .number")
    body, box = page.locator("dialog .body").bounding_box(), number.bounding_box()
    assert body["y"] <= box["y"]
    assert box["y"] + box["height"] <= body["y"] + body["height"]


def test_a_low_screen_shows_the_beginning(app: Callable[..., Page]) -> None:
    page = app("HK", "en", viewport={"width": 740, "height": 360})
    assert page.locator("dialog").evaluate("dialog => dialog.scrollTop") == 0
    assert focused(page) == "stop"


def test_the_host_pages_font_size_does_not_shrink_it(app: Callable[..., Page]) -> None:
    page = app("HK", "en")
    page.add_style_tag(content="html { font-size: 8px }")
    assert page.locator("dialog .body").evaluate("body => getComputedStyle(body).fontSize") == "16px"
