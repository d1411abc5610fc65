"""The gallery shows every published alert in every state that alert.yml names, as the element really comes to it."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from builder.pipeline import Built
from tests.browser.conftest import published, published_pairs
from tests.browser.specimens import (
    ALERT,
    EXAMPLES,
    SCREENS,
    Seen,
    listed,
    open_specimen,
    visitor,
    walk,
    without_pictures,
)


@pytest.fixture
def seen(browser: Browser, site: str) -> tuple[Seen, ...]:
    return walk(browser, site)


@pytest.fixture
def gallery(open_page: Callable[..., Page]) -> Page:
    page = open_page(viewport={"width": 1280, "height": 900})
    without_pictures(page)
    page.goto("preview/")
    return page


def test_it_lists_every_published_wording_once(gallery: Page, built: Built) -> None:
    wordings = [
        (jurisdiction, locale, variant["id"])
        for jurisdiction, locale in published_pairs()
        for alert in published(built, jurisdiction, locale)["alerts"]
        for variant in alert["variants"]
    ]
    shown = [each for each in listed(gallery) if each.example.name == "published"]
    found = [(each.jurisdiction, each.locale, each.title.rsplit(" · ")[-1]) for each in shown]
    assert sorted(found) == sorted(wordings)


def test_it_lists_every_example_in_every_language_in_which_it_can_be(gallery: Page) -> None:
    found = {(each.example.name, each.locale) for each in listed(gallery)}
    locales = {locale for _, locale in published_pairs()}
    foreign = {(example.name, "en") for example in ALERT.examples if example.shows == "other-language"}
    assert found == {(name, locale) for name in EXAMPLES for locale in locales} - foreign


def test_every_example_ends_as_it_says(seen: tuple[Seen, ...]) -> None:
    assert seen
    ended = {str(each.listed): (each.source, each.code) for each in seen}
    assert ended == {
        str(each.listed): (each.listed.example.expects.source, each.listed.example.expects.code) for each in seen
    }


def test_every_wording_is_the_one_that_is_said(seen: tuple[Seen, ...], built: Built) -> None:
    for each in seen:
        if each.listed.example.name == "published":
            [alert] = published(built, each.listed.jurisdiction, each.listed.locale)["alerts"]
            headings = {variant["id"]: variant["heading"] for variant in alert["variants"]}
            said = [name for name, heading in headings.items() if heading in each.words]
            assert said == [each.listed.title.rsplit(" · ")[-1]], each.listed


def test_every_alert_is_in_the_language_it_is_listed_in(seen: tuple[Seen, ...]) -> None:
    for each in seen:
        assert each.language == ("" if each.source == "none" else each.listed.locale), each.listed


def test_no_example_makes_the_browser_complain_or_asks_another_host(seen: tuple[Seen, ...]) -> None:
    assert {str(each.listed): each.said for each in seen if each.said} == {}


def test_a_failure_shows_no_number(seen: tuple[Seen, ...], built: Built) -> None:
    numbers = {
        contact["phone"]["display"]
        for pair in published_pairs()
        for contact in published(built, *pair)["contacts"]
        if contact["phone"]
    }
    silent = [each for each in seen if each.source in {"baseline", "outdated", "none"}]
    assert silent
    assert {str(each.listed) for each in silent for number in numbers if number in each.words} == set()


def test_what_is_changed_is_marked_so(gallery: Page) -> None:
    marked = gallery.locator("h2:has(small)").evaluate_all("all => all.map((heading) => heading.id)")
    assert marked == [example.name for example in ALERT.examples if example.changed]


def test_a_changed_example_says_that_no_signature_was_checked(browser: Browser, site: str) -> None:
    with visitor(browser, site) as page:
        for each in listed(page):
            if each.jurisdiction == "HK" and each.locale == "en":
                open_specimen(page, each.address)
                said = "no signature" in (page.locator("#about").text_content() or "")
                assert said == bool(each.example.changed), each


def test_an_address_cannot_put_words_into_an_alert(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto("preview/specimen/?example=<b>pay&jurisdiction=HK&locale=en&placement=withdrawal&alert=pay&about=pay")
    page.wait_for_selector("body[data-source=bundle]")
    assert "pay&" not in page.content()
    assert page.locator("dialog .number").first.inner_text() == "18222"


def test_an_example_leaves_nothing_on_the_device(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto("preview/specimen/?example=certain&jurisdiction=HK&locale=en&placement=withdrawal&alert=hk-withdrawal")
    page.wait_for_selector("body[data-source=bundle]")
    page.goto("hk/en/")
    assert page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('scam-alert'))") == []


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: str(screen["width"]))
def test_the_width_filter_sets_the_width_of_every_picture(gallery: Page, screen: dict[str, int]) -> None:
    gallery.select_option("[name=width]", str(screen["width"]))
    widths = gallery.locator("iframe").evaluate_all("all => all.map((frame) => frame.width)")
    assert set(widths) == {str(screen["width"])}


@pytest.mark.parametrize(("name", "chosen"), [("jurisdiction", "GB"), ("locale", "ar"), ("example", "stale")])
def test_a_filter_leaves_only_what_was_chosen(gallery: Page, name: str, chosen: str) -> None:
    gallery.select_option(f"[name={name}]", chosen)
    left = gallery.locator("li:visible").evaluate_all(f"all => all.map((item) => item.dataset.{name})")
    assert left
    assert set(left) == {chosen}


@pytest.mark.parametrize(("theme", "surface"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(28, 33, 40)")])
def test_the_colours_filter_holds_against_the_system(open_page: Callable[..., Page], theme: str, surface: str) -> None:
    page = open_page(color_scheme="light" if theme == "dark" else "dark")
    without_pictures(page)
    page.goto("preview/")
    page.select_option("[name=theme]", theme)
    page.goto(page.locator("li a").first.get_attribute("href") or "")
    page.wait_for_selector("body[data-source]")
    assert page.locator("dialog").evaluate("dialog => getComputedStyle(dialog).backgroundColor") == surface


def test_a_picture_takes_no_focus(gallery: Page) -> None:
    gallery.unroute_all()
    gallery.reload()
    gallery.locator("[name=locale]").focus()
    gallery.frame_locator("iframe").first.locator("dialog .number").first.wait_for()
    assert gallery.evaluate("document.activeElement.name") == "locale"
    assert gallery.evaluate("scrollY") == 0


def test_without_javascript_it_is_a_list_of_links(open_page: Callable[..., Page]) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("preview/")
    assert page.locator("li a").count() >= len(published_pairs()) * len(ALERT.examples) // 2
    assert page.locator("form").is_hidden()
    assert page.locator("iframe").count() == 0
    page.locator("li a").first.click()
    assert page.url.rpartition("?")[0].endswith("/preview/specimen/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_its_own_page(open_page: Callable[..., Page], scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    without_pictures(page)
    page.goto("preview/")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_nobody_is_led_there_and_no_other_site_can_frame_it(open_page: Callable[..., Page], built: Built) -> None:
    sitemaps = b"".join(file.content for file in built.files if file.path.endswith("sitemap.xml"))
    assert b"preview" not in sitemaps
    page = open_page()
    for address in ("preview/", "preview/specimen/"):
        answer = page.goto(address)
        assert answer
        assert answer.headers["x-robots-tag"] == "noindex"
        assert answer.headers["content-security-policy"].endswith("frame-ancestors 'self'")
        assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
        policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
        assert re.findall(r"unsafe|https?:", policy) == []


def test_the_demo_leads_to_it(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.goto("preview/withdrawal/")
    page.get_by_role("link", name="Every alert").click()
    assert page.url.endswith("/preview/")
