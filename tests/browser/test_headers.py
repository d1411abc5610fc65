"""The site behind its own headers: everything works, and texts cannot become code."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from builder.pipeline import Built
from tests.browser.conftest import HOST, LOAD

WATCH = """
  window.refused = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
# What a page may not do even if a script of ours made the mistake.
ATTEMPTS = {
    "a script made of text": "document.createElement('script').textContent = '1'",
    "a script from elsewhere": "document.createElement('script').src = 'https://stray.invalid/'",
    "a script in an address": "document.createElement('script').src = 'data:text/javascript,1'",
    "another script of this site": "document.createElement('script').src = '/assets/scripts/preview.js'",
    "a worker from elsewhere": "new Worker('https://stray.invalid/')",
    "a worker beside its folder": "new Worker('/assets/javascripts/../scripts/preview.js')",
    "a policy of its own": "trustedTypes.createPolicy('own', { createHTML: (text) => text })",
    "another default policy": "trustedTypes.createPolicy('default', { createHTML: (text) => text })",
}


def test_every_page_opens_without_a_word_from_the_browser(open_page: Callable[..., Page], built: Built) -> None:
    page = open_page()
    page.add_init_script(WATCH)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for file in built.files:
        if file.path.endswith(".html"):
            answer = page.goto(file.path.removesuffix("index.html"))
            assert answer
            framed = "'self'" if file.path.startswith("preview/") else "'none'"
            assert f"frame-ancestors {framed}" in answer.headers["content-security-policy"]
            assert page.evaluate("refused") == [], file.path
            assert said == [], file.path


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS.keys())
def test_the_guard_refuses(open_page: Callable[..., Page], attempt: str) -> None:
    page = open_page()
    page.goto("hk/en/")
    tried = page.evaluate(f"() => {{ try {{ {attempt}; return 'done' }} catch (error) {{ return error.name }} }}")
    assert tried == "TypeError"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<p><mark>a</mark> &lt;b&gt;</p>", "<p><mark>a</mark> &lt;b&gt;</p>"),
        ("<img src=x onerror=1>", "&lt;img src=x onerror=1&gt;"),
        ("<p onclick=1>a</p>", "&lt;p onclick=1&gt;a<p></p>"),
        ("<mark/onclick=1>", "&lt;mark/onclick=1&gt;"),
        ("<MARK>", "&lt;MARK&gt;"),
        ("<!-- <mark> -->", "&lt;!-- <mark> --&gt;</mark>"),
    ],
)
def test_the_guard_keeps_the_marks_of_a_search_and_shows_the_rest(open_page, text: str, kept: str) -> None:
    page = open_page()
    page.goto("hk/en/")
    made = page.evaluate(
        "(text) => { const a = document.createElement('div'); a.innerHTML = text; return a.innerHTML }", text
    )
    assert made == kept


def test_the_alert_works_in_an_app_that_lets_no_text_become_code(open_page: Callable[..., Page], site: str) -> None:
    page = open_page()
    policy = f"default-src 'none'; script-src {site}; connect-src {site}; base-uri 'none'; form-action 'none'; "
    strict = {"Content-Security-Policy": f"{policy}require-trusted-types-for 'script'; trusted-types 'none'"}
    element = '<scam-alert jurisdiction="HK" locale="en" placement="withdrawal"></scam-alert>'
    page.route(
        "**/app.html",
        lambda route: route.fulfill(body=HOST + LOAD + element, content_type="text/html", headers=strict),
    )
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto("app.html")
    page.locator("dialog .number").first.wait_for()
    assert page.locator("dialog .first .number").inner_text() == "18222"
    assert said == []


def test_no_other_site_can_frame_a_page(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.route(
        "**/app.html", lambda route: route.fulfill(body="<iframe src=/hk/en/></iframe>", content_type="text/html")
    )
    page.goto("app.html")
    assert page.frames[1].url.startswith("chrome-error:")
