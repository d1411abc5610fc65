"""Problems as text, as lines and as JSON."""

import json

import pytest

from builder.model.document import Document, SourceFile, nowhere
from builder.model.problem import Place, Problem
from builder.report.excerpts import full, stderr_console
from builder.report.plain import as_json, concise, count_line

PLACE = Place("f.yml", 2, 8, 4)
ERROR = Problem(PLACE, "unknown-key", "A sentence.", "A hint.")
WARNING = Problem(Place("g.yml"), "long-sentence", "Another.", severity="warning")


def shown(text: str, place: Place = PLACE, hint: str = "A hint.") -> list[str]:
    document = Document(SourceFile("f.yml", text, ""), None, nowhere)
    return full(Problem(place, "unknown-key", "A sentence.", hint), {"f.yml": document}).plain.split("\n")


def test_a_concise_problem_is_one_line() -> None:
    assert concise(ERROR) == "f.yml:2:8 error unknown-key A sentence."
    assert concise(WARNING) == "g.yml:1:1 warning long-sentence Another."


def test_a_full_problem_shows_the_line_with_a_caret_below_the_spot() -> None:
    assert shown("a: x\ntitle: word more\n") == [
        "f.yml:2:8 error unknown-key",
        "  A sentence.",
        "  2 | title: word more",
        "    |        ^^^^",
        "  Hint: A hint.",
        "",
    ]


@pytest.mark.parametrize(
    ("line", "column", "width", "caret"),
    [
        ("title: 警察請致電", 8, 5, "       ^^^^^^^^^^"),  # each character takes two cells
        ("警告: x", 5, 1, "      ^"),
        ("title: ＡＢ x", 11, 1, "            ^"),  # full-width letters
        ("title: e\u0301e\u0301 x", 13, 1, "          ^"),  # combining marks take none
        ("\ttitle: x", 9, 1, "        ^"),  # a tab is shown as one space
        ("title: x", 9, 1, "        ^"),  # just behind the text
    ],
)
def test_the_caret_stands_below_the_spot_in_every_script(line: str, column: int, width: int, caret: str) -> None:
    excerpt = shown(line, Place("f.yml", 1, column, width))
    assert f"    | {caret}" == excerpt[3]


def test_the_number_of_a_line_moves_the_excerpt_not_the_caret() -> None:
    excerpt = shown("\n" * 99 + "title: x", Place("f.yml", 100, 8))
    assert excerpt[2:4] == ["  100 | title: x", "      |        ^"]


def test_a_problem_without_a_hint_has_no_line_for_it() -> None:
    assert "Hint" not in "\n".join(shown("a: x\ntitle: word", hint=""))


@pytest.mark.parametrize("text", ["", "a: x\n", "a: x\n   \n"])
def test_an_empty_line_or_none_is_not_shown(text: str) -> None:
    assert shown(text) == ["f.yml:2:8 error unknown-key", "  A sentence.", "  Hint: A hint.", ""]


def test_a_problem_of_a_file_that_is_missing_is_shown_without_an_excerpt() -> None:
    assert full(ERROR, {}).plain == "f.yml:2:8 error unknown-key\n  A sentence.\n  Hint: A hint.\n"


def test_brackets_in_a_text_are_no_markup() -> None:
    problem = Problem(PLACE, "unknown-key", "[red]“[/]”[/red] is not known.")
    assert "[red]“[/]”[/red] is not known." in full(problem, {}).plain


def test_json_has_the_same_keys_for_every_problem() -> None:
    rows = json.loads(as_json([ERROR, WARNING]))["problems"]
    assert rows[0] == {
        "code": "unknown-key",
        "severity": "error",
        "file": "f.yml",
        "line": 2,
        "column": 8,
        "message": "A sentence.",
        "hint": "A hint.",
    }
    assert rows[0].keys() == rows[1].keys()


def test_json_without_problems_is_an_empty_list() -> None:
    assert json.loads(as_json([])) == {"problems": []}


@pytest.mark.parametrize(
    ("problems", "expected"),
    [
        ([], "No problems."),
        ([ERROR], "1 error in 1 file."),
        ([WARNING], "1 warning in 1 file."),
        ([ERROR, ERROR], "2 errors in 1 file."),
        ([ERROR, WARNING, WARNING], "1 error and 2 warnings in 2 files."),
    ],
)
def test_problems_are_counted_in_words(problems: list[Problem], expected: str) -> None:
    assert expected == count_line(problems)


def colours(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], **environment: str) -> bool:
    for name, value in {"TERM": "xterm-256color", **environment}.items():
        monkeypatch.setenv(name, value)
    stderr_console().print(full(ERROR, {}))
    return "\x1b[1;31m" in capsys.readouterr().err


def test_an_error_is_red_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert colours(monkeypatch, capsys, FORCE_COLOR="1")


def test_nothing_is_coloured_where_somebody_asks_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not colours(monkeypatch, capsys, FORCE_COLOR="1", NO_COLOR="1")
