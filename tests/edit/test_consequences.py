"""What a change of some texts would bring: only what the content does not have yet."""

from pathlib import Path

from builder.edit.consequences import new_problems, with_texts
from builder.parse import parse
from tests.conftest import TODAY

EN = "content/scams/fake-officer/en.yml"
ODD = "titel: x\n"


def codes_after(project: Path, before: str, after: str) -> list[str]:
    """What is new when a file with some more lines gets others."""
    standing = with_texts(parse(project), {EN: before})
    return [problem.code for problem in new_problems(standing, with_texts(standing, {EN: after}), TODAY)]


def test_a_problem_that_only_moves_is_not_new(project: Path) -> None:
    text = (project / EN).read_text("utf-8")
    assert codes_after(project, text + ODD, f"# A comment.\n{text}{ODD}") == []


def test_a_problem_that_was_not_there_is_new(project: Path) -> None:
    text = (project / EN).read_text("utf-8")
    assert codes_after(project, text, text + ODD) == ["unknown-key"]


def test_a_second_problem_in_the_same_words_is_new(project: Path) -> None:
    text = (project / EN).read_text("utf-8")
    lines = text.replace("red_flags:\n", "red_flags:\n  - \n", 1)
    assert codes_after(project, lines, lines.replace("red_flags:\n", "red_flags:\n  - \n", 1)) == ["empty-text"]


def test_a_new_file_stands_among_the_documents_and_the_others_keep_their_places(project: Path) -> None:
    standing = parse(project)
    after = with_texts(standing, {EN: "title: x\n", "content/scams/new/en.yml": "title: y\n"})
    assert [each.source.path for each in after] == [
        *(each.source.path for each in standing),
        "content/scams/new/en.yml",
    ]
    assert {each.source.path: each.value for each in after}[EN] == {"title": "x"}
