"""The word that was meant → the line in which it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.document import SourceFile
from builder.model.problem import Correction, Place
from builder.model.quoting import said_by, written_like
from builder.parse.quick_yaml import read_yaml
from builder.validate.corrections import instead, within
from builder.validate.suggestions import Meant


def corrected(text: str, key: str, given_: str, meant: str) -> str | None:
    document = read_yaml(SourceFile("f.yml", text, ""))
    found = instead(document, document.positions.value((key,)), given_, Meant(meant))
    return found.applied(text) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: x\nb: old # why\n", "a: x\nb: new # why\n"),
        ('b: "old" # why', 'b: "new" # why'),
        ("b: 'old'", "b: 'new'"),
        ("{a: x, b: old}", "{a: x, b: new}"),
        ("b:\n  old\n", "b:\n  new\n"),
    ],
)
def test_a_word_is_replaced_in_its_own_quotes_and_all_else_stays(text: str, expected: str) -> None:
    assert corrected(text, "b", "old", "new") == expected


@pytest.mark.parametrize("text", ["b: >-\n  old\n", "b: old\n  er\n", 'b: "o\\x6cd"'])
def test_a_text_that_is_not_all_in_one_line_as_it_reads_is_left_alone(text: str) -> None:
    assert corrected(text, "b", "old", "new") is None


def test_nothing_is_corrected_where_nothing_else_was_meant() -> None:
    assert corrected("b: old", "b", "old", "old") is None


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1), st.sampled_from("x\"'"))
def test_a_text_reads_back_as_it_was_written_in_any_quotes(text: str, quote: str) -> None:
    raw = written_like(quote, text)
    assert said_by(raw) == text
    assert read_yaml(SourceFile("", f"b: {raw}\n", "")).value == {"b": text}
    assert read_yaml(SourceFile("", f"b: [{raw}]\n", "")).value == {"b": [text]}


def test_a_part_of_a_text_is_replaced_where_it_stands_exactly_once() -> None:
    document = read_yaml(SourceFile("f.yml", "a: |\n  Tell {x} now.\nb: Tell {y} and {y}.\n", ""))
    first, second = (document.positions.value((key,)) for key in "ab")
    assert within(document, first, "{x}", Meant("{exchange}")) == Correction(Place("f.yml", 2, 8, 3), "{exchange}")
    assert within(document, second, "{y}", Meant("{exchange}")) is None


def test_a_part_of_a_text_over_several_lines_is_not_looked_for_above_it() -> None:
    document = read_yaml(SourceFile("f.yml", "a: Tell {x}.\nb: |\n  Tell {x} now.\n", ""))
    place = document.positions.value(("b",))
    assert within(document, place, "{x}", Meant("{exchange}")) == Correction(Place("f.yml", 3, 8, 3), "{exchange}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: x} calls # why\n", 'a: "{x} calls" # why\n'),
        ("a: 'x} calls'\n", "a: '{x} calls'\n"),
        ("a: Now x} calls\n", "a: Now {x} calls\n"),
    ],
)
def test_a_text_that_now_begins_with_a_brace_gets_the_quotes_it_needs(text: str, expected: str) -> None:
    document = read_yaml(SourceFile("f.yml", text, ""))
    found = within(document, document.positions.value(("a",)), "x}", Meant("{x}"))
    assert found
    assert found.applied(text) == expected
