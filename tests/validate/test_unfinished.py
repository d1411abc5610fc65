"""A mark is found however it stands in its file."""

from pathlib import Path

import pytest

from tests.conftest import edit, found

WORDS = "content/jurisdictions/NO/en.yml"


@pytest.mark.parametrize("mark", ['"TODO: say it."', '"  TODO: say it."', ">-\n      TODO: say it.", "'TODO:'"])
def test_a_mark_is_told_once_whatever_spaces_and_quotes_stand_around_it(project: Path, mark: str) -> None:
    edit(project, WORDS, "text: Codes are for you alone.", f"text: {mark}")
    assert found(project) == [(WORDS, 24, "words-to-write")]


@pytest.mark.parametrize(
    "left", ['" A paragraph, at most 600 characters. Say it."', "A paragraph, at most\n      600 characters. Say it."]
)
def test_what_is_left_where_only_the_word_of_a_mark_was_taken_out_is_told(project: Path, left: str) -> None:
    edit(project, WORDS, "text: Codes are for you alone.", f"text: {left}")
    assert found(project) == [(WORDS, 24, "words-to-write")]


def test_a_limit_that_is_none_of_ours_is_a_text_like_any_other(project: Path) -> None:
    edit(project, WORDS, "text: Codes are for you alone.", "text: A paragraph, at most 700 characters.")
    assert {code for _, _, code in found(project)} <= {"numbers-differ"}


def test_a_text_that_only_mentions_the_mark_is_finished(project: Path) -> None:
    edit(project, WORDS, "text: Codes are for you alone.", 'text: "Codes, TODO: or not, are for you alone."')
    assert found(project) == []
