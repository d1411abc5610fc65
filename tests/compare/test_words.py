"""Every class of change, in the exact words that an editor reads."""

import shutil
from collections.abc import Callable
from pathlib import Path

from builder.compare import Difference, Kind, State, compare
from tests.compare.conftest import Told, state_at
from tests.conftest import edit
from tests.signing import trust_yml

PLACE = "content/jurisdictions/NO"
FACTS, CAMPAIGN = f"{PLACE}/jurisdiction.yml", "content/campaigns/no-withdrawal/campaign.yml"


def lines(before: State, project: Path) -> list[str]:
    return [f"{change.kind}: {change.said}" for change in compare(before, state_at(project)).changes]


def test_a_number_is_told_as_it_is_shown_and_dialled(told: Told) -> None:
    tables = (FACTS, "content/long_numbers.yml")
    assert told(*((file, '"+4721234567"', '"+4721234568"') for file in tables)) == [
        "phone: Norway: contact “Advice line”, number: 21 23 45 67, dials +4721234567 → 21 23 45 68, dials +4721234568"
    ]


def test_a_sentence_around_a_number_is_not_told_again(differing: Callable[..., Difference]) -> None:
    tables = (FACTS, "content/short_codes.yml")
    (change,) = differing(*((file, 'number: "112"', 'number: "110"') for file in tables)).changes
    assert change.said == "Norway: contact “Police emergency”, number: 112, emergency number → 110, emergency number"
    assert {"no/en/", "no/en/contacts/", "no/ar/"} <= set(change.pages)
    assert [str(origin) for origin in change.origins] == [f"{FACTS}:18"]


def test_a_short_number_that_becomes_a_full_one_is_not_told_again_by_the_sentences_around_it(told: Told) -> None:
    full = (FACTS, 'kind: emergency\n      number: "112"', 'kind: e164\n      number: "+4722334455"')
    number, *rest = told(full, ("content/long_numbers.yml", '["+4721234567"]', '["+4721234567", "+4722334455"]'))
    assert number.endswith(", number: 112, emergency number → 22 33 44 55, dials +4722334455")
    assert all("the line about short numbers" in line for line in rest)


def test_the_first_call(told: Told) -> None:
    assert told((FACTS, "first_call: police", "first_call: emergency")) == [
        (
            "first-call: Norway: The first call is “Police emergency” (112, emergency number) "
            "instead of “Police helpline” (02800, short number)."
        )
    ]


def test_a_web_address(told: Told) -> None:
    assert told((FACTS, "police.example.org/contact\n", "police.example.org/help\n")) == [
        (
            "address: Norway: contact “Police helpline”, web address: "
            "https://police.example.org/contact → https://police.example.org/help"
        )
    ]


def test_an_address_of_the_exchange(told: Told) -> None:
    assert told(("site_config.yml", "/police-requests", "/officers")) == [
        (
            "address: the whole site: portal for police officers: "
            "https://golden-exchange.example/police-requests → https://golden-exchange.example/officers"
        )
    ]


def test_where_the_site_is(told: Told) -> None:
    assert told(("site_config.yml", "https://golden.example/", "https://gilded.example/")) == [
        "address: the whole site: address of this site: https://golden.example/ → https://gilded.example/"
    ]


def test_the_day_of_a_check_and_the_lines_that_follow_from_it(told: Told) -> None:
    found = told((FACTS, "checked_on: 2026-11-01\n\n  - id: police", "checked_on: 2026-11-02\n\n  - id: police"))
    assert found[0] == "date: Norway: contact “Police emergency”, day of the last check: 2026-11-01 → 2026-11-02"
    assert found[2] == (
        "text: Norway, English: contact “Police emergency”, the line about its last check: "
        "Source read on 1 November 2026 → Source read on 2 November 2026"
    )
    assert len(found) == 4


def test_the_last_day_of_an_alert(told: Told) -> None:
    assert told((CAMPAIGN, "2027-10-31", "2027-11-21")) == [
        "date: Norway: The alert “no-withdrawal” will be shown until 2027-11-21 instead of 2027-10-31."
    ]


def test_another_friction(told: Told) -> None:
    assert told((CAMPAIGN, "friction: question", "friction: acknowledge")) == [
        (
            "alert: Norway: The alert “no-withdrawal” only has to be acknowledged; "
            "until now it asks a question before a person can go on."
        )
    ]


def test_other_people_who_are_shown_an_alert(told: Told) -> None:
    assert told((CAMPAIGN, 'audience:\n  - fact: first-send\n    any_of: ["yes"]\n', "")) == [
        "alert: Norway: The alert “no-withdrawal” is shown to everyone instead of users of whom “first-send” is “yes”."
    ]


def test_how_often_an_alert_is_shown(told: Told) -> None:
    assert told((CAMPAIGN, "most: 3", "most: 5")) == [
        (
            "alert: Norway: The alert “no-withdrawal” is shown at most 5 times within 24 hours, then not for 12 hours; "
            "until now at most 3 times within 24 hours, then not for 12 hours."
        )
    ]


def test_the_share_of_a_wording(told: Told) -> None:
    assert told((CAMPAIGN, "weight: 2", "weight: 3")) == [
        "alert: Norway: alert “no-withdrawal”, wording “calm”, weight: 2 → 3"
    ]


def test_an_alert_that_is_taken_back(told: Told) -> None:
    found = told((CAMPAIGN, "ends_on: 2027-10-31", "ends_on: 2027-10-31\ncancelled_on: 2026-11-20"))
    assert found[:2] == [
        "alert: Norway: The alert “no-withdrawal” is taken back: devices stop showing older copies of it.",
        "alert: Norway: The alert “no-withdrawal” is no longer shown.",
    ]


def test_a_new_alert(project: Path, golden_now: State) -> None:
    campaigns = project / "content/campaigns"
    shutil.copytree(campaigns / "no-withdrawal", campaigns / "no-card")
    edit(project, "content/campaigns/no-card/campaign.yml", "placement: withdrawal", "placement: card")
    found = lines(golden_now, project)
    assert found[:3] == [
        "date: Norway: The alert “no-card” will be shown from 2026-11-01.",
        "date: Norway: The alert “no-card” will be shown until 2027-10-31.",
        (
            "alert: Norway: The alert “no-card” is new: shown at “card” to users of whom “first-send” is “yes”, "
            "it asks a question before a person can go on."
        ),
    ]
    assert "text: Norway, English: alert “no-card”, stop: nothing → Stop this transfer" in found


def test_a_switch_that_is_thrown_and_put_back(project: Path, golden_now: State) -> None:
    off = "off:\n  - alert: no-withdrawal\n    since: 2026-11-22\n    reason: A number is wrong.\n"
    (project / "switches.yml").write_text(off, "utf-8")
    assert lines(golden_now, project) == [
        "switch: the whole site: The alert “no-withdrawal” is turned off: people see the general warning instead."
    ]
    (change,) = compare(state_at(project), golden_now).changes
    assert change.said == "the whole site: The alert “no-withdrawal” is turned on again."
    assert [origin.file for origin in change.origins] == ["switches.yml"]


def test_why_an_alert_is_off_is_not_told_to_the_public(project: Path) -> None:
    off = "off:\n  - alert: no-withdrawal\n    since: 2026-11-22\n    reason: A number is wrong.\n"
    (project / "switches.yml").write_text(off, "utf-8")
    before = state_at(project)
    edit(project, "switches.yml", "A number is wrong.", "Two numbers are wrong.")
    assert lines(before, project) == []


def test_a_key_that_clients_trust(project: Path, golden_now: State) -> None:
    (project / "trust.yml").write_text(trust_yml(), "utf-8")
    found = lines(golden_now, project)
    assert [line.rpartition(": ")[0] for line in found] == [
        f"key: the whole site: A key of the {party} is newly trusted"
        for party in ("pointer", "exchange", "police of NO")
    ]


def test_a_text_names_language_and_place(differing: Callable[..., Difference]) -> None:
    (change,) = differing((f"{PLACE}/en.yml", "Hang up", "Put the phone down")).changes
    assert change.said == "Norway, English: tip 1, title: Hang up → Put the phone down"
    assert change.pages == ("no/en/tips/",)
    assert [str(origin) for origin in change.origins] == [f"{PLACE}/en.yml:21"]


def test_a_tip_that_is_put_first_leaves_the_others_alone(told: Told) -> None:
    new = "tips:\n  - title: Breathe\n    text: Then decide.\n"
    each = {"en": "tips:\n", "no": "tips:\n", "ar": "tips:\n"}
    assert told(*((f"{PLACE}/{locale}.yml", old, new) for locale, old in each.items())) == [
        "text: Norway: tip 1, title: nothing → Breathe",
        "text: Norway: tip 1, text: nothing → Then decide.",
    ]


def test_a_word_of_the_site_stands_once_with_all_its_pages(differing: Callable[..., Difference]) -> None:
    (change,) = differing(("content/strings/en.yml", "heading: Who to call", "heading: Whom to call")).changes
    assert change.said == (
        "the whole site, English: the site’s own words, contacts, heading: Who to call → Whom to call"
    )
    assert change.pages == ("no/en/contacts/",)


def test_the_name_of_the_exchange_is_told_once(differing: Callable[..., Difference]) -> None:
    (change,) = differing(("site_config.yml", "no: Gullbørsen", "no: Sølvbørsen")).changes
    assert change.said == "the whole site, Norwegian: name of the exchange: Gullbørsen → Sølvbørsen"
    assert "no/no/tips/" in change.pages


def test_a_page_that_moved(project: Path, golden_now: State) -> None:
    shutil.move(project / "content/pages/about", project / "content/pages/about-us")
    found = lines(golden_now, project)
    assert [line for line in found if line.startswith("page: ")] == [
        "page: the whole site, English: The page “About this site” has moved from en/about/ to en/about-us/.",
        "page: the whole site, Norwegian: The page “Om dette nettstedet” has moved from no/about/ to no/about-us/.",
        "page: the whole site, Arabic: The page “About this site” has moved from ar/about/ to ar/about-us/.",
    ]


def test_a_scam_with_another_name_moves_and_says_nothing_twice(project: Path, golden_now: State) -> None:
    shutil.move(project / "content/scams/fake-officer", project / "content/scams/false-officer")
    edit(project, FACTS, "  - fake-officer", "  - false-officer")
    edit(project, CAMPAIGN, "  - fake-officer", "  - false-officer")
    edit(project, CAMPAIGN, "guided: fake-officer", "guided: false-officer")
    changes = compare(golden_now, state_at(project)).changes
    assert {change.said for change in changes if change.kind is Kind.page and "en" in change.locales} == {
        (
            "Norway, English: The page “A “police officer” wants your crypto” has moved from "
            "no/en/scams/fake-officer/ to no/en/scams/false-officer/."
        )
    }
    assert not [change for change in changes if change.kind is Kind.text and "officer" not in change.said]


def test_a_language_that_is_gone(project: Path, golden_now: State) -> None:
    edit(project, FACTS, "locales: [no, en, ar]", "locales: [no, en]")
    for folder in ("jurisdictions/NO", "campaigns/no-withdrawal", "partners/no-police"):
        (project / "content" / folder / "ar.yml").unlink()
    found = lines(golden_now, project)
    pages = "no/ar/, no/ar/scams/, no/ar/scams/fake-officer/, no/ar/check/, no/ar/tips/, no/ar/contacts/"
    assert f"page: Norway, Arabic: 6 pages are gone: {pages}." in found
    assert "alert: Norway, Arabic: The alert “no-withdrawal” is no longer shown." in found
    assert "phone: Norway, Arabic: contact “Police helpline”, number: 02800, short number → nothing" in found


def test_a_language_that_is_new(project: Path, golden_now: State) -> None:
    edit(project, FACTS, "locales: [no, en, ar]", "locales: [no, en]")
    for folder in ("jurisdictions/NO", "campaigns/no-withdrawal", "partners/no-police"):
        (project / "content" / folder / "ar.yml").unlink()
    found = [change.said for change in compare(state_at(project), golden_now).changes]
    assert "Norway, Arabic: contact “Police helpline”, number: nothing → 02800, short number" in found
    assert any(line.startswith("Norway, Arabic: 6 pages are new: no/ar/, ") for line in found)


def test_a_jurisdiction_that_is_gone_takes_its_numbers_with_it(shipped_states: tuple[State, State]) -> None:
    with_all, without = shipped_states
    found = compare(with_all, without)
    lost = [change.where for change in found.of(Kind.phone)]
    assert lost
    assert all(where.startswith("Singapore: contact ") for where in lost)
    assert {change.after for change in found.of(Kind.phone)} == {""}
    gone = [change.said for change in found.of(Kind.page)]
    assert [line.partition(" pages are gone: ")[0].rpartition(": ")[0] for line in gone] == [
        "Singapore, English",
        "Singapore, Chinese (Simplified)",
    ]


def test_what_does_not_reach_the_public_is_not_told(told: Told) -> None:
    scam = "content/scams/fake-officer/scam.yml"
    assert told((scam, "tactics: [authority, fear, secrecy]", "tactics: [authority, shame, secrecy]")) == []


def test_a_new_scam_is_told_in_its_words_and_not_by_what_no_reader_reads(project: Path, golden_now: State) -> None:
    scams = project / "content/scams"
    shutil.copytree(scams / "fake-officer", scams / "prize")
    edit(project, "content/scams/prize/en.yml", "title: ", "title: Prize. ")
    edit(project, "content/scams/prize/scam.yml", "icon: police-badge", "icon: gift")
    edit(project, FACTS, "  - fake-officer\n", "  - fake-officer\n  - prize\n")
    now = state_at(project)
    short = {change.where.rpartition(", ")[2] for change in compare(golden_now, now).changes}
    full = {change.where.rpartition(", ")[2] for change in compare(golden_now, now, in_full=True).changes}
    assert full - short >= {"id", "who", "drawing"}
    assert short >= {"title", "text", "question"}


def test_another_picture_of_a_scam_is_told(told: Told) -> None:
    scam = "content/scams/fake-officer"
    assert told((f"{scam}/scam.yml", "police-badge", "gift"))[0].endswith("drawing: police-badge → gift")


def test_a_new_address_that_holds_the_old_one_is_told_once(told: Told) -> None:
    assert told(("site_config.yml", "golden-exchange.example/help\n", "golden-exchange.example/helpx\n")) == [
        (
            "address: the whole site: help centre of the exchange: "
            "https://golden-exchange.example/help → https://golden-exchange.example/helpx"
        )
    ]
