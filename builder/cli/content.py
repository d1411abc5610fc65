"""The commands of editors and CI: check, build, serve, explain, show."""

import json
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from builder import report
from builder.cli.asking import (
    CONTENT_PROBLEMS,
    ENVIRONMENT,
    WRONG_USE,
    AsOf,
    Format,
    Production,
    Root,
    Shown,
    fail,
    order_for,
    say,
    signer_at,
)
from builder.keys.development import development_keys
from builder.keys.private import KeyUnusable
from builder.model.codes import CODES
from builder.model.output import CannotPublish
from builder.model.printable import printable
from builder.model.trust import Keys
from builder.pipeline import Built, Checked, Order, build, check, planned, standing


class Stage(StrEnum):
    """An intermediate form to print."""

    documents = "documents"
    library = "library"
    site = "site"


def check_command(
    root: Root = None, as_of: AsOf = None, production: Production = False, format_: Shown = Format.full
) -> None:
    """Check all content, report every problem, and say what waits for whose approval."""
    order = order_for(root, as_of, production=production)
    checked = check(order)
    show_problems(checked, format_)
    library = checked.verdict.library
    if library is None:
        raise typer.Exit(CONTENT_PROBLEMS)
    if format_ is not Format.json and library.trust.police:
        for place in standing(order, library):
            say(str(place))


def build_command(
    root: Root = None,
    out: Annotated[Path | None, typer.Option(help="Where to publish; default: dist beside site_config.yml.")] = None,
    as_of: AsOf = None,
    production: Production = False,
    key: Annotated[str, typer.Option(help="With --production: the key of latest.json, as for “sign”.")] = "",
    format_: Shown = Format.full,
) -> None:
    """Build the site and the warning bundles, all or nothing."""
    order = order_for(root, as_of, production=production)
    try:
        built = _build_with_progress(order, _keys(key, production=production), out or order.root / "dist")
    except (CannotPublish, KeyUnusable) as error:
        fail(f"Nothing was published. {error}", ENVIRONMENT)
    show_problems(built.checked, format_)
    if built.site is None:
        for held_back in built.standings:
            say(str(held_back))
        fail("Nothing was published; the last build stands.", CONTENT_PROBLEMS)
    if format_ is not Format.json:
        say(report.summary(built))


def serve_command(
    root: Root = None,
    as_of: AsOf = None,
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 8000,
) -> None:
    """Preview in a browser: rebuilds and reloads on a change, shows problems in the page."""
    from builder.serve import serve  # noqa: PLC0415 # reason: check and build must not wait for a web server’s imports

    order = order_for(root, as_of, production=False)
    say(f"http://127.0.0.1:{port}/  (Ctrl+C ends it)")
    serve(order, own_keys(), port, say)


def explain_command(code: Annotated[str, typer.Argument(help="A problem's code.")]) -> None:
    """Say why a rule exists, with a bad and a good example."""
    if code not in CODES:
        fail(f"There is no problem called “{code}”. The codes are: {', '.join(CODES)}.", WRONG_USE)
    typer.echo(f"{code}\n\n{report.explanations()[code]}")


def show_command(stage: Annotated[Stage, typer.Argument()], root: Root = None, as_of: AsOf = None) -> None:
    """Print an intermediate form as JSON."""
    order = order_for(root, as_of, production=False)
    checked = check(order)
    forms = {
        Stage.documents: checked.documents,
        Stage.library: checked.verdict.library,
        Stage.site: planned(checked, order.today),
    }
    shown = forms[stage]
    if shown is None:
        show_problems(checked, Format.full)
        raise typer.Exit(CONTENT_PROBLEMS)
    typer.echo(json.dumps(printable(shown), indent=2, ensure_ascii=False, sort_keys=True))


def own_keys() -> Keys:
    """The development keys of this machine."""
    try:
        return development_keys(Path(typer.get_app_dir("antiscam")))
    except KeyUnusable as error:
        fail(str(error), ENVIRONMENT)


def show_problems(checked: Checked, format_: Format) -> None:
    """JSON is a result and goes to stdout; text for people goes to stderr."""
    problems = checked.verdict.problems
    if format_ is Format.json:
        typer.echo(report.as_json(problems))
        return
    console = report.stderr_console()
    documents = {document.source.path: document for document in checked.documents}
    for problem in problems:
        line = report.concise(problem) if format_ is Format.concise else report.full(problem, documents)
        console.print(line, markup=False)
    console.print(report.count_line(problems))


def _keys(key: str, *, production: bool) -> Keys:
    if not production:
        return own_keys()
    if not key:
        fail("A production build needs --key, the key that signs latest.json; development keys are refused.", WRONG_USE)
    return Keys(signer_at(key))


def _build_with_progress(order: Order, keys: Keys, out: Path) -> Built:
    console = report.stderr_console()
    if not console.is_terminal:
        return build(order, keys, out)
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task("Rendering", total=None)

        def progress(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        return build(replace(order, progress=progress), keys, out)
