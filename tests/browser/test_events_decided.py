"""Events of what is decided and loaded, of the journey around the alert, and what a sink sends of all of them."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page

from builder.render.event_schemas import event_type
from tests.browser.events import Open, shipped_server, stage, varied_server
from tests.browser.faulty import LATEST, Faults, replying
from tests.events.collecting import COLLECTOR
from tests.events.samples import VOCABULARY
from tests.events.stage import NOON
from tests.events.test_schemas import fits

__all__ = ["shipped_server", "stage", "varied_server"]

JOURNEY = """async () => {
  const { startJourney } = await import("/warnings/v1/scam-journey.js");
  window.journey = startJourney({ jurisdiction: "HK", locale: "en", placement: "withdrawal" });
}"""
SINK = f"""async () => {{
  const {{ startSink }} = await import("/warnings/v1/scam-sink.js");
  window.stopSink = startSink("{COLLECTOR}");
}}"""


def _not_held_out(page: Page) -> None:
    page.add_init_script("Math.random = () => 0.9")


def test_eligible_and_assigned_come_once_before_the_local_warning_is_shown(stage: Open) -> None:
    opened = stage().open()
    names = opened.names()
    assert [name for name in names if name in {"eligible", "assigned"}] == ["eligible", "assigned"]
    assert names.index("assigned") < len(names) - names[::-1].index("shown") - 1
    for one in opened.told("eligible", "assigned"):
        assert (one["alert"], one["arm"], one["exposure"]) == ("hk-withdrawal", "alert+questions", 1)


@pytest.mark.parametrize(
    ("place", "arm", "context"),
    [
        ("HK", "alert+pause", {}),
        ("SG", "alert+pause", {}),
        ("GB", "holdout", {}),
        ("AE", "alert", {"first_send": "yes"}),
    ],
)
def test_assigned_says_the_arm(stage: Open, place: str, arm: str, context: dict[str, str]) -> None:
    assert [one["arm"] for one in stage(varied=True).open(place, **context).told("assigned")] == [arm]


def test_a_holdout_is_eligible_and_assigned_and_is_shown_nothing(stage: Open) -> None:
    opened = stage(varied=True).prefetched("GB").open("GB")
    assert [one["arm"] for one in opened.told("eligible")] == ["holdout"]
    [passed] = opened.told("passed")
    assert (passed["reason"], passed["arm"], passed["alert"]) == ("holdout", "holdout", "gb-withdrawal")
    assert opened.told("shown") == []


@pytest.mark.parametrize(("place", "context"), [("GB", {}), ("AE", {"first_send": "no"})])
def test_what_stands_does_not_pass(stage: Open, place: str, context: dict[str, str]) -> None:
    opened = stage(varied=True).open(place, **context)
    assert opened.told("passed") == []
    assert len(opened.told("shown")) > 0


def test_the_other_half_is_shown_the_alert(stage: Open) -> None:
    opened = stage(varied=True, prepare=_not_held_out).open("GB")
    assert opened.told("passed") == []
    assert [one["arm"] for one in opened.told("assigned")] == ["alert+questions"]


def test_where_no_alert_applies_none_is_eligible(stage: Open) -> None:
    opened = stage().open(placement="card")
    assert opened.told("eligible", "assigned", "passed") == []
    assert [one["code"] for one in opened.told("failed")] == ["no-alert"]


def test_somebody_for_whom_it_is_not_meant_passes_without_being_eligible(stage: Open) -> None:
    opened = stage(varied=True).prefetched("AE").open("AE", first_send="no")
    assert [one["reason"] for one in opened.told("passed")] == ["audience"]
    assert opened.told("eligible", "assigned") == []


def test_an_alert_that_rests_passes_and_is_eligible_all_the_same(stage: Open) -> None:
    first = stage(varied=True).open("AE", first_send="yes")
    assert first.told("passed") == []
    again = stage(varied=True, after=first).open("AE", first_send="yes")
    assert [one["reason"] for one in again.told("passed")] == ["resting"]
    assert len(again.told("eligible")) == 1


def test_the_second_showing_says_so_in_another_wording(stage: Open) -> None:
    first = stage().open().press(".stop")
    again = stage(after=first).open()
    assert [(one["exposure"], one["variant"]) for one in again.told("assigned")] == [(2, "direct")]
    assert first.told("stopped")[0]["session"] != again.told("assigned")[0]["session"]


def test_loaded_comes_once_and_says_that_all_is_fresh(stage: Open) -> None:
    [loaded] = stage().open().told("loaded")
    assert (loaded["state"], loaded["code"]) == ("fresh", None)
    assert (loaded["bundle"], loaded["source"]) == ("HK/en", "bundle")
    assert len(loaded["sha256"]) == 64


@pytest.mark.parametrize(("place", "context"), [("GB", {}), ("AE", {"first_send": "no"})])
def test_loaded_comes_where_nothing_is_shown_too(stage: Open, place: str, context: dict[str, str]) -> None:
    opened = stage(varied=True).prefetched(place).open(place, **context)
    assert (len(opened.told("passed")), opened.told("shown")) == (1, [])
    assert [one["state"] for one in opened.told("loaded")] == ["fresh"]


@pytest.mark.parametrize(
    ("faults", "hours", "state", "code"),
    [
        ({LATEST: replying(404)}, 0, "none", "latest-missing"),
        ({LATEST: replying(200, b"<!doctype html>Log in")}, 0, "verify_failed", "latest-malformed"),
        ({}, 73, "stale", None),
    ],
)
def test_loaded_says_what_arrived(stage: Open, faults: Faults, hours: int, state: str, code: str | None) -> None:
    made = stage(now=NOON + timedelta(hours=hours))
    made.server.faults = faults
    opened = made.open()
    assert [(one["state"], one["code"]) for one in opened.told("loaded")] == [(state, code)]
    assert [one["code"] for one in opened.told("failed")] == ([code] if code else [])


def test_loaded_says_that_a_warning_kept_earlier_is_shown(stage: Open) -> None:
    first = stage().open().press(".stop")
    made = stage(after=first)
    made.server.faults = {LATEST: replying(404)}
    opened = made.open()
    assert [(one["state"], one["code"], one["source"]) for one in opened.told("loaded")] == [
        ("fallback", "latest-missing", "stored")
    ]


def test_failed_does_not_come_when_all_is_well(stage: Open) -> None:
    assert stage().open().wait(60_000).told("failed") == []


def test_a_page_that_is_not_secure_tells_its_failure_too(stage: Open) -> None:
    def insecure(page: Page) -> None:
        page.add_init_script(
            "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });"
            "Object.defineProperty(Crypto.prototype, 'randomUUID', { value: undefined });"
        )

    opened = stage(prepare=insecure).open()
    assert [one["code"] for one in opened.told("failed")] == ["no-crypto"]


def test_the_journey_says_after_the_alert_what_the_alert_said(stage: Open) -> None:
    opened = stage()
    opened.page.evaluate(JOURNEY)
    opened.page.evaluate("journey.intend('an address')")
    opened.open().press(".answer").press(".proceed").run("journey.submit()")
    [intended], [submitted], [continued] = (opened.told(name) for name in ("intended", "submitted", "continued"))
    assert intended["alert"] is None
    for name in ("alert", "variant", "arm", "exposure", "bundle", "sha256", "version", "source", "session"):
        assert submitted[name] == continued[name]


def test_the_journey_of_a_holdout_says_so_though_nothing_was_shown(stage: Open) -> None:
    opened = stage(varied=True)
    opened.page.evaluate(JOURNEY)
    opened.prefetched("GB").open("GB").run("journey.submit()")
    assert [(one["alert"], one["arm"]) for one in opened.told("submitted")] == [("gb-withdrawal", "holdout")]


def test_a_destination_stopped_at_the_alert_is_resumed(stage: Open) -> None:
    opened = stage()
    opened.page.evaluate(JOURNEY)
    opened.page.evaluate("journey.intend('an address')")
    opened.open().press(".stop").frames()
    opened.page.evaluate("journey.intend('an address')")
    opened.frames()
    assert [(one["within"], one["session"]) for one in opened.told("resumed")] == [
        ("24h", opened.told("stopped")[0]["session"])
    ]


ALL_STEPS = """() => {
  journey.intend("an address");
  journey.edit("amount");
  journey.submit();
  journey.complete();
  journey.endPause(24, { imposed: true });
  journey.displace();
  journey.reportScam("user");
  journey.reportFalseAlarm();
}"""


def test_a_sink_sends_one_beacon_per_event_to_its_own_origin_and_nothing_else(stage: Open) -> None:
    opened = stage(sends=True)
    opened.page.evaluate(JOURNEY)
    opened.page.evaluate(SINK)
    opened.open().wait(1000).press(".answer").press(".call .number").press("a.tool").press(".stop")
    opened.page.evaluate(ALL_STEPS)
    opened.frames()
    sent = opened.server.collected
    names = {event.dom: event.name for event in VOCABULARY.events}
    base = "https://protect.exchange.example/"
    assert sorted(body["type"] for _, body in sent) == sorted(event_type(base, names[name]) for name in opened.names())
    assert {kind for kind, _ in sent} == {"application/cloudevents+json"}
    assert [body for _, body in sent if not fits("cloud-event", body)] == []
    assert len({body["id"] for _, body in sent}) == len(sent) > 15
    posts = [address for method, address in opened.asked if method != "GET"]
    assert set(posts) == {opened.page.url.replace("/app.html", COLLECTOR)}
    assert len(posts) == len(sent)


def test_after_it_is_stopped_a_sink_sends_nothing(stage: Open) -> None:
    opened = stage(sends=True)
    opened.page.evaluate(SINK)
    opened.open()
    opened.run("stopSink()").frames()
    before = len(opened.server.collected)
    assert before == len(opened.names())
    opened.press(".stop").frames()
    assert len(opened.server.collected) == before


@pytest.mark.parametrize("end", [".stop", ".proceed"])
def test_without_a_sink_only_the_components_own_files_are_asked_for(stage: Open, end: str) -> None:
    opened = stage()
    opened.page.evaluate(JOURNEY)
    opened.open().wait(5000).press(".answer").press(".call .number").press("a.tool")
    opened.press("details:has(scam-evidence) > summary").frames().press(end)
    opened.page.evaluate(ALL_STEPS)
    opened.frames()
    paths = [address.split("/", 3)[3] for method, address in opened.asked if method == "GET"]
    assert len(paths) == len(opened.asked)
    own = {"app.html", *(f"warnings/v1/scam-{name}.js" for name in ("alert", "sink", "journey", "evidence"))}
    rest = sorted(set(paths) - own - {"favicon.ico"})
    assert [path.split(".")[0] for path in rest] == [
        "warnings/v1/HK/en",
        "warnings/v1/HK/release",
        "warnings/v1/latest",
    ]
