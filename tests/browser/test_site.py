"""The site as a reader meets it."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from builder.pipeline import Built

KINDS = {
    "home": "",
    "start, Chinese": "hk/zh-hant/",
    "start, Arabic": "ae/ar/",
    "scams": "hk/en/scams/",
    "scam": "sg/zh-hans/scams/authority/",
    "contacts": "gb/en/contacts/",
    "tips": "ae/ar/tips/",
    "self-check": "hk/zh-hant/check/",
    "text": "en/results/",
    "text, Arabic": "ar/law-enforcement/",
    "not found": "404.html",
    "demo": "preview/withdrawal/",
}
each_kind = pytest.mark.parametrize("address", KINDS.values(), ids=KINDS.keys())


@each_kind
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page, address: str, scheme: str) -> None:
    page = open_page(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page.goto(address)
    page.wait_for_selector("html.js")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@each_kind
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_runs_out_of_the_screen(open_page, address: str, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 740})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@each_kind
def test_the_console_stays_silent(open_page, address: str) -> None:
    page = open_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("response", lambda answer: said.append(answer.url) if answer.status >= 400 else None)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert said == []


def test_without_javascript_a_reader_gets_from_the_front_door_to_a_number(open_page) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("")
    page.get_by_role("link", name="香港").click()
    number = page.locator(".as-now .as-contact__number")
    assert number.inner_text() == "18222"
    assert number.get_attribute("href") == "tel:18222"


def test_without_javascript_the_self_check_answers(open_page) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("gb/en/check/")
    assert page.locator(".as-check__any").is_hidden()
    page.get_by_role("checkbox").first.check()
    assert page.locator(".as-check__any").is_visible()
    assert page.locator(".as-check__any .as-contact__number").inner_text() == "0300 123 2040"
    page.locator(".as-check__scam").first.get_by_role("checkbox").check()
    assert page.locator(".as-check__link").first.is_visible()


def test_without_javascript_dark_follows_the_system(open_page) -> None:
    page = open_page(java_script_enabled=False, color_scheme="dark")
    page.goto("hk/en/")
    assert page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == "rgb(21, 25, 31)"


def test_the_language_switch_stays_on_the_page(open_page) -> None:
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto("hk/en/scams/romance/")
    page.get_by_role("button", name="Select language").hover()
    page.get_by_role("link", name="中文").click()
    assert page.url.endswith("/hk/zh-hant/scams/romance/")
    assert page.locator("html").get_attribute("lang") == "zh-Hant"


@pytest.mark.parametrize(
    ("root", "words", "found"),
    [
        ("hk/zh-hant/", "錢包", "hk/zh-hant/scams/wallet-drain/"),
        ("sg/zh-hans/", "投资", "sg/zh-hans/scams/invest-groomed/"),
        ("gb/en/", "police", "gb/en/scams/authority/"),
        ("ae/ar/", "محفظة", "ae/ar/scams/wallet-drain/"),
    ],
)
def test_search_finds_words_within_the_place_and_language(open_page, root: str, words: str, found: str) -> None:
    page = open_page(running_clock=True, viewport={"width": 1280, "height": 900})  # the search field waits by the clock
    page.goto(root)
    field = page.locator(".md-search__input")
    field.click()
    # Material's worker drops what is typed before it has read the index; a person takes longer than that.
    page.wait_for_function(
        """() => {
          const words = JSON.parse(document.getElementById("__config").textContent).translations;
          const meta = document.querySelector(".md-search-result__meta").textContent.trim();
          return meta === words["search.result.placeholder"];
        }"""
    )
    field.fill(words)
    page.wait_for_selector(".md-search-result__link")
    links = page.locator(".md-search-result__link").evaluate_all("all => all.map((a) => new URL(a.href).pathname)")
    assert f"/{found}" in links
    assert [link for link in links if not link.startswith(f"/{root}")] == []


def test_a_lost_reader_finds_home_from_any_depth(open_page) -> None:
    page = open_page()
    page.goto("hk/xx/no/such/page/")
    page.locator("article a.as-button").click()
    assert page.url.endswith("/en/")


def test_every_link_on_the_site_leads_somewhere(open_page, built: Built, site: str) -> None:
    """Read from the published HTML by a browser's own parser; every address below the site must be a file."""
    page = open_page()
    files = {file.path for file in built.files}
    missing = set()
    for file in built.files:
        if file.path.endswith(".html"):
            links = page.evaluate(
                """([html, address]) => {
                  const parsed = new DOMParser().parseFromString(html, "text/html");
                  const base = parsed.createElement("base");
                  base.href = address;
                  parsed.head.prepend(base);
                  return [...parsed.querySelectorAll("a[href], link[href], script[src]")].map((e) => e.href || e.src);
                }""",
                [file.content.decode(), site + file.path.removesuffix("index.html")],
            )
            for link in links:
                path = link.removeprefix(site).partition("#")[0].partition("?")[0]
                if (
                    link.startswith(site)
                    and (f"{path}index.html" if path.endswith("/") or not path else path) not in files
                ):
                    missing.add((file.path, path))
    assert missing == set()
