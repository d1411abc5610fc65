"""The shipped content, built once and served on this machine, in a browser whose clock stands still at noon."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Request, sync_playwright

from builder.emit import emit
from builder.model.order import Order
from builder.pipeline import Built, make
from tests.browser.chromium import launch
from tests.browser.serving import served
from tests.conftest import SHIPPED, TODAY
from tests.parties import PARTIES

HOST = (
    '<!doctype html><html lang="en"><title>App</title><main><h1>App</h1><button id="withdraw">Withdraw</button></main>'
)
LOAD = '<script type="module" src="/warnings/v1/scam-alert.js"></script>'


def _nothing(_page: Page) -> None:
    """No preparation."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in Path(item.fspath).parts:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def built() -> Built:
    made = make(Order(SHIPPED, TODAY), PARTIES)
    assert made.site, made.problems
    return made


@pytest.fixture(scope="session")
def dist(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("shipped") / "dist"
    emit(built.files, out)
    return out


@pytest.fixture(scope="session")
def site(dist: Path) -> Iterator[str]:
    with served(dist) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    running = launch(playwright)
    yield running
    running.close()


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Opens pages in a context of their own; any request off the site's origin fails the test."""
    contexts: list[BrowserContext] = []
    strayed: list[str] = []

    def watch(request: Request) -> None:
        if not request.url.startswith((site, "data:", "blob:")):
            strayed.append(request.url)

    def open_(*, running_clock: bool = False, **options: Any) -> Page:
        options.setdefault("viewport", {"width": 360, "height": 740})
        context = browser.new_context(base_url=site, locale="en-GB", **options)
        context.on("request", watch)
        contexts.append(context)
        page = context.new_page()
        if not running_clock:
            page.clock.set_fixed_time(f"{TODAY.isoformat()}T12:00:00Z")
        page.add_init_script("Math.random = () => 0")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert strayed == []


@pytest.fixture
def app(open_page: Callable[..., Page]) -> Callable[..., Page]:
    """A host app: a page with one button, and the alert in front of it."""

    def open_app(jurisdiction: str, locale: str, *, prepare: Callable[[Page], None] = _nothing, **options: Any) -> Page:
        page = open_page(**options)
        page.route("**/app.html", lambda route: route.fulfill(body=HOST + LOAD, content_type="text/html"))
        prepare(page)
        page.goto("app.html")
        page.locator("#withdraw").focus()
        page.evaluate(
            """([jurisdiction, locale]) => {
              window.heard = [];
              const names = "eligible assigned loaded shown seen read answered opened checked called pause-started "
                + "stopped abandoned continued passed failed";
              for (const name of names.split(" "))
                document.addEventListener(`scam-alert:${name}`, (event) => heard.push({ name, ...event.detail }));
              const alert = document.createElement("scam-alert");
              alert.setAttribute("jurisdiction", jurisdiction);
              alert.setAttribute("locale", locale);
              alert.setAttribute("placement", "withdrawal");
              document.body.append(alert);
            }""",
            [jurisdiction, locale],
        )
        page.wait_for_function("heard.some((event) => event.source !== 'baseline' || event.name === 'failed')")
        return page

    return open_app


def heard(page: Page) -> list[dict[str, Any]]:
    """The events so far."""
    return list(page.evaluate("heard"))


def published(built: Built, jurisdiction: str, locale: str) -> dict[str, Any]:
    """The published bundle, as an app developer would read it."""
    prefix = f"warnings/v1/{jurisdiction}/{locale}."
    [file] = [file for file in built.files if file.path.startswith(prefix)]
    return dict(json.loads(file.content))


def published_pairs() -> list[tuple[str, str]]:
    """Every jurisdiction and locale of the shipped content."""
    made = make(Order(SHIPPED, TODAY), PARTIES)
    assert made.site
    return [(bundle.jurisdiction, bundle.locale) for bundle in made.site.bundles]
