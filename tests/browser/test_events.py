"""Every event of the alert fires exactly when its definition says: what a person does, and does not do."""

import re
from collections.abc import Callable

import pytest

from tests.browser.events import TALL, Open, shipped_server, stage, varied_server
from tests.events.stage import Stage

__all__ = ["shipped_server", "stage", "varied_server"]
MINUTE = 60_000  # ms
HIDE, RETURN = (
    f"Object.defineProperty(document, 'hidden', {{ configurable: true, value: {hidden} }});"
    "document.dispatchEvent(new Event('visibilitychange'))"
    for hidden in ("true", "false")
)
BLUR, FOCUS = "window.dispatchEvent(new Event('blur'))", "window.dispatchEvent(new Event('focus'))"
MOVE = "document.querySelector('scam-alert').shadowRoot.querySelector('dialog').style.translate = "
AWAY, BACK = f"{MOVE}'0 60vh'", f"{MOVE}''"
ENDINGS = ("stopped", "continued", "pause-started", "abandoned", "passed")


def test_shown_comes_for_the_general_warning_and_for_the_local_one(stage: Open) -> None:
    shown = stage().open().told("shown")
    assert [(one["source"], one["alert"], one["exposure"]) for one in shown] == [
        ("baseline", None, None),
        ("bundle", "hk-withdrawal", 1),
    ]


def test_shown_does_not_come_before_the_alert_is_in_the_page(stage: Open) -> None:
    assert stage().frames().wait(MINUTE).names() == []


def test_seen_comes_after_one_second_and_not_before(stage: Open) -> None:
    opened = stage().open()
    assert opened.wait(999).told("seen") == []
    assert [one["alert"] for one in opened.wait(1).told("seen")] == ["hk-withdrawal"]
    assert len(opened.wait(MINUTE).told("seen")) == 1


def test_seen_needs_half_of_it_in_view_for_a_whole_second(stage: Open) -> None:
    opened = stage().open().wait(900).run(AWAY).frames()
    assert opened.wait(5000).told("seen") == []
    assert opened.run(BACK).frames().wait(999).told("seen") == []
    assert len(opened.wait(1).told("seen")) == 1


def needed(opened: Stage) -> float:
    """How long the text takes to read, in ms."""
    text = opened.page.locator("scam-alert dialog").inner_text()
    han = re.findall("[\u3400-\u9fff\uf900-\ufaff]", text)
    return max(3000.0, (len(text) + 2 * len(han)) / 50 * 1000)


@pytest.mark.parametrize("locale", ["en", "zh-Hant"])
def test_read_comes_when_the_text_has_had_its_time_and_not_before(stage: Open, locale: str) -> None:
    opened = stage(viewport=TALL).open(locale=locale)
    wanted = needed(opened)
    assert wanted > 5000
    assert opened.wait(wanted - 200).told("read") == []
    [read] = opened.wait(400).told("read")
    assert abs(read["seconds"] - wanted / 1000) < 1
    assert len(opened.wait(10 * MINUTE).told("read")) == 1


def test_read_does_not_come_before_the_end_is_in_view(stage: Open) -> None:
    opened = stage().open()
    assert opened.wait(2 * needed(opened)).told("read") == []
    twice = 2 * needed(opened) / 1000
    opened.page.locator("scam-alert dialog .notice").last.scroll_into_view_if_needed()
    [read] = opened.frames().wait(1).told("read")
    assert abs(read["seconds"] - twice) < 2


def test_read_does_not_come_for_what_was_taken_away(stage: Open) -> None:
    opened = stage(viewport=TALL).open().wait(2000).press(".stop")
    assert opened.wait(10 * MINUTE).told("read") == []


def test_time_in_a_hidden_page_is_no_reading(stage: Open) -> None:
    opened = stage(viewport=TALL).open().wait(1500).run(HIDE)
    assert opened.wait(10 * MINUTE).told("read") == []
    assert len(opened.run(RETURN).frames().wait(2 * needed(opened)).told("read")) == 1


def test_answered_says_which_question_and_how_often_it_was_changed(stage: Open) -> None:
    opened = stage().open()
    assert opened.told("answered") == []
    for part in (".answer:nth-child(1)", ".answer:nth-child(2)", ".answer:nth-child(1)"):
        opened.press(part)
    said = [(one["question"], one["option"], one["changed"]) for one in opened.told("answered")]
    assert said == [("coached", "yes", 0), ("coached", "no", 1), ("coached", "yes", 2)]


def test_a_recognised_situation_is_an_answer_once_and_a_scam_opened_is_none(stage: Open) -> None:
    opened = stage(viewport=TALL).open()
    details = opened.page.locator("scam-alert dialog details.scam > summary")
    for number in range(details.count()):
        for _ in range(3):
            details.nth(number).evaluate("summary => summary.click()")
            opened.frames()
    said = [(one["question"], one["option"]) for one in opened.told("answered")]
    assert said == [("situation", option) for option in ("guided", "secret", "new-friend", "fee")]


@pytest.mark.parametrize(
    ("prepared", "part", "kind", "resource"),
    [
        ("", "a.tool", "check-tool", "scameter"),
        (".scam > summary", ".scam a[href*='://']", "article", "authority"),
    ],
)
def test_opened_says_what_was_opened(stage: Open, prepared: str, part: str, kind: str, resource: str) -> None:
    opened = stage().open()
    if prepared:
        opened.press(prepared)
    assert opened.told("opened") == []
    assert [(one["kind"], one["resource"]) for one in opened.press(part).told("opened")] == [(kind, resource)]


def test_the_evidence_pack_is_opened_once(stage: Open) -> None:
    opened = stage().open()
    for _ in range(3):
        opened.press("details:has(scam-evidence) > summary").frames()
    assert [(one["kind"], one["resource"]) for one in opened.told("opened")] == [("evidence", "evidence")]


def test_checked_needs_a_return(stage: Open) -> None:
    opened = stage().open().press("a.tool")
    assert opened.run(HIDE).wait(5000).told("checked") == []
    [checked] = opened.run(RETURN).told("checked")
    assert (checked["kind"], checked["resource"], checked["by"]) == ("check-tool", "scameter", "return")
    assert len(opened.run(HIDE).run(RETURN).told("checked")) == 1


def test_checked_or_ten_seconds_away(stage: Open) -> None:
    opened = stage().open().press("a.tool").run(BLUR)
    assert opened.wait(9999).told("checked") == []
    assert [one["by"] for one in opened.wait(1).told("checked")] == ["dwell"]
    assert len(opened.run(FOCUS).run(BLUR).wait(MINUTE).told("checked")) == 1


def test_back_within_ten_seconds_without_leaving_is_no_check(stage: Open) -> None:
    opened = stage().open().press("a.tool").run(BLUR).wait(9000).run(FOCUS)
    assert opened.wait(MINUTE).told("checked") == []


def test_nothing_is_checked_that_was_not_opened(stage: Open) -> None:
    opened = stage().open().press(".number").run(BLUR).run(HIDE).wait(MINUTE).run(RETURN).run(FOCUS)
    assert opened.told("opened", "checked") == []


def test_called_says_whom(stage: Open) -> None:
    opened = stage().open().press(".answer:nth-child(2)").press("a.tool")
    assert opened.told("called") == []
    assert [one["contact"] for one in opened.press(".call .number").told("called")] == ["anti-scam-helpline"]


@pytest.mark.parametrize(
    "how",
    [
        lambda opened: opened.press(".stop"),
        lambda opened: (opened.page.keyboard.press("Escape"), opened)[1],
        lambda opened: opened.run(
            "document.querySelector('scam-alert').shadowRoot.querySelector('dialog').close()"
        ).frames(),
    ],
    ids=["button", "escape", "closed from outside"],
)
def test_stopped_comes_once_and_ends_it(stage: Open, how: Callable[[Stage], Stage]) -> None:
    opened = stage().open()
    assert opened.told(*ENDINGS) == []
    assert len(how(opened).told("stopped")) == 1
    assert len(opened.wait(60 * MINUTE).told(*ENDINGS)) == 1


def test_taking_the_element_out_decides_nothing(stage: Open) -> None:
    opened = stage().open().run("document.querySelector('scam-alert').remove()")
    assert opened.frames().wait(60 * MINUTE).told(*ENDINGS) == []


def test_continued_says_how_long_it_took_and_needs_an_answer(stage: Open) -> None:
    opened = stage().open().wait(3000).press(".proceed")
    assert opened.told(*ENDINGS) == []
    [continued] = opened.wait(4000).press(".answer").press(".proceed").told(*ENDINGS)
    assert (continued["seconds"], continued["cool_off_hours"]) == (7, None)
    assert len(opened.wait(60 * MINUTE).told(*ENDINGS)) == 1


def test_a_chosen_pause_says_its_hours(stage: Open) -> None:
    opened = stage(varied=True).open("HK")
    assert opened.told(*ENDINGS) == []
    [pause] = opened.press(".pause:nth-of-type(2)").told(*ENDINGS)
    assert (pause["hours"], pause["imposed"], pause["arm"]) == (24, False, "alert+pause")
    assert len(opened.wait(60 * MINUTE).told(*ENDINGS)) == 1


def test_an_imposed_pause_is_told_even_if_the_app_takes_the_element_out_at_once(stage: Open) -> None:
    opened = stage(varied=True).open("SG")
    opened.run("document.addEventListener('scam-alert:continued', ({ target }) => target.remove())")
    opened.press(".answer").press(".proceed")
    assert [one["cool_off_hours"] for one in opened.told("continued")] == [24]
    assert [(one["hours"], one["imposed"]) for one in opened.told("pause-started")] == [(24, True)]


def test_abandoned_comes_after_thirty_minutes_and_not_before(stage: Open) -> None:
    opened = stage().open()
    assert opened.wait(30 * MINUTE - 1).told(*ENDINGS) == []
    assert len(opened.wait(1).told("abandoned")) == 1
    assert len(opened.wait(90 * MINUTE).told(*ENDINGS)) == 1


def test_abandoned_counts_anew_for_another_place(stage: Open) -> None:
    opened = stage().open().wait(20 * MINUTE)
    opened.run("document.querySelector('scam-alert').setAttribute('jurisdiction', 'GB')")
    opened.page.wait_for_function("told.some(({ detail }) => detail.alert === 'gb-withdrawal')")
    assert opened.wait(30 * MINUTE - 1).told("abandoned") == []
    assert [one["alert"] for one in opened.wait(1).told("abandoned")] == ["gb-withdrawal"]
