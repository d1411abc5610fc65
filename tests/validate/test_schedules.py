"""Campaigns: dates, and one alert at a time."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import edit, found

FIRST = "content/campaigns/no-withdrawal/campaign.yml"
SECOND = "content/campaigns/no-next/campaign.yml"


def second(project: Path, starts_on: str, ends_on: str, **keys: str) -> None:
    """A second campaign beside the first, which runs from 2026-11-01 to 2027-10-31."""
    shutil.copytree((project / FIRST).parent, (project / SECOND).parent)
    edit(project, SECOND, "starts_on: 2026-11-01", f"starts_on: {starts_on}")
    edit(project, SECOND, "ends_on: 2027-10-31", f"ends_on: {ends_on}")
    for key, value in keys.items():
        text = (project / SECOND).read_text("utf-8")
        kept = "\n".join(line for line in text.split("\n") if not line.startswith(f"{key}:"))
        (project / SECOND).write_text(f"{kept.rstrip()}\n{key}: {value}\n", "utf-8")


def test_a_campaign_is_still_running_on_its_last_day(project: Path) -> None:
    assert [code for _, _, code in found(project, date(2027, 10, 31)) if code.startswith("campaign")] == []


def test_a_campaign_has_ended_on_the_day_after(project: Path) -> None:
    assert (FIRST, 4, "campaign-ended") in found(project, date(2027, 11, 1))


def test_a_campaign_may_end_on_the_day_it_starts(project: Path) -> None:
    edit(project, FIRST, "starts_on: 2026-11-01", "starts_on: 2027-10-31")
    assert found(project) == []


def test_a_campaign_may_not_end_a_day_before_it_starts(project: Path) -> None:
    edit(project, FIRST, "starts_on: 2026-11-01", "starts_on: 2027-11-01")
    assert found(project) == [(FIRST, 4, "bad-schedule")]


def test_a_campaign_that_has_not_begun_is_no_problem(project: Path) -> None:
    assert found(project, date(2026, 11, 1)) == []


def test_two_campaigns_that_follow_each_other_do_not_overlap(project: Path) -> None:
    second(project, "2027-11-01", "2027-12-31")
    assert found(project) == []


def test_two_campaigns_that_share_one_day_overlap(project: Path) -> None:
    second(project, "2027-10-31", "2027-12-31")
    assert found(project) == [(SECOND, 3, "campaigns-overlap")]


def test_the_one_that_starts_later_is_told(project: Path) -> None:
    second(project, "2026-10-01", "2026-11-30")
    assert found(project) == [(FIRST, 3, "campaigns-overlap")]


def test_a_campaign_inside_another_overlaps(project: Path) -> None:
    second(project, "2026-12-01", "2026-12-01")
    assert found(project) == [(SECOND, 3, "campaigns-overlap")]


@pytest.mark.parametrize("placement", ["p2p", "new-address", "card"])
def test_another_placement_is_another_alert(project: Path, placement: str) -> None:
    second(project, "2026-12-01", "2027-01-31", placement=placement)
    assert found(project) == []


def test_a_campaign_that_supersedes_the_other_may_overlap(project: Path) -> None:
    second(project, "2026-12-01", "2027-01-31", supersedes="no-withdrawal")
    assert found(project) == []


def test_superseding_one_does_not_excuse_overlapping_a_third(project: Path) -> None:
    second(project, "2026-12-01", "2027-01-31", supersedes="no-withdrawal")
    third = "content/campaigns/no-third/campaign.yml"
    shutil.copytree((project / SECOND).parent, (project / third).parent)
    assert [code for _, _, code in found(project)] == ["campaigns-overlap"]


def test_a_campaign_cannot_supersede_itself(project: Path) -> None:
    edit(project, FIRST, "friction: question", "friction: question\nsupersedes: no-withdrawal")
    assert found(project) == [(FIRST, 6, "unknown-reference")]


def test_two_campaigns_that_replace_each_other_would_leave_no_alert(project: Path) -> None:
    second(project, "2026-12-01", "2027-01-31", supersedes="no-withdrawal")
    edit(project, FIRST, "friction: question", "friction: question\nsupersedes: no-next")
    assert [code for _, _, code in found(project)] == ["bad-schedule", "bad-schedule"]
