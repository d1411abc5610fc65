"""What a project's own settings make of its problems."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builder.model.codes import CODES, GROUPS, Code
from builder.model.order import Order
from builder.model.protection import _HARMFUL, MAY_BE_LOWERED, WARNINGS, usual_severity, why_protected
from builder.pipeline import check, make
from builder.validate import Verdict
from tests.conftest import GOLDEN, TODAY, copy_project
from tests.mistakes import BROKEN, lay_over
from tests.parties import PARTIES

LONG = "content/jurisdictions/NO/en.yml"


def verdict(project: Path, *, today: date = TODAY, production: bool = False) -> Verdict:
    return check(Order(project, today, production)).verdict


def said(of: Verdict) -> list[tuple[str, str]]:
    return [(problem.code, problem.severity) for problem in of.problems]


def configured(project: Path, text: str) -> Path:
    with (project / "site_config.yml").open("a", encoding="utf-8") as file:
        file.write(text)
    return project


def suppressing(project: Path, code: str, file: str, until: str = "2026-12-31") -> Path:
    lines = f"  - code: {code}\n    file: {file}\n    reason: Agreed with the police.\n    until: {until}\n"
    return configured(project, f"suppressions:\n{lines}")


@pytest.fixture
def wordy(project: Path) -> Path:
    lay_over("long-sentence", project)
    return project


def test_a_warning_can_be_made_an_error_and_then_stops_the_build(wordy: Path) -> None:
    found = verdict(configured(wordy, "severities:\n  long-sentence: error\n"))
    assert (found.library, said(found)) == (None, [("long-sentence", "error")])


def test_a_note_does_not_stop_even_a_production_build(wordy: Path) -> None:
    found = verdict(configured(wordy, "severities:\n  long-sentence: note\n"), production=True)
    assert found.library
    assert said(found) == [("long-sentence", "note")]


def test_an_error_made_a_warning_is_an_error_again_in_production(project: Path) -> None:
    lay_over("one-question", project)
    configured(project, "severities:\n  one-question: warning\n")
    assert {severity for _, severity in said(verdict(project))} == {"warning"}
    assert {severity for _, severity in said(verdict(project, production=True))} == {"error"}


def test_a_protected_rule_stays_what_it_is_whatever_the_settings_say(project: Path) -> None:
    lay_over("invalid-phone", project)
    before = set(said(verdict(project)))
    configured(project, "severities:\n  invalid-phone: note\n")
    assert set(said(verdict(project))) == before | {("protected-rule", "error")}


def test_a_protected_rule_can_be_made_graver(project: Path) -> None:
    assert said(verdict(configured(project, "severities:\n  stale-contact: error\n"))) == []
    found = verdict(project, today=date(2027, 10, 1))
    assert ("stale-contact", "error") in said(found)


def test_a_suppressed_problem_is_not_reported_but_counted(wordy: Path) -> None:
    found = verdict(suppressing(wordy, "long-sentence", LONG), production=True)
    assert found.library
    assert (said(found), len(found.suppressed)) == ([], 1)
    (one,) = found.suppressed
    assert (one.problem.code, one.problem.place.file, one.until) == ("long-sentence", LONG, date(2026, 12, 31))


@pytest.mark.parametrize("file", ["content/*", "content/jurisdictions/NO/*.yml", "*/en.yml"])
def test_a_star_in_the_name_of_a_file_stands_for_any_characters(wordy: Path, file: str) -> None:
    assert said(verdict(suppressing(wordy, "long-sentence", f'"{file}"'))) == []


@pytest.mark.parametrize("file", ["content/jurisdictions/NO/no.yml", "en.yml", "content/jurisdictions/NO/EN.yml"])
def test_a_suppression_of_another_file_is_idle(wordy: Path, file: str) -> None:
    assert said(verdict(suppressing(wordy, "long-sentence", file))) == [
        ("long-sentence", "warning"),
        ("idle-suppression", "warning"),
    ]


def test_a_suppression_works_to_the_end_of_its_last_day(wordy: Path) -> None:
    suppressing(wordy, "long-sentence", LONG, until="2026-11-22")
    assert said(verdict(wordy)) == []
    assert said(verdict(wordy, today=date(2026, 11, 23))) == [
        ("long-sentence", "warning"),
        ("expired-suppression", "warning"),
    ]


def test_a_suppression_of_a_protected_rule_does_nothing(project: Path) -> None:
    lay_over("invalid-phone", project)
    before = set(said(verdict(project)))
    suppressing(project, "invalid-phone", '"*"')
    assert set(said(verdict(project))) == before | {("protected-rule", "error")}


def test_settings_that_cannot_be_read_lower_nothing(wordy: Path) -> None:
    configured(wordy, "severities:\n  long-sentence: note\n  no-such-code: note\n")
    assert verdict(wordy).library is None


@pytest.mark.parametrize("missing", ["reason", "until", "file"])
def test_a_suppression_has_a_reason_a_file_and_a_last_day(wordy: Path, missing: str) -> None:
    suppressing(wordy, "long-sentence", LONG)
    config = wordy / "site_config.yml"
    lines = [line for line in config.read_text("utf-8").split("\n") if not line.startswith(f"    {missing}:")]
    config.write_text("\n".join(lines), "utf-8")
    assert said(verdict(wordy)) == [("missing-key", "error")]


@pytest.mark.parametrize("code", sorted(MAY_BE_LOWERED))
def test_content_that_breaks_a_rule_that_was_lowered_can_be_built(code: Code, tmp_path: Path) -> None:
    cases = [case.name for case in BROKEN.glob(f"{code}*") if not (case / "site_config.yml").exists()]
    built = 0
    for case in cases:
        project = copy_project(GOLDEN, tmp_path / case)
        lay_over(case, project)
        order = Order(project, TODAY)
        if {problem.code for problem in check(order).verdict.problems} != {code}:
            continue
        configured(project, f"severities:\n  {code}: note\n")
        made = make(order, PARTIES)
        assert {problem.severity for problem in made.problems} == {"note"}
        assert made.files
        built += 1
    assert built


def test_every_code_is_protected_until_somebody_has_thought_about_it() -> None:
    assert {code for code in CODES if not why_protected(code)} == MAY_BE_LOWERED
    named = [code for codes in _HARMFUL.values() for code in codes]
    assert len(named) == len(set(named))
    assert not MAY_BE_LOWERED & set(named)


def test_the_usual_severities_are_those_that_are_reported(tmp_path: Path) -> None:
    """Of every folder of broken content that has no settings of its own."""
    found: dict[str, set[str]] = {}
    for case in sorted(BROKEN.iterdir()):
        if case.is_dir() and "severities" not in _config(case) and not (case / "arguments.txt").exists():
            project = copy_project(GOLDEN, tmp_path / case.name)
            lay_over(case.name, project)
            for problem in check(replace(Order(project, TODAY))).verdict.problems:
                found.setdefault(problem.code, set()).add(problem.severity)
    assert found == {code: {usual_severity(code)} for code in CODES if code in found}
    assert found.keys() >= WARNINGS - set(GROUPS["Files of translators"])


def _config(case: Path) -> str:
    config = case / "site_config.yml"
    return config.read_text("utf-8", errors="replace") if config.is_file() else ""
