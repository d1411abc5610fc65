"""Figures of the alert in Chromium, shown and not judged.

`python -m tests.browser.measure [faults] [loads] [verify] [opening] [flips]`; without a name all of them.
"""

import base64
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from builder.emit import emit
from builder.model.order import Order
from builder.pipeline import Built, make
from tests.browser.chromium import launch
from tests.browser.faulty import Server, faulty
from tests.browser.states import STATES, visited
from tests.browser.test_flips import LOCALE, PLACE, files, spoilt, trust
from tests.browser.timing import opened
from tests.conftest import SHIPPED, TODAY
from tests.parties import PARTIES

_TIMES = """async ([trust, wanted, now, files, times]) => {
  const { loadWarning } = await import("/warnings/v1/scam-alert.js");
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) =>
    [name, Uint8Array.from(atob(text), (character) => character.charCodeAt(0))]));
  const took = [];
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    await loadWarning(trust, wanted, new Date(now), async (name) => bytes[name]);
    took.push(performance.now() - start);
  }
  return took;
}"""


def faults(browser: Browser, address: str, server: Server, _: Built) -> None:
    """Each state on a first and a second visit: what stands, the code, ms to the first warning and to the last word."""
    for name, state in STATES.items():
        for again in (False, True):
            ended = visited(browser, address, server, state, again=again)
            source, code = ended.outcome
            visit = "second" if again else "first"
            _say(f"{name:28}{visit:8}{source:10}{code or '-':22}{ended.first_shown:7.0f}{ended.last_heard:7.0f}")


def loads(browser: Browser, address: str, server: Server, _: Built) -> None:
    """Requests and bytes of JSON, and of the component itself, on a first and a second visit."""
    for again in (False, True):
        visited(browser, address, server, STATES["clean"], again=again)
        fetched = [size for path, size in server.asked if path.endswith(".json")]
        own = [size for path, size in server.asked if path.endswith(".js")]
        visit = "warm" if again else "cold"
        _say(f"{visit}: {len(fetched)} requests, {sum(fetched):,} bytes of JSON; {sum(own):,} bytes of script")


def verify(browser: Browser, address: str, _: Server, built: Built) -> None:
    """Time of `loadWarning` from memory, three signatures each: the median and the slowest twentieth, in ms."""
    given = {part: base64.b64encode(content).decode() for part, content in files(built).items()}
    wanted = {"jurisdiction": PLACE, "locale": LOCALE}
    for rate, times in ((1, 1000), (6, 300)):
        with _page(browser, address) as page:
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
            took = page.evaluate(_TIMES, [trust(built), wanted, f"{TODAY}T12:00:00Z", given, times])
        slow = statistics.quantiles(took, n=20)[-1]
        _say(f"CPU slowed {rate} times: p50 {statistics.median(took):.1f} ms, p95 {slow:.1f} ms, {times} times")


def opening(browser: Browser, address: str, _: Server, __: Built) -> None:
    """From the click to the paint, in ms: with a prefetched bundle, and cold, where the general warning comes first."""
    for slow, times in ((1, 60), (6, 40)):
        runs = [opened(browser, address, slow=slow) for _ in range(times)]
        _say(f"prefetched, CPU slowed {slow} times: {_spread(run.proved for run in runs)}")
    for latency in (0, 150):
        cold = [opened(browser, address, latency=latency, prefetched=False) for _ in range(20)]
        general, proved = _spread(run.general for run in cold), _spread(run.proved for run in cold)
        _say(f"cold, {latency} ms of latency: general warning {general}; proved {proved}")
    _say(f"layout shift of the host page: {max(run.shift for run in (*runs, *cold))}")


def _spread(times: Iterable[float | None]) -> str:
    took = [time for time in times if time is not None]
    return f"p50 {statistics.median(took):.0f}, p95 {statistics.quantiles(took, n=20)[-1]:.0f} ms, {len(took)} times"


def flips(browser: Browser, address: str, _: Server, built: Built) -> None:
    """Every bit and every length of each file: how many were tried, accepted and refused with which code."""
    with _page(browser, address) as page:
        for part, result in spoilt(page, built):
            codes = ", ".join(f"{code} {count:,}" for code, count in sorted(result.codes.items()))
            _say(f"{part}: {result.size:,} bytes, {result.tried:,} tried in {result.seconds:.0f} s: {codes}")


MEASURES: dict[str, Callable[[Browser, str, Server, Built], None]] = {
    "faults": faults,
    "loads": loads,
    "verify": verify,
    "opening": opening,
    "flips": flips,
}


def main() -> None:
    built = make(Order(SHIPPED, TODAY), PARTIES)
    with ExitStack() as stack:
        out = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "dist"
        emit(built.files, out)
        address, server = stack.enter_context(faulty(out))
        browser = launch(stack.enter_context(sync_playwright()))
        stack.callback(browser.close)
        for name in sys.argv[1:] or MEASURES:
            _say(f"# {name}")
            MEASURES[name](browser, address, server, built)


@contextmanager
def _page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address)
    try:
        page = context.new_page()
        page.goto("app.html")
        yield page
    finally:
        context.close()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
