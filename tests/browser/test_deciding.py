"""What a campaign asks for, as a person meets it: for whom, how often, with how much friction, and turned off."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from builder.emit import emit
from builder.model.order import Order
from builder.pipeline import make
from builder.seal.releases import LATEST
from tests.browser.conftest import HOST
from tests.browser.serving import served
from tests.conftest import SHIPPED, TODAY
from tests.parties import PARTIES

_ADDED = {
    "hk": "audience:\n  - fact: address\n    any_of: [new]\n"
    "exposure:\n  most: 1\n  within_hours: 24\n  rest_hours: 24\n",
    "gb": "holdout: 50\n",
    "sg": "pauses: [1, 24]\n",
    "ae": "cool_off_hours: 24\n",
}
_FRICTION = {"sg": "pause", "ae": "cool-off"}
_OPEN = """async ([jurisdiction, locale, context, early]) => {
  const { prefetch } = await import("/warnings/v1/scam-alert.js");
  if (early) await prefetch({ src: "/warnings/v1/", jurisdiction, locale });
  window.drawn = 0;
  window.heard = [];
  const names = "eligible assigned loaded shown continued stopped pause-started passed failed";
  for (const name of names.split(" "))
    document.addEventListener(`scam-alert:${name}`, ({ detail }) => heard.push({ name, ...detail }));
  const alert = document.createElement("scam-alert");
  for (const [name, value] of Object.entries({ jurisdiction, locale, placement: "withdrawal", src: "/warnings/v1/" }))
    alert.setAttribute(name, value);
  alert.context = context;
  document.body.append(alert);
}"""

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The shipped content with other campaigns."""
    folder = tmp_path_factory.mktemp("deciding")
    with served(_built(folder, switches="")) as site:
        yield site


def _built(folder: Path, switches: str) -> Path:
    project = folder / "project"
    shutil.copytree(SHIPPED / "content", project / "content")
    shutil.copy(SHIPPED / "site_config.yml", project)
    for place, added in _ADDED.items():
        file = project / "content" / "campaigns" / f"{place}-withdrawal" / "campaign.yml"
        text = file.read_text("utf-8").replace("friction: question", f"friction: {_FRICTION.get(place, 'question')}")
        file.write_text(text + added, "utf-8")
    if switches:
        (project / "switches.yml").write_text(switches, "utf-8")
    made = make(Order(project, TODAY), PARTIES)
    assert made.site, made.problems
    emit(made.files, folder / "dist")
    return folder / "dist"


@pytest.fixture
def alert(browser: Browser, address: str) -> Iterator[Open]:
    """Opens the alert of a place in a new context, as an app does that has prefetched it, or has not."""
    contexts = []

    def open_alert(
        place: str, locale: str = "en", *, context: Any = None, early: bool = True, at: str = address
    ) -> Page:
        contexts.append(browser.new_context(base_url=at))
        page = contexts[-1].new_page()
        page.clock.set_fixed_time(f"{TODAY.isoformat()}T12:00:00Z")
        page.add_init_script("Math.random = () => 0")
        page.route("**/app.html", lambda route: route.fulfill(body=HOST, content_type="text/html"))
        page.goto("app.html")
        page.evaluate(_OPEN, [place, locale, context, early])
        page.wait_for_function("heard.some(({ name }) => ['loaded', 'passed'].includes(name))")
        return page

    yield open_alert
    for context in contexts:
        context.close()


def names(page: Page) -> list[str]:
    return [event["name"] for event in page.evaluate("heard")]


def last(page: Page) -> dict[str, Any]:
    return dict(page.evaluate("heard.at(-1)"))


def test_a_transfer_that_no_alert_means_passes_in_silence(alert: Open) -> None:
    page = alert("HK", context={"address": "known"})
    assert names(page) == ["loaded", "passed"]
    assert last(page)["reason"] == "audience"
    assert page.locator("scam-alert dialog").count() == 0


def test_a_fact_that_is_not_reported_matches(alert: Open) -> None:
    assert names(alert("HK", context={"asset": "USDT"}))[:3] == ["eligible", "assigned", "shown"]


def test_what_was_drawn_before_the_bundle_came_stays_with_the_local_number(alert: Open) -> None:
    page = alert("HK", context={"address": "known"}, early=False)
    assert names(page) == ["shown", "shown", "loaded"]
    assert "18222" in page.locator("scam-alert dialog").inner_text()


def test_a_second_showing_within_the_hours_rests(alert: Open) -> None:
    page = alert("HK", context={"address": "new"})
    page.keyboard.press("Escape")
    page.evaluate(_OPEN, ["HK", "en", {"address": "new"}, True])
    page.wait_for_function("heard.some(({ name }) => name === 'passed')")
    assert (last(page)["reason"], last(page)["alert"]) == ("resting", "hk-withdrawal")


def test_a_held_out_device_is_counted_and_left_alone(alert: Open) -> None:
    page = alert("GB")
    assert names(page) == ["eligible", "assigned", "loaded", "passed"]
    assert {event["arm"] for event in page.evaluate("heard")} == {"holdout"}
    assert last(page)["reason"] == "holdout"


def test_a_pause_that_the_person_chooses_ends_the_alert(alert: Open) -> None:
    page = alert("SG")
    choices = page.locator("scam-alert dialog .pause")
    assert choices.all_inner_texts() == ["Wait 1 hour first", "Wait 1 day first"]
    choices.nth(1).click()
    assert page.locator("scam-alert dialog").count() == 0
    assert (last(page)["name"], last(page)["hours"], last(page)["imposed"]) == ("pause-started", 24, False)


def test_a_cool_off_is_said_before_and_told_to_the_app_after(alert: Open) -> None:
    page = alert("AE")
    assert "held for 1 day" in page.locator("scam-alert dialog .actions").inner_text()
    page.locator("scam-alert dialog .answer").last.click()
    page.locator("scam-alert dialog .proceed").click()
    imposed, went_on = page.evaluate("heard.slice(-2)")
    assert (went_on["name"], went_on["cool_off_hours"]) == ("continued", 24)
    assert (imposed["name"], imposed["hours"], imposed["imposed"]) == ("pause-started", 24, True)


@pytest.mark.parametrize("switch", ["alert: hk-withdrawal", "alert: gb-withdrawal"])
def test_what_is_turned_off_leaves_the_general_words_with_the_local_number(
    alert: Open, tmp_path: Path, switch: str
) -> None:
    reason = "since: 2026-11-22\n    reason: A number in it is wrong.\n"
    with served(_built(tmp_path, f"off:\n  - {switch}\n    {reason}")) as site:
        page = alert("HK", context={"address": "new"}, at=site)
        is_off = "hk" in switch
        assert ("failed" in names(page)) is is_off
        dialog = page.locator("scam-alert dialog").inner_text()
    assert "18222" in dialog
    assert bool(re.search(r"Please pause before you send", dialog)) is not is_off


def test_an_alert_that_is_turned_off_while_it_is_known_gives_way(alert: Open, tmp_path: Path) -> None:
    folder = _built(tmp_path / "before", "")
    reason = "since: 2026-11-22\n    reason: A number in it is wrong.\n"
    off = _built(tmp_path / "after", f"off:\n  - alert: sg-withdrawal\n    {reason}")
    with served(folder) as site:
        page = alert("SG", at=site)
        assert "Please pause before you send" in page.locator("scam-alert dialog").inner_text()
        page.keyboard.press("Escape")
        shutil.copy(off / LATEST, folder / LATEST)
        page.evaluate(_OPEN, ["SG", "en", None, False])
        page.wait_for_function("heard.some(({ name }) => name === 'loaded')")
        drawn = [event["alert"] for event in page.evaluate("heard") if event["name"] == "shown"]
        assert list(dict.fromkeys(drawn)) == ["sg-withdrawal", None]  # told twice, since the page listens twice by now
