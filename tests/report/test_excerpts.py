"""What an editor sees of a problem: the line, the spot, what to do, and the line as it should be."""

from builder.model.document import SourceFile
from builder.model.problem import Correction, Place, Problem
from builder.parse.quick_yaml import read_yaml
from builder.report.excerpts import full


def shown(text: str, place: Place, correction: Correction | None = None, hint: str = "Mend it.") -> list[str]:
    """The lines of a report about a file with this text, without the first two."""
    problem = Problem(place, "unknown-key", "It is wrong.", hint, correction=correction)
    documents = {"f.yml": read_yaml(SourceFile("f.yml", text, ""))}
    return full(problem, documents).plain.splitlines()[2:]


def at(line: int, column: int, width: int) -> Place:
    return Place("f.yml", line, column, width)


def test_the_corrected_line_stands_below_the_hint_in_the_columns_of_the_wrong_one() -> None:
    assert shown("a: x\ntitel: y\n", at(2, 1, 5), Correction(at(2, 1, 5), "title")) == [
        "  2 | titel: y",
        "    | ^^^^^",
        "  Hint: Mend it.",
        "  2 + title: y",
    ]


def test_wide_letters_before_the_spot_move_the_caret_and_stay_in_the_corrected_line() -> None:
    assert shown("警告: 電话\n", at(1, 5, 2), Correction(at(1, 6, 1), "話")) == [
        "  1 | 警告: 電话",
        "    |       ^^^^",
        "  Hint: Mend it.",
        "  1 + 警告: 電話",
    ]


def test_a_correction_in_another_line_is_shown_with_the_number_of_that_line() -> None:
    lines = shown("kind: e164\nnumber: '112'\n", at(2, 9, 5), Correction(at(1, 7, 4), "short"))
    assert lines[-1] == "  1 + kind: short"


def test_a_correction_that_nobody_can_see_is_left_to_the_command() -> None:
    lines = shown("a: x\u200by\n", at(1, 5, 1), Correction(at(1, 5, 1), "", safe=True))
    assert lines[-1] == "  Hint: Mend it. Or run “antiscam fix”."


def test_without_a_correction_nothing_stands_below_the_hint() -> None:
    assert shown("a: x\n", at(1, 1, 1))[-1] == "  Hint: Mend it."


def test_of_a_very_long_line_only_the_surroundings_of_the_spot_are_shown() -> None:
    text = f"{'a' * 600}: x{'y' * 600}\n"
    lines = shown(text, at(1, 603, 1), Correction(at(1, 603, 1), "NEW"))
    assert "NEW" in lines[-1]
    assert len(lines[-1]) < 450


def test_no_character_of_a_file_steers_the_terminal_and_the_caret_stays_below_its_spot() -> None:
    assert shown('a: "\x1b[2J\x9b5m"\n', at(1, 5, 1), Correction(at(1, 9, 1), "x")) == [
        '  1 | a: "�[2J�5m"',
        "    |     ^",
        "  Hint: Mend it.",
        '  1 + a: "�[2Jx5m"',
    ]
