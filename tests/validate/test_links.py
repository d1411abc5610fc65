"""References, unique names, and folders called what their facts say."""

from pathlib import Path

import pytest

from tests.conftest import edit, found

PLACE = "content/jurisdictions/NO/jurisdiction.yml"
SCAM = "content/scams/fake-officer/scam.yml"
CAMPAIGN = "content/campaigns/no-withdrawal/campaign.yml"
TABLE = "content/short_codes.yml"


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (PLACE, "partners: [no-police]", "partners: [no-police, se-police]", 4),
        (PLACE, "  - fake-officer", "  - fake-officer\n  - fake-banker", 8),
        (CAMPAIGN, "  - fake-officer", "  - fake-officer\n  - fake-banker", 13),
        (CAMPAIGN, "jurisdictions: [NO]", "jurisdictions: [NO, SE]", 1),
        (SCAM, "  - jurisdiction: NO", "  - jurisdiction: SE", 9),
        (SCAM, "example_vector: phone-call", "example_vector: advert", 7),
        ("content/partners/no-police/partner.yml", "jurisdiction: NO", "jurisdiction: SE", 1),
    ],
)
def test_a_name_that_leads_nowhere_is_told_where_it_stands(
    project: Path, file: str, old: str, new: str, line: int
) -> None:
    edit(project, file, old, new)
    assert found(project) == [(file, line, "unknown-reference")]


def test_an_entry_whose_own_file_is_broken_is_still_known_by_name(project: Path) -> None:
    edit(project, SCAM, "type: authority", "type: authorities")
    assert found(project) == [(SCAM, 2, "unknown-value")]


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (PLACE, "partners: [no-police]", "partners: [no-police, no-police]", 4),
        (PLACE, "locales: [no, en, ar]", "locales: [no, en, ar, no]", 3),
        (PLACE, "  - fake-officer", "  - fake-officer\n  - fake-officer", 8),
        (CAMPAIGN, "  - fake-officer", "  - fake-officer\n  - fake-officer", 13),
        (TABLE, 'kind: short\n    number: "02800"', 'kind: short\n    number: "112"', 14),
    ],
)
def test_a_name_that_stands_twice_is_told_at_the_second(
    project: Path, file: str, old: str, new: str, line: int
) -> None:
    edit(project, file, old, new)
    assert (file, line, "duplicate-id") in found(project)


def test_a_name_three_times_is_told_twice(project: Path) -> None:
    edit(project, PLACE, "partners: [no-police]", "partners: [no-police, no-police, no-police]")
    assert found(project) == [(PLACE, 4, "duplicate-id"), (PLACE, 4, "duplicate-id")]


@pytest.mark.parametrize("slug", ["fake_officer", "Fake-officer", "fake--officer", "fake officer", "fàke", "-fake"])
def test_a_folder_that_cannot_be_an_address_is_refused(project: Path, slug: str) -> None:
    (project / SCAM).parent.rename(project / "content/scams" / slug)
    assert (f"content/scams/{slug}/scam.yml", 1, "bad-name") in found(project)


@pytest.mark.parametrize("slug", ["en", "no", "ar"])
def test_a_page_cannot_be_called_like_a_language(project: Path, slug: str) -> None:
    (project / "content/pages/about").rename(project / "content/pages" / slug)
    assert found(project) == [(f"content/pages/{slug}/page.yml", 1, "bad-name")]


def test_a_jurisdiction_in_the_wrong_folder_is_told_at_its_code(project: Path) -> None:
    edit(project, PLACE, "code: NO", "code: SE")
    assert (PLACE, 2, "wrong-folder") in found(project)
