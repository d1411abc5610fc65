"""Broken YAML → what an author needs to hear, and where."""

import pytest

from builder.model.document import Document, SourceFile
from builder.parse.quick_yaml import read_yaml


def read(text: str) -> Document:
    return read_yaml(SourceFile("f.yml", text, ""))


BROKEN = [
    # a character that starts something else in YAML
    ("title: {exchange} calls", 1, 8, "needs-quotes"),
    ("title: {exchange", 1, 8, "needs-quotes"),
    ("title: [Urgent] call", 1, 8, "needs-quotes"),
    ("a: x\ntitle: @support calls", 2, 8, "needs-quotes"),
    ("title: `code`", 1, 8, "needs-quotes"),
    ("title: % of people", 1, 8, "needs-quotes"),
    ("- * bold", 1, 3, "needs-quotes"),
    ("a:\n  - title: & more", 2, 12, "needs-quotes"),
    # a quotation that ends before the text does
    ('title: "Police" call', 1, 16, "needs-quotes"),
    ("title: 'Police' call", 1, 16, "needs-quotes"),
    ('flags:\n  - "Safe" wallet', 2, 11, "needs-quotes"),
    ('警告: x\ntitle: "警察" 致電', 2, 12, "needs-quotes"),
    # a quotation mark that is not closed, or stands alone
    ('title: "Police', 1, 8, "open-quote"),
    ("title: 'Police", 1, 8, "open-quote"),
    ('a: x\ntitle: "Police\nb: y\nc: z\n', 2, 8, "open-quote"),
    ('a: "one\nb: "two"\n', 1, 4, "open-quote"),
    ('title: Police"\nb: x', 1, 8, "open-quote"),
    # a colon
    ("title: Stop: call", 1, 12, "stray-colon"),
    ("title: 警察: 致電", 1, 10, "stray-colon"),
    ("flags:\n  - a: b: c", 2, 9, "stray-colon"),
    ("a: b\n c: d", 2, 1, "wrong-indent"),
    # a comment that nobody meant
    ("title: Rule #1 is to stop", 1, 13, "cut-text"),
    ("title: Rule one # is to stop", 1, 17, "cut-text"),
    ("title: #1 rule", 1, 8, "cut-text"),
    ("flags:\n  - 規則 一 #二", 2, 10, "cut-text"),
    # indentation
    ("a:\n\tb: c", 2, 1, "tab-indent"),
    ("a:\n  \tb: c", 2, 3, "tab-indent"),
    ("a:\n  b: c\n d: e", 3, 1, "wrong-indent"),
    ("a: x\n- b", 2, 1, "yaml-syntax"),
    ("- a\nb: c", 2, 1, "yaml-syntax"),
    # a space or a colon left out
    ("a: x\nb:y\nc: z", 2, 3, "yaml-syntax"),
    ("f:\n  - x\n  -y\n  - z: 1\n", 3, 4, "yaml-syntax"),
    ("a: x\nb", 2, 1, "yaml-syntax"),
    ("a: x\nb\n\n\n", 2, 1, "yaml-syntax"),
    # left over from git
    ("a: x\n<<<<<<< HEAD\nb: y\n", 2, 1, "yaml-syntax"),
    ("a: x\n=======\nb: y\n", 2, 1, "yaml-syntax"),
    ("a: x\n>>>>>>> theirs\nb: y\n", 2, 1, "yaml-syntax"),
    # the rest
    ("a: ]", 1, 4, "yaml-syntax"),
    ("a: |x\n", 1, 5, "yaml-syntax"),
    ("a: [b,,c]", 1, 7, "yaml-syntax"),
]


@pytest.mark.parametrize(("text", "line", "column", "code"), BROKEN)
def test_a_slip_is_named_where_it_stands(text: str, line: int, column: int, code: str) -> None:
    expected = (line, column, code)
    assert [expected] == [(problem.place.line, problem.place.column, problem.code) for problem in read(text).problems]


@pytest.mark.parametrize("text", sorted({text for text, *_ in BROKEN}))
def test_every_slip_comes_with_a_sentence_and_a_hint(text: str) -> None:
    for problem in read(text).problems:
        assert problem.message.endswith((".", "!"))
        assert problem.hint


def test_a_git_conflict_is_named_as_one() -> None:
    (problem,) = read("a: x\n<<<<<<< HEAD\nb: y\n").problems
    assert "git" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "a: x # checked by Kari",
        "# about “a: b”\na: x",
        "a: x#y",
        "a: https://example.org/#part",
        "a: he said “stop now”",
        'a: the "safe" wallet',
        "a: it's fine",
        "a: {b: c}",
        "a: [b, c]",
        "a: 5% of people",
        "a: x & y * z @ w",
        "a: x - b",
        "a: 12:30",
        'a: "Stop: call #1" # said Kari',
    ],
)
def test_what_is_fine_stays_without_a_problem(text: str) -> None:
    assert read(text).problems == ()


def test_every_tab_gets_its_own_problem() -> None:
    assert [problem.place.line for problem in read("a:\n\tb: c\n\td: e\n").problems] == [2, 3]


def test_a_slip_near_the_first_line_never_looks_above_it() -> None:
    (problem,) = read(": x").problems
    assert (problem.place.line, problem.code) == (1, "yaml-syntax")
