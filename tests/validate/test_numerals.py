"""Numbers in texts, in the digits of any script."""

import pytest

from builder.validate.numerals import ascii_digits, in_digits_of, spelled_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,200 of 3.5", [("1200", "1,200"), ("35", "3.5")]),
        ("١٬٢٠٠ و٣٫٥", [("1200", "١٬٢٠٠"), ("35", "٣٫٥")]),
        ("at 9:30.", [("9:30", "9:30")]),
        ("none", []),
    ],
)
def test_a_number_is_told_in_plain_digits_and_as_it_is_written(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(spelled_numbers(text)) == expected


@pytest.mark.parametrize(
    ("sample", "number", "expected"),
    [("٣", "1,200", "١,٢٠٠"), ("3", "١٢٠٠", "1200"), ("x", "12", "12"), ("３", "12", "１２")],
)
def test_a_number_is_written_in_the_digits_of_another(sample: str, number: str, expected: str) -> None:
    assert in_digits_of(sample, number) == expected


def test_plain_digits_stand_where_the_others_stood() -> None:
    assert ascii_digits("a٣b３c3") == "a3b3c3"
