"""A line that broke a file → the line as it was meant, proved by reading the file with it."""

import pytest

from builder.model.document import Document
from builder.model.problem import Problem
from builder.parse.reading import read_text


def read(text: str, file: str = "en.yml") -> Document:
    return read_text(file, text)


def first(text: str, file: str = "en.yml") -> Problem:
    return read(text, file).problems[0]


def mended(text: str, file: str = "en.yml") -> str | None:
    correction = first(text, file).correction
    return correction.applied(text) if correction else None


MENDED = [
    # quotation marks
    ("a: {exchange} calls", 'a: "{exchange} calls"'),
    ('a: "Police" call', 'a: "“Police” call"'),
    ('a: "Police" or "guards"', 'a: "“Police” or “guards”"'),
    ("a: 'Don't go'", 'a: "Don\'t go"'),
    ("a: Stop: call", 'a: "Stop: call"'),
    ("- a: Stop: call", '- a: "Stop: call"'),
    ("a: Rule #1 is this", 'a: "Rule #1 is this"'),
    ("a: one two # three", 'a: "one two # three"'),
    ("a:  #StopTheScam now", 'a:  "#StopTheScam now"'),
    ('a: "Stop\nb: x', 'a: "Stop"\nb: x'),
    ("a: 'Stop\nb: x", "a: 'Stop'\nb: x"),
    ('a: Stop"', 'a: "Stop"'),
    ('a: the "police” call', "a: the “police” call"),
    ("a: &Co now", 'a: "&Co now"'),
    ("a: !Stop now", 'a: "!Stop now"'),
    # where a line stands
    ("a:\n  b: c\n d: e", "a:\n  b: c\n  d: e"),
    ("a:\n  b:\n    c: x\n d:\n    e: y", "a:\n  b:\n    c: x\n  d:\n    e: y"),
    ("a:\n  - x\n - y\n", "a:\n  - x\n  - y\n"),
    ("a:\n  - x\n   - y\nb: z", "a:\n  - x\n  - y\nb: z"),
    ("a:\n  - t: x\n   u: y\n", "a:\n  - t: x\n    u: y\n"),
    ("a:\n   b: x\n  c: y\n  d: z", "a:\n  b: x\n  c: y\n  d: z"),
    ("a: A long\ntext here.\nb: x", "a: A long\n  text here.\nb: x"),
    ("a:\n\tb: c", "a:\n  b: c"),
    ("a:\n  - t: x\n\tu: y", "a:\n  - t: x\n    u: y"),
    # what was left out
    ("a: x\nb:y\nc: z", "a: x\nb: y\nc: z"),
    ("a: x\nb Yes\nc: z", "a: x\nb: Yes\nc: z"),
    ("a:\n  b\n    c: x\n", "a:\n  b:\n    c: x\n"),
    ("a:\n  - x\n  -y\n", "a:\n  - x\n  - y\n"),
    ("a:\n  -x\n", "a:\n  - x\n"),
    ("a:\n  - x\n  y\n  - z\n", "a:\n  - x\n  - y\n  - z\n"),
    ("a: [x, y\nb: z", "a: [x, y]\nb: z"),
    # what cannot be seen
    ("\ufeffa: x", "a: x"),
    ("a: x\u200by", "a: xy"),
    ("a: x\u2028y", "a: x y"),
    ("a:\xa0x", "a: x"),
    ("a: cafe\u0301", "a: café"),
]


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_the_line_that_was_meant_is_offered_and_mends_the_file(text: str, expected: str) -> None:
    assert mended(text) == expected
    assert read(expected).problems == ()


@pytest.mark.parametrize(
    ("file", "expected"), [("no.yml", "«Politi»"), ("zh-Hant.yml", "「Politi」"), ("id.yml", "“Politi”")]
)
def test_marks_inside_a_text_are_those_of_its_language(file: str, expected: str) -> None:
    assert mended('a: "Politi" ringer', file) == f'a: "{expected} ringer"'


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  -`x\n",
        'a: \\1"\n',
        "a: x\n<<<<<<< HEAD\nb: y\n=======\nb: z\n>>>>>>> other\n",
        "a: ]\n",
        "a: |x\n",
        "a: x\na: y\n",
        "a: x\n---\nb: y\n",
        "a: R\ufffdd\n",
        "a: Hang up.\n  - Send nothing.\n",
        "a: {exchange} never calls\n  on a Sunday.\n",
        'a: "Stop, "he said", and" go\n  home\n',
    ],
)
def test_where_nobody_can_know_what_was_meant_nothing_is_offered(text: str) -> None:
    assert first(text).correction is None


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a:\n\tb: c", True),
        ("a:\n  - t: x\n\tu: y", True),
        ("a: x\u200by", True),
        ("a: x\u202ey", False),
        ("a: Stop: go", False),
    ],
)
def test_only_what_changes_no_meaning_is_safe(text: str, *, safe: bool) -> None:
    correction = first(text).correction
    assert correction
    assert correction.safe == safe


def test_a_hyphen_without_its_space_is_told_though_yaml_takes_it_as_text() -> None:
    problems = read("a:\n  -x\n  -y\nb: c\n").problems
    assert [(problem.place.line, problem.code) for problem in problems] == [(2, "yaml-syntax"), (3, "yaml-syntax")]


@pytest.mark.parametrize("end", ["", "]"])
def test_an_item_inside_a_bracket_is_told_but_not_that_it_stands_further_in(end: str) -> None:
    problems = read(f"a:\n  - [x\n  - y{end}\n").problems
    assert problems
    assert {problem.code for problem in problems} == {"yaml-syntax"}


@pytest.mark.parametrize("text", ["a: -5", "a: >-\n  -x\n", "a: one -two", "a: -- x"])
def test_a_hyphen_that_is_part_of_a_text_is_left_in_peace(text: str) -> None:
    assert read(text).problems == ()


def test_in_a_very_long_file_no_repairs_are_tried() -> None:
    assert first("a: Stop: go\n" + "# x\n" * 20_000).correction is None
