"""The journey in a browser: above all, what it knows again of destinations, and what it keeps of them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from builder.parse.theme import read_theme
from builder.render.event_modules import event_modules
from tests.browser.conftest import HOST
from tests.conftest import TODAY
from tests.events.samples import BASE_URL, detail, event_named
from tests.events.test_schemas import fits

MODULES = {file.path.rpartition("/")[2]: file.content for file in event_modules(read_theme(), BASE_URL)}
NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12, 30, tzinfo=UTC)
DESTINATION = "0x52908400098527886E0F7030069857D2E4169EE7"
SHOWN = {**detail(event_named("stopped")), "placement": "withdrawal"}
# Longer than any of it takes; only what must not come has to be waited for.
LONG_ENOUGH = 200  # ms
START = """async () => {
  const { startJourney } = await import("/scam-journey.js");
  const { cloudEvent } = await import("/scam-sink.js");
  Object.assign(window, { heard: [], startJourney });
  const listen = ({ type, detail }) =>
    heard.push({ name: type.split(":")[1], detail, told: cloudEvent({ type, detail }) });
  for (const name of ["intended", "resumed", "edited", "submitted"])
    document.addEventListener(`scam-alert:${name}`, listen);
  window.begin = () => {
    window.journey?.end();
    window.journey = startJourney({ jurisdiction: "HK", locale: "zh-Hant", placement: "withdrawal" });
  };
  window.alertSays = (name, detail) => document.dispatchEvent(new CustomEvent(`scam-alert:${name}`, { detail }));
  begin();
}"""
# All that is kept, as text.
KEPT = """() => new Promise((done, fail) => {
  const asked = indexedDB.open("scam-journey");
  asked.onerror = fail;
  asked.onsuccess = () => {
    const reading = asked.result.transaction(["key", "stops"]);
    const keys = reading.objectStore("key").getAll();
    const marks = reading.objectStore("stops").getAllKeys();
    const stops = reading.objectStore("stops").getAll();
    const key = ({ type, extractable, algorithm, usages }) =>
      ({ type, extractable, hash: algorithm.hash.name, usages });
    reading.oncomplete = () => {
      asked.result.close();
      const bytes = marks.result.map((mark) => Array.from(new Uint8Array(mark)));
      done({ keys: keys.result.map(key), marks: bytes, stops: stops.result });
    };
  };
})"""
SLOW_FIRST_KEY = """
  const make = SubtleCrypto.prototype.generateKey;
  let wait = 200;
  SubtleCrypto.prototype.generateKey = async function (...asked) {
    const own = wait;
    wait = 0;
    await new Promise((done) => setTimeout(done, own));
    return make.apply(this, asked);
  };
"""
FIVE_STOPS = """() => {
  for (let number = 0; number < 5; number += 1) {
    begin();
    journey.intend(`address ${number}`);
    alertSays("stopped", { session: "x" });
  }
}"""


def _answer(route: Route) -> None:
    """The page and the two modules; nothing else is there."""
    name = route.request.url.rpartition("/")[2]
    if name == "app.html":
        route.fulfill(body=HOST, content_type="text/html")
    elif name in MODULES:
        route.fulfill(body=MODULES[name], content_type="text/javascript")
    else:
        route.abort()


@pytest.fixture
def journey(open_page: Callable[..., Page]) -> Callable[..., Page]:
    """A page in which a journey has begun. Nothing but the page and the two modules may be asked for."""

    def begin(prepare: str = "", page: Page | None = None) -> Page:
        page = page or open_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.route("**/*", _answer)
        page.clock.set_fixed_time(NOON)
        if prepare:
            page.add_init_script(prepare)
        page.goto("app.html")
        page.evaluate(START)
        return page

    return begin


def stop(page: Page, destination: str = DESTINATION, how: str = "stopped") -> None:
    """A journey to a destination that ends at the alert."""
    page.evaluate("(destination) => (begin(), journey.intend(destination))", destination)
    page.evaluate("([how, detail]) => alertSays(how, detail)", [how, SHOWN])
    page.wait_for_timeout(LONG_ENOUGH)


def resumed(page: Page, destination: str = DESTINATION, after: timedelta = timedelta()) -> list[dict[str, Any]]:
    """What a new journey to a destination tells of earlier ones."""
    page.clock.set_fixed_time(NOON + after)
    page.evaluate("(destination) => (heard.length = 0, begin(), journey.intend(destination))", destination)
    page.wait_for_timeout(LONG_ENOUGH)
    return [one for one in page.evaluate("heard") if one["name"] == "resumed"]


@pytest.mark.parametrize("how", ["stopped", "abandoned"])
def test_a_destination_that_was_stopped_is_known_again(journey, how) -> None:
    page = journey()
    stop(page, how=how)
    [one] = resumed(page)
    assert one["detail"] == {**SHOWN, "at": "2026-11-22T12:00:00.000Z", "within": "24h"}
    assert fits("cloud-event", one["told"])


@pytest.mark.parametrize(
    ("hours", "within"), [(24, "24h"), (25, "7d"), (168, "7d"), (169, "30d"), (720, "30d"), (721, None), (9000, None)]
)
def test_it_says_the_shortest_window_that_holds(journey, hours, within) -> None:
    page = journey()
    stop(page)
    assert [one["detail"]["within"] for one in resumed(page, after=timedelta(hours=hours))] == (
        [within] if within else []
    )
    assert len(page.evaluate(KEPT)["stops"]) == (1 if within else 0)


def test_it_is_known_in_another_page_and_after_another_withdrawal(journey) -> None:
    page = journey()
    stop(page)
    stop(page, "another address")
    again = journey(page=page.context.new_page())
    assert len(resumed(again)) == 1
    assert len(resumed(again, "another address")) == 1


def test_spaces_around_a_destination_do_not_count(journey) -> None:
    page = journey()
    stop(page)
    assert len(resumed(page, f" {DESTINATION}\n")) == 1


def test_another_destination_is_not_known(journey) -> None:
    page = journey()
    stop(page)
    assert resumed(page, DESTINATION[:-1] + "8") == []


@pytest.mark.parametrize("how", ["continued", "shown", "passed"])
def test_only_a_stop_is_remembered(journey, how) -> None:
    page = journey()
    stop(page, how=how)
    assert resumed(page) == []


def test_a_destination_that_was_edited_away_was_not_stopped(journey) -> None:
    page = journey()
    page.evaluate("(destination) => (journey.intend(destination), journey.edit('destination'))", DESTINATION)
    page.evaluate("(detail) => alertSays('stopped', detail)", SHOWN)
    page.wait_for_timeout(LONG_ENOUGH)
    assert resumed(page) == []


def test_another_amount_leaves_the_destination_what_it_is(journey) -> None:
    page = journey()
    page.evaluate("(destination) => (journey.intend(destination), journey.edit('amount'))", DESTINATION)
    page.evaluate("(detail) => alertSays('stopped', detail)", SHOWN)
    page.wait_for_timeout(LONG_ENOUGH)
    assert len(resumed(page)) == 1


def test_another_device_knows_nothing(journey) -> None:
    stop(journey())
    assert resumed(journey()) == []


def test_what_is_kept_tells_nobody_the_destination(journey) -> None:
    page = journey()
    stop(page)
    kept = page.evaluate(KEPT)
    assert kept["keys"] == [{"type": "secret", "extractable": False, "hash": "SHA-256", "usages": ["sign"]}]
    assert [len(mark) for mark in kept["marks"]] == [32]
    shown = {name: value for name, value in SHOWN.items() if name != "at"}
    assert kept["stops"] == [{"hour": int(NOON.timestamp()) // 3600, "shown": shown}]
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0


def test_two_devices_keep_different_hashes_of_the_same_destination(journey) -> None:
    pages = [journey(), journey()]
    for page in pages:
        stop(page)
    first, second = (page.evaluate(KEPT)["marks"] for page in pages)
    assert first != second


def test_journeys_that_start_at_once_share_the_key_that_was_made_first(journey) -> None:
    page = journey(SLOW_FIRST_KEY)
    page.evaluate(FIVE_STOPS)
    page.wait_for_timeout(2 * LONG_ENOUGH)
    assert len(page.evaluate(KEPT)["keys"]) == 1
    assert [len(resumed(page, f"address {number}")) for number in range(5)] == [1] * 5


@pytest.mark.parametrize(
    "prepare",
    [
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } })",
        "Object.defineProperty(window, 'indexedDB', { value: undefined })",
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }",
        "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }",
        "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })",
    ],
)
def test_without_storage_or_crypto_nothing_is_known_and_nothing_fails(journey, prepare) -> None:
    page = journey(prepare)
    stop(page)
    assert resumed(page) == []
    assert [one["name"] for one in page.evaluate("heard")] == ["intended"]


def test_the_steps_fit_their_schemas_and_reach_the_document(journey) -> None:
    page = journey()
    page.evaluate("() => { journey.intend('x'); journey.edit('amount'); journey.submit(); }")
    heard = page.evaluate("heard")
    assert [one["name"] for one in heard] == ["intended", "edited", "submitted"]
    assert [one["name"] for one in heard if not fits("cloud-event", one["told"])] == []
    assert len({one["detail"]["session"] for one in heard}) == 1
