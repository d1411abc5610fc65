"""`antiscam fix`: shows the corrections that nobody can doubt, and writes them if told so."""

import sys
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from builder.cli.asking import CONTENT_PROBLEMS, ENVIRONMENT, WRONG_USE, AsOf, Root, fail, order_for, say
from builder.edit.fixing import Fixed, fixes
from builder.model.order import Order
from builder.model.output import CannotPublish


def fix_command(
    paths: Annotated[list[Path] | None, typer.Argument(help="Files or folders; default: all content.")] = None,
    root: Root = None,
    as_of: AsOf = None,
    write: Annotated[bool, typer.Option("--write", help="Write the changes without asking.")] = False,
) -> None:
    """Correct what can only have been meant one way, and show it first: spellings of dates, numbers and names."""
    order = order_for(root, as_of, production=False)
    chosen = _chosen(order, paths or [order.root])
    found = fixes(order, lambda path: any(PurePosixPath(path).is_relative_to(each) for each in chosen))
    if not found:
        say("Nothing here can be corrected without you; antiscam check says whether something is wrong.")
        return
    _show(found)
    say(_summary(found))
    if write or _agreed():
        _write(order, found)
        return
    say("Nothing was written. “antiscam fix --write” writes these changes.")
    raise typer.Exit(CONTENT_PROBLEMS)


def _show(found: tuple[Fixed, ...]) -> None:
    """The differences; a character that would steer the screen is shown by its code."""
    from builder.report.unseen import visible

    for each in found:
        typer.echo(visible(each.difference), nl=False)


def _agreed() -> bool:
    """What somebody at a terminal answers; nobody else is asked."""
    return sys.stdin.isatty() and typer.confirm("Write these changes?", err=True)


def _chosen(order: Order, paths: list[Path]) -> list[PurePosixPath]:
    """The paths as the content names them: below the root, which is `.` itself."""
    for path in paths:
        if not path.exists():
            fail(f"There is no {path}.", WRONG_USE)
        if not path.resolve().is_relative_to(order.root):
            fail(f"{path} is not below {order.root}.", WRONG_USE)
    return [PurePosixPath(path.resolve().relative_to(order.root).as_posix()) for path in paths]


def _summary(found: tuple[Fixed, ...]) -> str:
    mended = sum(len(each.mended) for each in found)
    problems = f"{mended} problem{'s' * (mended != 1)}" if mended else "no problem, but spaces and line breaks"
    return f"This mends {problems} in {len(found)} file{'s' * (len(found) != 1)}."


def _write(order: Order, found: tuple[Fixed, ...]) -> None:
    from builder.edit.files import read_source, save

    for each in found:
        if read_source(order.root, each.path).text != each.before:
            # Between the question and its answer somebody may have saved the file.
            fail(f"{each.path} has changed meanwhile: it was left as it is. Run “antiscam fix” again.", ENVIRONMENT)
        try:
            save(order.root, each.path, each.after)
        except CannotPublish as error:
            fail(str(error), ENVIRONMENT)
    say("Written.")
