"""Figures: the last day they are shown, and the age of their check."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import TODAY, edit, found

PLACE = "content/jurisdictions/NO/jurisdiction.yml"
PAGE = "content/pages/about/page.yml"


@pytest.mark.parametrize(("file", "line"), [(PLACE, 69), (PAGE, 9)])
def test_a_figure_is_in_force_on_its_last_day_and_expired_on_the_next(project: Path, file: str, line: int) -> None:
    edit(project, file, "expires_on: 2027-11-01", f"expires_on: {TODAY}")
    assert found(project) == []
    assert (file, line, "expired-statistic") in found(project, TODAY + timedelta(days=1))


def test_a_check_exactly_as_old_as_the_window_is_fresh(project: Path) -> None:
    assert set_age(project, 550) == []


def test_a_check_one_day_older_than_the_window_is_reported_at_the_check(project: Path) -> None:
    assert set_age(project, 551) == [(PAGE, 15, "expired-statistic")]


def test_an_expired_figure_is_reported_once_even_if_its_check_is_old_too(project: Path) -> None:
    edit(project, PAGE, "expires_on: 2027-11-01", "expires_on: 2026-11-21")
    assert set_age(project, 551) == [(PAGE, 9, "expired-statistic")]


def set_age(project: Path, days: int) -> list[tuple[str, int, str]]:
    edit(project, PAGE, "checked_on: 2026-11-01", f"checked_on: {TODAY - timedelta(days=days)}")
    return found(project)


def test_the_window_is_the_one_of_the_configuration(project: Path) -> None:
    edit(project, "site_config.yml", "statistic_days: 550", "statistic_days: 20")
    assert found(project) == [(PLACE, 75, "expired-statistic"), (PAGE, 15, "expired-statistic")]
