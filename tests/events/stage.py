"""A page with the alert in it and a clock in the test's hand, which hears every event of the vocabulary."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import BrowserContext, Page, Request

from tests.conftest import TODAY
from tests.events.collecting import Collector
from tests.events.samples import VOCABULARY
from tests.events.test_schemas import fits

NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
# For the browser to say what has come into view, in real time: that does not hang on the page's clock.
FRAMES = 250  # ms
_LISTEN = """async (names) => {
  const { cloudEvent } = await import("/warnings/v1/scam-sink.js");
  await customElements.whenDefined("scam-alert");
  window.told = [];
  for (const name of names)
    document.addEventListener(`scam-alert:${name}`, (event) =>
      told.push({ name, detail: event.detail, sent: cloudEvent(event) }));
  // A link that is followed would leave this machine.
  const isLink = (event) => event.composedPath().some((part) => part.href);
  document.addEventListener("click", (event) => isLink(event) && event.preventDefault());
}"""
_OPEN = """([jurisdiction, locale, placement, context]) => {
  const alert = document.createElement("scam-alert");
  for (const [name, value] of Object.entries({ jurisdiction, locale, placement })) alert.setAttribute(name, value);
  alert.context = context;
  document.body.append(alert);
}"""

_PREFETCH = """async ([jurisdiction, locale]) => {
  const { prefetch } = await import("/warnings/v1/scam-alert.js");
  await prefetch({ jurisdiction, locale });
}"""


@dataclass(frozen=True)
class Stage:
    """One page. `asked` are all requests so far, as method and address."""

    page: Page
    server: Collector
    asked: list[tuple[str, str]] = field(default_factory=list)

    def open(
        self, jurisdiction: str = "HK", locale: str = "en", placement: str = "withdrawal", **context: str
    ) -> "Stage":
        """Puts an alert into the page, and waits until all that needs no clock has happened."""
        facts = {name.replace("_", "-"): value for name, value in context.items()}
        self.page.evaluate(_OPEN, [jurisdiction, locale, placement, facts])
        self.page.wait_for_function("told.some(({ name }) => ['loaded', 'passed'].includes(name))")
        self.page.wait_for_timeout(FRAMES)
        return self

    def prefetched(self, jurisdiction: str = "HK", locale: str = "en") -> "Stage":
        """Has the warning of a place proved before it is needed: only then can nothing be shown at all."""
        self.page.evaluate(_PREFETCH, [jurisdiction, locale])
        return self

    def wait(self, milliseconds: float) -> "Stage":
        """Lets the page's clock run on."""
        self.page.clock.run_for(int(milliseconds))
        return self

    def told(self, *names: str) -> list[dict[str, Any]]:
        """The details of the events of these names so far, each of which must be what its schema says, and no more."""
        everything = self.page.evaluate("told")
        unsound = [one["name"] for one in everything if not fits("cloud-event", one["sent"])]
        changed = [one["name"] for one in everything if one["sent"] and one["sent"]["data"] != one["detail"]]
        assert (unsound, changed) == ([], [])
        return [one["detail"] for one in everything if one["name"] in names]

    def names(self) -> list[str]:
        """All events so far, in their order."""
        return [str(name) for name in self.page.evaluate("told.map(({ name }) => name)")]

    def press(self, part: str) -> "Stage":
        """Presses the first such part of the dialog."""
        self.page.locator(f"scam-alert dialog {part}").first.evaluate("part => part.click()")
        return self

    def run(self, script: str) -> "Stage":
        """Does something in the page."""
        self.page.evaluate(script)
        return self

    def frames(self) -> "Stage":
        """Lets the browser draw."""
        self.page.wait_for_timeout(FRAMES)
        return self


def staged(
    context: BrowserContext, server: Collector, now: datetime = NOON, prepare: Callable[[Page], None] | None = None
) -> Stage:
    """A page of a host app, in which the clock stands still."""
    page = context.new_page()
    asked: list[tuple[str, str]] = []

    def note(request: Request) -> None:
        asked.append((request.method, request.url))

    page.on("request", note)
    # The clock can only be stopped at a moment that lies ahead.
    page.clock.install(time=now - timedelta(minutes=1))
    page.clock.pause_at(now)
    page.add_init_script("Math.random = () => 0")
    if prepare:
        prepare(page)
    page.goto("app.html")
    page.evaluate(_LISTEN, [event.dom for event in VOCABULARY.events])
    return Stage(page, server, asked)


def strayed(stage: Stage, address: str) -> list[tuple[str, str]]:
    """Requests that are not GETs of the component's own files."""
    own = re.compile(re.escape(address) + r"(app\.html|favicon\.ico|warnings/v1/[A-Za-z0-9./-]+)")
    return [asked for asked in stage.asked if asked[0] != "GET" or not own.fullmatch(asked[1])]
