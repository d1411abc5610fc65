"""Problems on the screen."""

from collections.abc import Sequence
from pathlib import Path

import typer

from builder.cli.asking import Format, say
from builder.model.problem import Problem
from builder.report import plain


def show_problems(problems: Sequence[Problem], format_: Format, root: Path) -> None:
    """What a program reads is a result and goes to stdout; text for people goes to stderr."""
    if not format_.for_people:
        from builder.report.machines import FORMS

        if written := FORMS[format_](problems):
            typer.echo(written)
        return
    if format_ is Format.full and problems:
        _show_excerpts(problems, root)
    else:
        for problem in problems:
            say(plain.concise(problem))
    say(plain.count_line(problems))


def _show_excerpts(problems: Sequence[Problem], root: Path) -> None:
    from builder.parse.reading import read_file
    from builder.report.excerpts import full, stderr_console

    console = stderr_console()
    documents = {problem.place.file: read_file(root, problem.place.file) for problem in problems}
    for problem in problems:
        console.print(full(problem, documents), markup=False)
