"""States of network and clock, and what the alert must come to in each: on a first visit, and with a warning kept."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.faulty import (
    BUNDLE,
    LATEST,
    RELEASE,
    Faults,
    Server,
    another_place,
    bomb,
    cut_off,
    cut_short,
    dripping,
    edited,
    hanging,
    replying,
)
from tests.conftest import TODAY

NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
# What is shown in the end, and the code that was told, if any.
Outcome = tuple[str, str | None]


@dataclass(frozen=True)
class State:
    """`again` is the outcome if a warning was kept before; `clock` is how wrong or late the clock is."""

    first: Outcome
    again: Outcome
    faults: Faults = field(default_factory=dict)
    clock: timedelta = timedelta()
    offline: bool = False


def _no_latest(code: str, fault: Any) -> State:
    return State(("baseline", code), ("stored", code), {LATEST: fault})


def _spoilt(code: str, pattern: str, fault: Any) -> State:
    """A release and a bundle that are kept need not be fetched."""
    return State(("baseline", code), ("stored", None), {pattern: fault})


def _at(outcome: Outcome, **late: int) -> State:
    return State(outcome, outcome, clock=timedelta(**late))


def _other_digit(content: bytes) -> bytes:
    assert b"18222" in content
    return content.replace(b"18222", b"18223")


def _other_signature(content: bytes) -> bytes:
    return re.sub(rb'"sig":".{8}', b'"sig":"AAAAAAAA', content)


STATES = {
    "clean": State(("bundle", None), ("stored", None)),
    "wrong content type": State(("bundle", None), ("stored", None), {r"\.json$": replying(200, kind="text/html")}),
    "500": _no_latest("latest-missing", replying(500)),
    "404": _no_latest("latest-missing", replying(404)),
    "429": _no_latest("latest-missing", replying(429)),
    "204": _no_latest("latest-missing", replying(204, b"")),
    "206": _no_latest("latest-missing", replying(206)),
    "connection cut": _no_latest("latest-unreachable", cut_off),
    "offline": State(("baseline", "latest-unreachable"), ("stored", "latest-unreachable"), offline=True),
    "hanging": _no_latest("latest-unreachable", hanging),
    "dripping": _no_latest("latest-unreachable", dripping),
    "cut short": _no_latest("latest-unreachable", cut_short),
    "redirect": _no_latest("latest-unreachable", replying(302, b"", Location="/warnings/v1/trust.json")),
    "captive portal": _no_latest("latest-malformed", replying(200, b"<!doctype html>Log in", "text/html")),
    "empty": _no_latest("latest-malformed", replying(200, b"")),
    "half": _no_latest("latest-malformed", edited(lambda content: content[: len(content) // 2])),
    "5 megabytes": _no_latest("latest-too-large", replying(200, b" " * 5_000_000)),
    "gzip bomb": _no_latest("latest-too-large", bomb),
    "signature exchanged": _no_latest("latest-signature", edited(_other_signature)),
    "release missing": _spoilt("release-missing", RELEASE, replying(404)),
    "release changed": _spoilt("release-digest", RELEASE, edited(lambda content: content[:-1] + b" ")),
    "release hanging": _spoilt("release-unreachable", RELEASE, hanging),
    "bundle missing": _spoilt("bundle-missing", BUNDLE, replying(404)),
    "bundle cut off": _spoilt("bundle-unreachable", BUNDLE, cut_off),
    "bundle with another digit": _spoilt("bundle-digest", BUNDLE, edited(_other_digit)),
    "bundle of another place": _spoilt("bundle-digest", BUNDLE, another_place),
    "bundle of 5 megabytes": _spoilt("bundle-too-large", BUNDLE, replying(200, b" " * 5_000_000)),
    "clock 10 years early": _at(("baseline", "latest-from-future"), days=-3653),
    "clock 10 years late": _at(("baseline", "release-expired"), days=3653),
    "73 hours later": _at(("stale", None), hours=73),
    "8 days later": _at(("stale", None), days=8),
    "11 days later": _at(("outdated", None), days=11),
    "91 days later": _at(("baseline", "release-expired"), days=91),
}  # fmt: skip

_ALERT = """() => new Promise((done) => {
  window.heard = [];
  const start = new Event("start").timeStamp;
  for (const name of ["shown", "failed"])
    document.addEventListener(`scam-alert:${name}`, (event) =>
      heard.push({ name, source: event.detail.source, code: event.detail.code, after: event.timeStamp - start }));
  customElements.whenDefined("scam-alert").then(() => {
    const alert = document.createElement("scam-alert");
    for (const [name, value] of [["jurisdiction", "HK"], ["locale", "en"], ["placement", "withdrawal"]])
      alert.setAttribute(name, value);
    document.body.append(alert);
    done();
  });
})"""


@dataclass(frozen=True)
class Ended:
    """What stands in the end: outcome, words, numbers that can be dialled; and after how many ms what was shown."""

    outcome: Outcome
    words: str
    dialled: list[str]
    first_shown: float
    last_heard: float


def visited(browser: Browser, address: str, server: Server, state: State, *, again: bool) -> Ended:
    """Opens the alert in a state; `again` after a visit when all was well."""
    context = browser.new_context(base_url=address, locale="en-GB")
    try:
        page = context.new_page()
        if again:
            server.faults = {}
            _open(page, NOON)
            page.wait_for_function("heard.some(({ source }) => source === 'bundle')")
        server.faults = state.faults
        server.asked.clear()
        _open(page, NOON + state.clock, context if state.offline else None)
        return _ended(page, state.again if again else state.first)
    finally:
        server.faults = {}
        context.close()


def _open(page: Page, now: datetime, cut: BrowserContext | None = None) -> None:
    page.clock.set_fixed_time(now)
    page.goto("app.html")
    page.wait_for_function("!!customElements.get('scam-alert')")
    if cut:
        cut.set_offline(True)
    page.evaluate(_ALERT)


def _ended(page: Page, expected: Outcome) -> Ended:
    """Waits for what is expected, or for as long as anything can take."""
    source, code = expected
    wanted = f"code === '{code}'" if code else f"source === '{source}'"
    page.wait_for_function(f"heard.some(({{ source, code }}) => {wanted})", timeout=15_000)
    page.wait_for_timeout(150)
    heard = page.evaluate("heard")
    dialog = page.locator("scam-alert dialog")
    failed = [event["code"] for event in heard if event["name"] == "failed"]
    return Ended(
        (heard[-1]["source"], failed[0] if failed else None),
        dialog.inner_text() if dialog.is_visible() else "",
        [link.get_attribute("href") or "" for link in dialog.locator("a[href^='tel:']").all()],
        heard[0]["after"],
        heard[-1]["after"],
    )
