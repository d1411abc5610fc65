"""The commands that keep facts fresh: what must be looked up again, and that somebody has done so."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated

import typer

from builder.cli.asking import CONTENT_PROBLEMS, ENVIRONMENT, WRONG_USE, AsOf, Format, Root, fail, order_for, say
from builder.cli.problems import show_problems
from builder.model.library import Library
from builder.model.order import Order
from builder.pipeline import Checked, check

contacts_app = typer.Typer(no_args_is_help=True, help="What must be looked up again by when, and that it was.")


_A_CENTURY = 36_500  # days


class DueFormat(StrEnum):
    """How a list is shown."""

    full = "full"
    json = "json"


@contacts_app.command("due")
def due_command(
    root: Root = None,
    as_of: AsOf = None,
    within: Annotated[
        int | None, typer.Option(min=0, max=_A_CENTURY, help="Only what is late, or due within so many days.")
    ] = None,
    format_: Annotated[DueFormat, typer.Option("--format", help="For people, or for programs.")] = DueFormat.full,
) -> None:
    """List what must be looked up again, and until when; grouped by who answers for the file."""
    from builder.parse.owners import read_owners
    from builder.report.due import as_json, as_lines, due

    order = order_for(root, as_of, production=False)
    checked, library = _sound(order)
    latest = order.today + timedelta(within) if within is not None else date.max
    rows = tuple(row for row in due(library, checked.documents, read_owners(order.root)) if row.by <= latest)
    if format_ is DueFormat.json:
        typer.echo(as_json(rows, order.today))
    else:
        typer.echo("\n".join(as_lines(rows, order.today)))


@contacts_app.command("checked")
def checked_command(
    name: Annotated[str, typer.Argument(metavar="ID", help="The id of a contact or figure, or a short number.")],
    by: Annotated[str, typer.Option(help="Who has checked it.")],
    source: Annotated[str, typer.Option(help="The address of the page where it was read.")],
    title: Annotated[str, typer.Option(help="The title of that page, if it is another one than before.")] = "",
    on: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of the check; default: today, in UTC.")
    ] = None,
    dialled: Annotated[bool, typer.Option("--dialled", help="The number was dialled, too.")] = False,
    jurisdiction: Annotated[str, typer.Option(help="Where, such as HK, if several places have this ID.")] = "",
    root: Root = None,
    as_of: AsOf = None,
) -> None:
    """Write down that somebody has checked a contact, a figure or a short number; nothing else in the file changes."""
    from builder.edit.checks import CannotRecord, Made, objections, recorded, the_one_called
    from builder.edit.files import save
    from builder.edit.rewriting import CannotRewrite
    from builder.model.output import CannotPublish

    order = order_for(root, as_of, production=False)
    checked, library = _sound(order)
    made = Made(by, on.date() if on else order.today, source, title, dialled)
    try:
        which = the_one_called(library, name, jurisdiction)
        text = recorded(checked, which, made)
    except (CannotRecord, CannotRewrite) as error:
        fail(f"Nothing was changed. {error}", WRONG_USE)
    if found := objections(checked, order, which.file, text):
        for problem in found:
            say(f"{problem.message} {problem.hint}")
        fail("Nothing was changed: the file would not pass the check.", CONTENT_PROBLEMS)
    try:
        save(order.root, which.file, text)
    except CannotPublish as error:
        fail(f"Nothing was changed. {error}", ENVIRONMENT)
    say(f"{which.file}: “{name}” was checked on {made.on} by {by}.")


def _sound(order: Order) -> tuple[Checked, Library]:
    """The content, if nothing is wrong in it."""
    checked = check(order)
    if checked.verdict.library is None:
        show_problems(checked.verdict.problems, Format.full, order.root)
        fail("Mend these first; then ask again.", CONTENT_PROBLEMS)
    return checked, checked.verdict.library
