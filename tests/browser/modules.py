"""The built component as a module in a page: no element, no network, only `loadWarning` and what is given to it."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import HOST
from tests.conformance.clients import ROOT

_ADAPTER = (ROOT / "conformance" / "run.mjs").read_bytes()


def module_page(open_page: Callable[..., Page]) -> Page:
    """A page that can import `/warnings/v1/scam-alert.js` and, for cases, `/run.mjs`."""
    page = open_page(running_clock=True)
    page.route("**/app.html", lambda route: route.fulfill(body=HOST, content_type="text/html"))
    page.route("**/run.mjs", lambda route: route.fulfill(body=_ADAPTER, content_type="text/javascript"))
    page.goto("app.html")
    return page


def outcomes_in(page: Page, cases: list[Any]) -> dict[str, Any]:
    """What the built component makes of cases, by name."""
    found = page.evaluate(
        """async (cases) => {
          const { loadWarning } = await import("/warnings/v1/scam-alert.js");
          const { outcome } = await import("/run.mjs");
          const outcomes = {};
          for (const one of cases) outcomes[one.name] = await outcome(loadWarning, one);
          return outcomes;
        }""",
        cases,
    )
    return dict(found)
