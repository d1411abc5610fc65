"""The warning of one place in one language."""

import shutil
from datetime import date
from pathlib import Path

from builder.model.bundle import Bundle
from builder.model.site import Site
from tests.conftest import TODAY, edit, site_of

CAMPAIGN = "content/campaigns/no-withdrawal/campaign.yml"


def bundle(site: Site, locale: str = "en") -> Bundle:
    (found,) = (bundle for bundle in site.bundles if bundle.locale == locale and bundle.jurisdiction == "NO")
    return found


def alerts(project: Path, today: date) -> list[str]:
    return [alert.id for alert in bundle(site_of(project, today)).alerts]


def test_a_campaign_goes_along_until_its_last_day_and_no_longer(project: Path) -> None:
    assert alerts(project, date(2027, 10, 31)) == ["no-withdrawal"]
    assert alerts(project, date(2027, 11, 1)) == []


def test_a_campaign_that_has_not_begun_goes_along_with_its_dates(project: Path) -> None:
    edit(project, CAMPAIGN, "starts_on: 2026-11-01", "starts_on: 2027-03-01")
    (alert,) = bundle(site_of(project)).alerts
    assert (alert.starts_on, alert.ends_on) == (date(2027, 3, 1), date(2027, 10, 31))


def test_without_a_campaign_contacts_stay_and_scams_go(project: Path) -> None:
    planned = bundle(site_of(project, date(2027, 11, 1)))
    assert planned.scams == ()
    assert [contact.id for contact in planned.contacts] == ["police", "emergency", "fraud-advice", "link-check"]


def test_a_bundle_holds_only_the_scams_its_alerts_name(project: Path) -> None:
    shutil.copytree(project / "content/scams/fake-officer", project / "content/scams/other")
    edit(project, "content/jurisdictions/NO/jurisdiction.yml", "  - fake-officer", "  - other\n  - fake-officer")
    assert [scam.id for scam in bundle(site_of(project)).scams] == ["fake-officer"]


def test_every_bundle_is_a_draft(golden_site: Site, shipped_site: Site) -> None:
    assert {bundle.draft for bundle in (*golden_site.bundles, *shipped_site.bundles)} == {True}


def test_every_bundle_says_first_that_it_is_a_draft(golden_site: Site, shipped_site: Site) -> None:
    for site in (golden_site, shipped_site):
        for planned in site.bundles:
            assert site.strings[planned.locale].baseline.draft == planned.notices[0]


def test_a_bundle_names_the_partner_whose_advice_it_uses(golden_site: Site) -> None:
    assert "Norwegian Police" in " ".join(bundle(golden_site).notices)
    assert "Politiet i Norge" in " ".join(bundle(golden_site, "no").notices)


def test_a_bundle_says_whether_a_native_speaker_has_read_it(golden_site: Site) -> None:
    said = {
        planned.locale: golden_site.strings[planned.locale].site.unreviewed_notice in planned.notices
        for planned in golden_site.bundles
    }
    assert said == {"no": True, "en": False, "ar": True}


def test_a_partial_language_falls_back_and_names_the_language(golden_site: Site) -> None:
    planned = bundle(golden_site, "ar")
    assert [(scam.id, scam.language) for scam in planned.scams] == [("fake-officer", "en")]
    assert [(alert.id, alert.language) for alert in planned.alerts] == [("no-withdrawal", "ar")]
    assert planned.direction == "rtl"


def test_a_campaign_without_words_in_a_partial_language_falls_back(project: Path) -> None:
    (project / "content/campaigns/no-withdrawal/ar.yml").unlink()
    (alert,) = bundle(site_of(project), "ar").alerts
    assert (alert.language, alert.stop) == ("en", "Stop this transfer")


def test_the_exchange_is_named_in_the_bundles_language(golden_site: Site) -> None:
    assert [bundle(golden_site, locale).speaker for locale in ("en", "no")] == [
        "A warning from Golden Exchange",
        "En advarsel fra Gullbørsen",
    ]


def test_no_placeholder_is_left_in_a_bundle(golden_site: Site, shipped_site: Site) -> None:
    for planned in (*golden_site.bundles, *shipped_site.bundles):
        assert "{exchange}" not in planned.model_dump_json()


def test_every_scam_and_contact_an_alert_names_is_in_the_bundle(golden_site: Site, shipped_site: Site) -> None:
    for planned in (*golden_site.bundles, *shipped_site.bundles):
        scams = {scam.id for scam in planned.scams}
        assert {name for alert in planned.alerts for name in alert.scams} <= scams
        assert planned.first_call in {contact.id for contact in planned.contacts}


def test_the_page_of_every_scam_is_a_page_of_the_site(golden_site: Site, shipped_site: Site) -> None:
    for site in (golden_site, shipped_site):
        addresses = {page.address for page in site.pages}
        assert {scam.page for planned in site.bundles for scam in planned.scams} <= addresses
        assert {planned.page for planned in site.bundles} <= addresses


def test_a_bundle_is_made_as_of_the_day_of_the_build(golden_site: Site) -> None:
    assert {planned.as_of for planned in golden_site.bundles} == {TODAY}
