"""From a click on “Withdraw” to the alert on the screen, as the browser times it, and what it moves meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, Page

# Painted: the first task after the frame in which the dialog stood.
_HOST = """async (prefetched) => {
  const { prefetch } = await import("/warnings/v1/scam-alert.js");
  if (prefetched) await prefetch({ src: "/warnings/v1/", jurisdiction: "HK", locale: "zh-Hant" });
  window.painted = {};
  window.shifts = 0;
  new PerformanceObserver((list) => { for (const shift of list.getEntries()) shifts += shift.value; })
    .observe({ type: "layout-shift", buffered: true });
  document.getElementById("withdraw").addEventListener("click", (click) => {
    const alert = document.createElement("scam-alert");
    const wanted = { jurisdiction: "HK", locale: "zh-Hant", placement: "withdrawal", src: "/warnings/v1/" };
    for (const [name, value] of Object.entries(wanted)) alert.setAttribute(name, value);
    alert.addEventListener("scam-alert:shown", ({ detail }) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (painted[detail.source] ??= performance.now() - click.timeStamp);
      port2.postMessage("");
    }));
    document.body.append(alert);
  });
}"""
_PROVED = """new Promise((done) => (function look() {
  const at = painted.stored ?? painted.bundle;
  if (at) done(at);
  else setTimeout(look, 5);
})())"""


@dataclass(frozen=True)
class Opened:
    """Milliseconds until the general warning, if it was, and the proved one were painted; the shift of the page."""

    general: float | None
    proved: float
    shift: float


def opened(browser: Browser, address: str, *, slow: int = 1, latency: int = 0, prefetched: bool = True) -> Opened:
    """One click on a first visit. `slow` divides the processor's speed, `latency` is added to each request, in ms."""
    with _host(browser, address) as (page, tools):
        page.evaluate(_HOST, prefetched)
        tools.send("Emulation.setCPUThrottlingRate", {"rate": slow})
        if latency:
            tools.send("Network.enable")
            wire = {"offline": False, "latency": latency, "downloadThroughput": -1, "uploadThroughput": -1}
            tools.send("Network.emulateNetworkConditions", wire)
        page.locator("#withdraw").click()
        proved = page.evaluate(_PROVED)
        return Opened(page.evaluate("painted.baseline ?? null"), proved, page.evaluate("shifts"))


@contextmanager
def _host(browser: Browser, address: str) -> Iterator[tuple[Page, CDPSession]]:
    context = browser.new_context(base_url=address)
    try:
        page = context.new_page()
        page.goto("app.html")
        yield page, context.new_cdp_session(page)
    finally:
        context.close()
