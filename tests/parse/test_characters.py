"""Characters that no author means to write."""

import pytest

from builder.model.document import SourceFile
from builder.parse.characters import forbidden_characters


def places(text: str) -> list[tuple[int, int]]:
    return [
        (problem.place.line, problem.place.column) for problem in forbidden_characters(SourceFile("f.yml", text, ""))
    ]


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
    ],
)
def test_an_invisible_character_is_found_where_it_stands(character: str) -> None:
    assert places(f"a: x\nb: 警{character}察") == [(2, 5)]


@pytest.mark.parametrize("character", ["\u200c", "\u200d", "\u200e", "\u200f"])
def test_joiners_and_marks_that_some_scripts_need_stay(character: str) -> None:
    assert places(f"a: x{character}y") == []


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


def test_a_no_break_space_inside_a_sentence_stays() -> None:
    assert places("a: 500\xa0USDT") == []


def test_the_message_names_the_character() -> None:
    (problem,) = forbidden_characters(SourceFile("f.yml", "a: \u202e", ""))
    assert problem.code == "forbidden-character"
    assert "U+202E, right-to-left override" in problem.message


def test_a_byte_order_mark_gets_its_own_hint() -> None:
    (problem,) = forbidden_characters(SourceFile("f.yml", "\ufeffa: x", ""))
    assert "without BOM" in problem.hint
