"""Every line of a contact's card."""

from datetime import timedelta
from pathlib import Path

import pytest

from builder.model.cards import ContactCard
from builder.model.content.phone import Phone, PhoneKind
from builder.model.site import Site
from builder.model.views import ContactsBody, StartBody
from builder.plan.contact_cards import dialled
from tests.conftest import TODAY, edit, site_of

FACTS = "content/jurisdictions/NO/jurisdiction.yml"


def dial(number: str, kind: PhoneKind = "e164") -> tuple[str, str]:
    phone = dialled(Phone(kind=kind, number=number))
    return phone.display, phone.href


def cards(site: Site, root: str = "no/en/") -> dict[str, ContactCard]:
    (body,) = (page.body for page in site.pages if page.address == f"{root}contacts/")
    assert isinstance(body, ContactsBody)
    return {card.id: card for card in body.contacts}


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("+448001234567", ("0800 123 4567", "tel:08001234567")),
        ("+6518002550000", ("1800 255 0000", "tel:18002550000")),
        ("+9718002626", ("800 2626", "tel:8002626")),
        ("+4780012345", ("800 12 345", "tel:80012345")),
    ],
)
def test_a_free_number_is_dialled_in_its_national_form(number: str, expected: tuple[str, str]) -> None:
    assert expected == dial(number)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("+4721234567", ("21 23 45 67", "tel:+4721234567")),
        ("+443001232040", ("0300 123 2040", "tel:+443001232040")),
        ("+85228602860", ("2860 2860", "tel:+85228602860")),
    ],
)
def test_another_long_number_keeps_its_country_code(number: str, expected: tuple[str, str]) -> None:
    assert expected == dial(number)


@pytest.mark.parametrize(("kind", "number"), [("short", "02800"), ("short", "18222"), ("emergency", "112")])
def test_a_short_number_never_gets_a_country_code(kind: PhoneKind, number: str) -> None:
    expected = (number, f"tel:{number}")
    assert expected == dial(number, kind)


def test_the_contact_to_call_first_comes_first_and_the_others_keep_their_order(golden_site: Site) -> None:
    assert list(cards(golden_site)) == ["police", "emergency", "fraud-advice", "link-check"]


def test_a_number_that_works_only_inside_says_so(golden_site: Site) -> None:
    here = golden_site.strings["en"].contacts.local_only
    shown = {name: card.local_only for name, card in cards(golden_site).items()}
    expected = {"police": here, "emergency": here, "fraud-advice": "", "link-check": ""}
    assert expected == shown


def test_what_a_contact_lacks_is_an_empty_line(golden_site: Site) -> None:
    card = cards(golden_site)["link-check"]
    assert (card.number, card.href, card.hours, card.operator, card.limits) == ("",) * 5


def test_an_address_is_shown_without_what_everyone_skips(golden_site: Site) -> None:
    shown = [cards(golden_site)[name].url_shown for name in ("police", "link-check", "emergency")]
    assert shown == ["police.example.org/contact", "check.example.org", ""]


def test_a_check_as_old_as_the_window_shows_its_date(project: Path) -> None:
    checked(project, 180)
    card = cards(site_of(project))["link-check"]
    assert (card.stale, card.checked) == (False, "Source read on 26 May 2026")


def test_a_check_older_than_the_window_asks_to_be_confirmed(project: Path) -> None:
    checked(project, 181)
    card = cards(site_of(project))["link-check"]
    assert card.stale
    assert card.checked == "Not checked since 25 May 2026. Confirm it before you rely on it."


def checked(project: Path, days: int) -> None:
    text = (project / FACTS).read_text("utf-8")
    head, tail = text.split("statistics:\n")
    before, _, _ = head.rpartition("checked_on: ")
    day = (TODAY - timedelta(days=days)).isoformat()
    (project / FACTS).write_text(f"{before}checked_on: {day}\n\nstatistics:\n{tail}", "utf-8")


def test_confidence_is_said_in_words(golden_site: Site) -> None:
    provenance = golden_site.strings["en"].provenance
    shown = [cards(golden_site)[name].source.confidence for name in ("police", "link-check")]
    expected = [provenance.confidence_high, provenance.confidence_medium]
    assert expected == shown


def test_danger_names_the_emergency_number(golden_site: Site) -> None:
    (body,) = (page.body for page in golden_site.pages if page.address == "no/en/")
    assert isinstance(body, StartBody)
    assert body.danger == "If you are in danger, call 112."


def test_danger_is_not_spoken_of_without_an_emergency_number(project: Path) -> None:
    edit(project, FACTS, "  - id: emergency\n    kind: emergency", "  - id: emergency\n    kind: advice")
    (body,) = (page.body for page in site_of(project).pages if page.address == "no/en/")
    assert isinstance(body, StartBody)
    assert body.danger == ""
