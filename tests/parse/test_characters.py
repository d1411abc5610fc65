"""Characters that no author means to write."""

import unicodedata

import pytest

from builder.model.document import SourceFile
from builder.model.problem import Problem
from builder.parse.characters import character_problems


def problems(text: str, file: str = "f.yml") -> list[Problem]:
    return list(character_problems(SourceFile(file, text, "")))


def places(text: str, file: str = "f.yml") -> list[tuple[int, int]]:
    return [(problem.place.line, problem.place.column) for problem in problems(text, file)]


@pytest.mark.parametrize(
    "character",
    [
        "\x00",
        "\x0b",
        "\x1b",
        "\x7f",
        "\x85",
        "\xad",
        "\u200b",
        "\u2028",
        "\u2029",
        "\u202a",
        "\u202e",
        "\u2060",
        "\u2066",
        "\u2069",
        "\ufeff",
        "\u034f",
        "\u115f",
        "\u2800",
        "\u3164",
        "\ufe0f",
        "\ufffd",
        "\ue000",
        "\U000e0031",
        "\U000e0100",
    ],
)
def test_an_invisible_character_is_found_where_it_stands(character: str) -> None:
    assert places(f"a: x\nb: 警{character}察") == [(2, 5)]


@pytest.mark.parametrize("word", ["می\u200cشود", "क\u094d\u200dष", "ක\u0dca\u200dර"])
def test_a_joiner_between_letters_of_a_script_that_needs_it_stays(word: str) -> None:
    assert problems(f"a: {word}") == []


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a: po\u200dlice", 6),
        ("a: 警\u200c察", 5),
        ("a: 02\u200c800", 6),
        ("a: ٠٢\u200c٨٠٠", 6),  # between digits, though Arabic ones
        ("a: می\u200c", 6),  # at the end it joins nothing
        ("a: \u200cمی", 4),
    ],
)
def test_a_joiner_that_joins_nothing_is_found(text: str, column: int) -> None:
    expected = [(1, column)]
    assert expected == places(text)


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u061c"])
def test_a_direction_mark_stands_only_in_words_of_a_right_to_left_language(mark: str) -> None:
    assert places(f"a: x{mark}y", "content/strings/ar.yml") == []
    for file in ("content/strings/en.yml", "content/scams/a/scam.yml", "content/ar/en.yml", "site_config.yml"):
        assert places(f"a: x{mark}y", file) == [(1, 5)]


def test_four_marks_on_a_letter_pass_and_five_do_not() -> None:
    assert problems("a: x" + "\u0335" * 4 + "y") == []
    (problem,) = problems("a: x" + "\u0335" * 5 + "y")
    assert (problem.code, problem.place.column, problem.place.width) == ("stacked-marks", 5, 5)


@pytest.mark.parametrize("word", ["فُتِحَتْ", "thưở", "Việt", "ศิลปิน", "निश्चित", "שָׁלוֹם"])
def test_marks_as_languages_use_them_pass(word: str) -> None:
    assert problems(f"a: {unicodedata.normalize('NFC', word)}") == []


@pytest.mark.parametrize(
    ("text", "column", "usual"),
    [
        ("a: cafe\u0301 noir", 4, "café"),
        ("a: x A\u030anders", 6, "Ånders"),
        ("a: 5 \u2126", 6, "Ω"),  # the sign of the ohm is a Greek letter
        ("a: \uf900", 4, "豈"),  # a compatibility ideograph
        ("a: \u0627\u0653", 4, "آ"),
    ],
)
def test_an_unusual_spelling_is_answered_with_the_usual_one(text: str, column: int, usual: str) -> None:
    (problem,) = problems(text)
    assert (problem.code, problem.place.column) == ("unusual-spelling", column)
    assert problem.hint == f"Type the word again, or copy this: “{usual}”."


def test_tabs_and_line_ends_are_no_matter_of_this_check() -> None:
    assert places("a: x\ty\nb: z\n") == []


def test_every_character_is_reported_not_only_the_first() -> None:
    assert places("a: \u200bx\u200b\nb: \u202e") == [(1, 4), (1, 6), (2, 4)]


@pytest.mark.parametrize(
    ("text", "column"), [("\xa0a: x", 1), ("  \xa0a: x", 3), ("a:\xa0x", 3), ("-\xa0x", 2), ("  -\xa0x", 4)]
)
def test_a_no_break_space_where_yaml_counts_spaces_is_found(text: str, column: int) -> None:
    expected = (1, column)
    assert [expected] == places(text)


@pytest.mark.parametrize("text", ["a: 500\xa0USDT", "a: We ask:\xa0who?", 'a: "Note -\xa0hang up"'])
def test_a_no_break_space_inside_a_sentence_stays(text: str) -> None:
    assert places(text) == []


def test_the_message_names_the_character() -> None:
    (problem,) = problems("a: \u202e")
    assert problem.code == "forbidden-character"
    assert "U+202E, right-to-left override" in problem.message


def test_a_byte_order_mark_gets_its_own_hint() -> None:
    (problem,) = problems("\ufeffa: x")
    assert "without BOM" in problem.hint
