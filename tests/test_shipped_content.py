"""The content of this repository: sound today, and still publishable when nobody has tended it for years."""

import re
from datetime import date

import pytest

from builder.model.content.source import Sourced
from builder.model.library import Library
from builder.model.order import Order
from builder.model.site import Site
from builder.pipeline import Built, make
from tests.conftest import SHIPPED, TODAY
from tests.parties import PARTIES

LATER = date(TODAY.year + 3, TODAY.month, TODAY.day)


@pytest.fixture(scope="module")
def library(shipped: Built) -> Library:
    assert shipped.checked.verdict.library
    return shipped.checked.verdict.library


def test_there_is_no_problem_not_even_a_warning(shipped: Built) -> None:
    assert shipped.problems == ()


def test_the_campaign_is_as_large_as_was_promised(shipped_site: Site) -> None:
    assert len(shipped_site.pages) >= 110
    assert len(shipped_site.bundles) >= 7


def test_three_years_later_it_is_still_published_with_warnings_of_age_only() -> None:
    made = make(Order(SHIPPED, LATER), PARTIES)
    assert made.site
    assert {problem.severity for problem in made.problems} == {"warning"}
    assert {problem.code for problem in made.problems} == {"stale-contact", "expired-statistic", "campaign-ended"}


def test_three_years_later_production_refuses_it() -> None:
    made = make(Order(SHIPPED, LATER, production=True), PARTIES)
    assert made.site is None
    assert made.files == ()
    assert {problem.severity for problem in made.problems} == {"error"}


def test_no_translation_claims_a_review_that_did_not_happen(library: Library) -> None:
    source = f"{library.config.source_locale}.yml"
    words = [path for path in (SHIPPED / "content").rglob("*.yml") if re.fullmatch(r"[a-z]{2}(-\w+)?\.yml", path.name)]
    assert len({path.name for path in words}) == len(library.locales)
    claimed = [path for path in words if path.name != source and "reviewed:" in path.read_text("utf-8")]
    assert claimed == []


def _contacts(library: Library) -> list[tuple[str, Sourced]]:
    return [
        (f"{place.slug} {contact.id}", contact)
        for place in library.jurisdictions.values()
        for contact in place.facts.contacts
    ]


def test_every_contact_was_read_in_a_good_source(library: Library) -> None:
    assert len(_contacts(library)) >= 20
    for name, contact in _contacts(library):
        assert contact.source.title, name
        assert contact.source.url.startswith(("https://", "http://")), name
        assert contact.confidence in ("high", "medium"), name
        assert contact.checked_on <= TODAY, name


def test_every_place_has_somebody_to_call_first_and_an_emergency_number(library: Library) -> None:
    for place in library.jurisdictions.values():
        contacts = {contact.id: contact for contact in place.facts.contacts}
        assert contacts[place.facts.first_call].phone, place.slug
        assert [contact for contact in contacts.values() if contact.kind == "emergency" and contact.phone], place.slug


def test_every_place_has_a_campaign_that_runs_today(shipped_site: Site) -> None:
    for bundle in shipped_site.bundles:
        running = [alert.id for alert in bundle.alerts if alert.starts_on <= TODAY <= alert.ends_on]
        assert running, f"{bundle.jurisdiction} {bundle.locale}"


def test_no_file_of_content_is_left_unread(shipped: Built) -> None:
    files = {path.relative_to(SHIPPED).as_posix() for path in (SHIPPED / "content").rglob("*") if path.is_file()}
    read = {document.source.path for document in shipped.checked.documents}
    assert files == read - {"site_config.yml", "trust.yml"}
