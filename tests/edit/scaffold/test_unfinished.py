"""Marks in content, as the gate sees them."""

from pathlib import Path

import pytest

from tests.conftest import edit, found

EN, NO = (f"content/scams/fake-officer/{locale}.yml" for locale in ("en", "no"))
ALERT = "content/campaigns/no-withdrawal/en.yml"


def test_a_mark_is_an_error_at_its_place(project: Path) -> None:
    edit(project, EN, "summary: Somebody says", 'summary: "TODO: say what happens"\nquestion_: Somebody says')
    edit(
        project, EN, "\nquestion_: Somebody says they are the police. They want you to send crypto to keep it safe.", ""
    )
    assert found(project) == [(EN, 2, "words-to-write")]


def test_a_mark_without_a_wish_is_one_too(project: Path) -> None:
    edit(project, EN, "  - You may not hang up.", '  - "TODO:"')
    assert [code for _, _, code in found(project)] == ["words-to-write"]


def test_a_text_that_only_speaks_of_todo_is_none(project: Path) -> None:
    edit(project, EN, "You may not hang up.", "TODO is what they call it.")
    assert found(project) == []


@pytest.mark.parametrize(
    ("old", "mark"),
    [
        ("question: Is somebody telling you to make this transfer?", 'question: "TODO: ask something"'),
        ("stop: Stop this transfer", 'stop: "TODO:"'),
        (
            "advice_no: Still check the signs below.",
            'advice_no: "TODO: see https://evil.example/ or call +4721234567?"',
        ),
        ("advice_no: Still check the signs below.", f'advice_no: "TODO: {"word " * 40}"'),
        ("advice_no: Still check the signs below.", 'advice_no: "TODO: {nobody} fills this"'),
        ("advice_no: Still check the signs below.", f'advice_no: "TODO: {"x" * 300}"'),
    ],
)
def test_of_a_mark_nothing_else_is_said(project: Path, old: str, mark: str) -> None:
    edit(project, ALERT, old, mark)
    assert [code for _, _, code in found(project)] == ["words-to-write"]


def test_a_translation_may_be_written_before_its_source(project: Path) -> None:
    edit(project, EN, "Send 500 USDT to our safe wallet within 10 minutes.", '"TODO: a demand"')
    assert [(file, code) for file, _, code in found(project)] == [(EN, "words-to-write")]


def test_numbers_are_compared_again_once_both_are_written(project: Path) -> None:
    edit(project, EN, "Send 500 USDT", "Send 600 USDT")
    assert {code for _, _, code in found(project)} == {"numbers-differ"}


def test_a_written_text_beside_a_mark_is_held_to_every_rule(project: Path) -> None:
    edit(project, ALERT, "stop: Stop this transfer", 'stop: "TODO:"')
    edit(project, ALERT, "proceed: Continue with the transfer", "proceed: Continue")
    assert {code for _, _, code in found(project)} == {"words-to-write", "bare-button"}


def test_a_mark_in_facts_is_found(project: Path) -> None:
    edit(project, "content/scams/fake-officer/scam.yml", "icon: police-badge", 'icon: "TODO: choose one"')
    assert [code for _, _, code in found(project)] == ["words-to-write"]
