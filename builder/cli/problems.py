"""Problems on the screen."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import typer

from builder.cli.asking import Format, say
from builder.model.problem import Place, Problem
from builder.model.suppressed import Findings
from builder.report import plain


def show_problems(problems: Sequence[Problem], format_: Format, root: Path) -> None:
    """What a program reads is a result and goes to stdout; text for people goes to stderr."""
    show_findings(Findings(tuple(problems)), format_, root)


def show_findings(found: Findings, format_: Format, root: Path) -> None:
    """The same, with a count of what is suppressed."""
    if not format_.for_people:
        _show_to_a_program(found, format_, root)
        return
    if format_ is Format.full and found.problems:
        _show_excerpts(found.problems, root)
    else:
        for problem in found.problems:
            say(plain.concise(problem))
    say(plain.count_line(found.problems, found.suppressed))


def _show_to_a_program(found: Findings, format_: Format, root: Path) -> None:
    from builder.report.machines import FORMS

    problems = _in_the_repository(found.problems, root)
    if written := FORMS[format_](problems):
        typer.echo(written)
    if format_ is Format.github and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
        from builder.report.step_summary import step_summary

        with Path(page).open("a", encoding="utf-8") as file:
            file.write(step_summary(problems, plain.count_line(problems, found.suppressed)))


def _in_the_repository(problems: Iterable[Problem], root: Path) -> tuple[Problem, ...]:
    """The same, with paths below the folder that is kept in git: there programs look for the files."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    prefix = "" if top == root else f"{root.relative_to(top).as_posix()}/"
    return tuple(_below(prefix, problem) for problem in problems)


def _below(prefix: str, problem: Problem) -> Problem:
    def moved(place: Place) -> Place:
        return replace(place, file=f"{prefix}{place.file}")

    mending = problem.correction
    correction = replace(mending, place=moved(mending.place)) if mending else None
    return replace(problem, place=moved(problem.place), correction=correction)


def _show_excerpts(problems: Sequence[Problem], root: Path) -> None:
    from builder.parse.reading import read_file
    from builder.report.excerpts import full, stderr_console

    console = stderr_console()
    documents = {problem.place.file: read_file(root, problem.place.file) for problem in problems}
    for problem in problems:
        console.print(full(problem, documents), markup=False)
