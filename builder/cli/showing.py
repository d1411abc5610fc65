"""The commands that look inside: show, serve."""

import json
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from builder.cli.asking import CONTENT_PROBLEMS, WRONG_USE, AsOf, Format, Root, fail, now, order_for, say
from builder.cli.keyring import own_ring
from builder.cli.problems import show_problems
from builder.model.document import Document
from builder.model.printable import printable
from builder.model.site import PlannedPage
from builder.pipeline import check, planned

_PREVIEWED = {
    "": "the site",
    "preview/withdrawal/": "the alert, as a withdrawal shows it",
    "preview/": "every alert in every wording",
    "admin/": "the form",
}


class Stage(StrEnum):
    """An intermediate form to print, or a page to ask about."""

    documents = "documents"
    library = "library"
    site = "site"
    page = "page"


def show_command(
    stage: Annotated[Stage, typer.Argument()],
    address: Annotated[str, typer.Argument(help="With “page”: its address below the site, such as hk/en/tips/.")] = "",
    root: Root = None,
    as_of: AsOf = None,
) -> None:
    """Print an intermediate form as JSON, or what a page was made from."""
    order = order_for(root, as_of, production=False)
    checked = check(order)
    site = planned(checked, order.today)
    shown = {
        Stage.documents: [_with_places(document) for document in checked.documents],
        Stage.library: checked.verdict.library,
        Stage.site: site,
        Stage.page: site and next((page for page in site.pages if page.address == address.lstrip("/")), None),
    }[stage]
    if site is None and stage is not Stage.documents:
        show_problems(checked.verdict.problems, Format.full, order.root)
        raise typer.Exit(CONTENT_PROBLEMS)
    if shown is None:
        fail(f"There is no page at “{address}”. Write its address below the site, such as hk/en/tips/.", WRONG_USE)
    if isinstance(shown, PlannedPage):
        typer.echo("\n".join(shown.sources))
        return
    typer.echo(json.dumps(printable(shown), indent=2, ensure_ascii=False, sort_keys=True))


def _with_places(document: Document) -> dict[str, object]:
    names = ("source", "value", "positions", "problems")
    return {name: getattr(document, name) for name in names}


def serve_command(
    root: Root = None,
    as_of: AsOf = None,
    drafts: Annotated[
        bool, typer.Option("--drafts", help="Show campaigns with the status Draft as if they ran.")
    ] = False,
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 8000,
) -> None:
    """Preview in a browser: the site, every alert, the form; shows a saved change at once, or what is wrong in it."""
    from builder.serve import serve

    order = replace(order_for(root, as_of, production=False), drafts=drafts)
    for address, shown in _PREVIEWED.items():
        say(f"http://127.0.0.1:{port}/{address:<20} {shown}")
    say("Ctrl+C ends it.")
    serve(order, own_ring(), port, (order.today - now().date()).days, say)
