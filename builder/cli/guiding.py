"""The command for what guides editors outside the compiler: schemas, settings of VS Code, the list of all fields."""

from typing import Annotated

import typer

from builder.cli.asking import CONTENT_PROBLEMS, ENVIRONMENT, Root, fail, find_root, say
from builder.model.output import CannotPublish

schema_app = typer.Typer(no_args_is_help=True, help="Make what lets VS Code and other editors know the files.")


@schema_app.callback()
def _schema() -> None:
    """A group, even while it has one command."""


@schema_app.command("export")
def export_command(
    root: Root = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail if something would be written.")] = False,
) -> None:
    """Write the schemas, the settings of VS Code, docs/fields.md, and the line of every file that names its schema."""
    from builder.edit.guiding import bring_up_to_date, outdated

    folder = find_root(root)
    changes = outdated(folder)
    for path in changes:
        typer.echo(path)
    if not changes:
        say("All is up to date.")
    elif check:
        fail("The files above are out of date. Run “antiscam schema export”.", CONTENT_PROBLEMS)
    else:
        try:
            bring_up_to_date(folder, changes)
        except CannotPublish as error:
            fail(str(error), ENVIRONMENT)
