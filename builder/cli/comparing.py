"""The command that compares: diff."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from builder.cli.asking import CONTENT_PROBLEMS, ENVIRONMENT, WRONG_USE, AsOf, Format, Root, fail, order_for, say
from builder.cli.problems import show_problems
from builder.model.order import Order
from builder.model.problem import Problem

if TYPE_CHECKING:
    from builder.compare import Difference, State

_NOW = "the files as they are now"


class DiffFormat(StrEnum):
    """How differences are shown."""

    full = "full"
    json = "json"
    comment = "comment"


def diff_command(
    revision: Annotated[str, typer.Argument(metavar="REV", help="The earlier state, such as main.")] = "HEAD",
    to: Annotated[str, typer.Option(help="The later state; default: the files as they are now.")] = "",
    root: Root = None,
    as_of: AsOf = None,
    format_: Annotated[
        DiffFormat, typer.Option("--format", help="For people, for programs, or for a pull request.")
    ] = DiffFormat.full,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if anything differs.")] = False,
) -> None:
    """Say what changes for the public: numbers, addresses and dates first, then alerts, pages and texts."""
    from builder.compare import compare

    order = order_for(root, as_of, production=False)
    earlier, before = _at(order, revision)
    later, after = _at(order, to) if to else (_NOW, _state(order, _NOW))
    difference = compare(before, after)
    _show(difference, format_, earlier, later)
    if exit_code and difference.changes:
        raise typer.Exit(CONTENT_PROBLEMS)


def _at(order: Order, name: str) -> "tuple[str, State]":
    """A revision as it is named to people, and what the public would get of it."""
    from builder.parse.git import NoHistory
    from builder.parse.revisions import UnknownRevision, unpack_revision

    with TemporaryDirectory(prefix="antiscam-") as folder:
        try:
            revision = unpack_revision(order.root, name, Path(folder))
        except NoHistory as error:
            fail(str(error), ENVIRONMENT)
        except UnknownRevision as error:
            fail(str(error), WRONG_USE)
        return str(revision), _state(Order(Path(folder), order.today), str(revision), past=True)


def _state(order: Order, name: str, *, past: bool = False) -> "State":
    """What the public would get of sound content. Ends the command if it is not."""
    from builder.compare import state_of
    from builder.pipeline import check, planned

    checked = check(order)
    site, library = planned(checked, order.today), checked.verdict.library
    if site is None or library is None:
        _refuse(
            [problem for problem in checked.verdict.problems if problem.severity == "error"], order, name, past=past
        )
    return state_of(library, site, checked.documents)


def _refuse(problems: Sequence[Problem], order: Order, name: str, *, past: bool) -> NoReturn:
    say(f"In {name}:\n")
    show_problems(problems, Format.full, order.root)
    older = (
        " It may be older than a rule that it breaks, or files were left out of it (see git status)." if past else ""
    )
    fail(f"Nothing was compared: the content of {name} does not pass the check.{older}", CONTENT_PROBLEMS)


def _show(difference: "Difference", format_: DiffFormat, earlier: str, later: str) -> None:
    if format_ is DiffFormat.json:
        from builder.report.difference_json import difference_json

        typer.echo(difference_json(difference, earlier, later))
    elif format_ is DiffFormat.comment:
        from builder.report.difference_comment import difference_comment

        typer.echo(difference_comment(difference, earlier, later), nl=False)
    else:
        _show_lines(difference, earlier, later)


def _show_lines(difference: "Difference", earlier: str, later: str) -> None:
    from rich.console import Console

    from builder.report.differences import NOTHING, difference_lines

    say(f"From {earlier} to {later}.")
    if not difference.changes:
        typer.echo(NOTHING)
        return
    console = Console(highlight=False, soft_wrap=True)
    for line in difference_lines(difference):
        console.print(line, markup=False)
