"""The house rules of the alert, in several scripts."""

from pathlib import Path

import pytest

from tests.conftest import edit, found

EN, NO, AR = (f"content/campaigns/no-withdrawal/{locale}.yml" for locale in ("en", "no", "ar"))
STRINGS = "content/strings/en.yml"


@pytest.mark.parametrize("mark", ["？", "؟"])
def test_a_question_mark_of_another_script_counts(project: Path, mark: str) -> None:
    edit(project, EN, "this transfer?", f"this transfer{mark}")
    assert found(project) == []


@pytest.mark.parametrize("ending", ["??", "?!?", "? Really?", "?؟"])
def test_two_marks_are_two_questions(project: Path, ending: str) -> None:
    edit(project, EN, "this transfer?", f"this transfer{ending}")
    assert found(project) == [(EN, 8, "one-question")]


def test_a_semicolon_is_no_question_mark(project: Path) -> None:
    edit(project, EN, "this transfer?", "this transfer;")
    assert found(project) == [(EN, 8, "one-question")]


@pytest.mark.parametrize(
    ("old", "line"),
    [
        ("Stop now. Hang up", 11),
        ("Common scams in Norway", 13),
        ("This could be a scam", 6),
        ("No, nobody is", 10),
    ],
)
def test_only_the_question_asks(project: Path, old: str, line: int) -> None:
    edit(project, EN, old, f"{old}?")
    assert found(project) == [(EN, line, "one-question")]


def test_a_question_elsewhere_on_the_site_is_free(project: Path) -> None:
    edit(project, "content/jurisdictions/NO/en.yml", "Hang up", "Who is calling? Hang up")
    assert found(project) == []


@pytest.mark.parametrize("button", ["Stop it", "停止轉帳", "送金停止", "Überweisung stoppen"])
def test_a_verb_with_its_object_is_a_button(project: Path, button: str) -> None:
    edit(project, EN, "stop: Stop this transfer", f"stop: {button}")
    assert "bare-button" not in [code for _, _, code in found(project)]


@pytest.mark.parametrize("button", ["Stop", "停止", "OK", "الغاء", "Stop!"])
def test_a_bare_word_is_not(project: Path, button: str) -> None:
    edit(project, EN, "stop: Stop this transfer", f'stop: "{button}"')
    assert (EN, 15, "bare-button") in found(project)


def test_the_warning_inside_the_alert_is_held_to_the_same_rules(project: Path) -> None:
    edit(project, STRINGS, "  proceed: Continue with the transfer", "  proceed: Continue")
    line = (project / STRINGS).read_text("utf-8").split("\n").index("  proceed: Continue") + 1
    assert found(project) == [(STRINGS, line, "bare-button")]


def test_two_answers_that_say_the_same_are_told_at_the_second(project: Path) -> None:
    edit(project, AR, "answer_no: لا، لا أحد يطلب ذلك", "answer_no: نعم، هناك من يطلب ذلك")
    assert found(project) == [(AR, 10, "bare-button")]
