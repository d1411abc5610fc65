"""Arguments, exit codes, and the only module that prints."""

import json
import sys
import traceback
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.progress import Progress

from builder import report
from builder.model.codes import CODES
from builder.model.output import CannotPublish
from builder.model.printable import printable
from builder.pipeline import Built, Checked, Order, build, check, planned

app = typer.Typer(
    no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False, help="Compiler for anti-scam campaigns."
)

CONTENT_PROBLEMS, WRONG_USE, ENVIRONMENT = 1, 2, 3


class Format(StrEnum):
    """How problems are shown."""

    full = "full"
    concise = "concise"
    json = "json"


class Stage(StrEnum):
    """An intermediate form to print."""

    documents = "documents"
    library = "library"
    site = "site"


Root = Annotated[Path | None, typer.Option(help="Folder with site_config.yml; default: the nearest one upwards.")]
AsOf = Annotated[str | None, typer.Option(help="The day to build for, like 2026-11-22; default: today, in UTC.")]
Production = Annotated[bool, typer.Option("--production", help="Warnings are errors.")]
Shown = Annotated[Format, typer.Option("--format", help="How problems are shown.")]


@app.command("check")
def check_command(
    root: Root = None, as_of: AsOf = None, production: Production = False, format_: Shown = Format.full
) -> None:
    """Check all content and report every problem."""
    checked = check(_order(root, as_of, production))
    _report(checked, format_)
    if checked.verdict.library is None:
        raise typer.Exit(CONTENT_PROBLEMS)


@app.command("build")
def build_command(
    root: Root = None,
    out: Annotated[Path | None, typer.Option(help="Where to publish; default: dist beside site_config.yml.")] = None,
    as_of: AsOf = None,
    production: Production = False,
    format_: Shown = Format.full,
) -> None:
    """Build the site and the warning bundles, all or nothing."""
    order = _order(root, as_of, production)
    try:
        built = _build_with_progress(order, out or order.root / "dist")
    except CannotPublish as error:
        _fail(f"Nothing was published. {error}", ENVIRONMENT)
    _report(built.checked, format_)
    if built.site is None:
        _say("Nothing was published; the last build stands.")
        raise typer.Exit(CONTENT_PROBLEMS)
    if format_ is not Format.json:
        report.stderr_console().print(report.summary(built))


@app.command("serve")
def serve_command(
    root: Root = None,
    as_of: AsOf = None,
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 8000,
) -> None:
    """Preview in a browser: rebuilds and reloads on a change, shows problems in the page."""
    from builder.serve import serve  # noqa: PLC0415 # a web server is needed only here

    order = _order(root, as_of, production=False)
    _say(f"http://127.0.0.1:{port}/  (Ctrl+C ends it)")
    serve(order, port, _say)


@app.command("explain")
def explain_command(code: Annotated[str, typer.Argument(help="A problem's code.")]) -> None:
    """Say why a rule exists, with a bad and a good example."""
    if code not in CODES:
        _fail(f"There is no problem called “{code}”. The codes are: {', '.join(CODES)}.", WRONG_USE)
    typer.echo(f"{code}\n\n{report.explanations()[code]}")


@app.command("show")
def show_command(stage: Annotated[Stage, typer.Argument()], root: Root = None, as_of: AsOf = None) -> None:
    """Print an intermediate form as JSON."""
    order = _order(root, as_of, production=False)
    checked = check(order)
    forms = {
        Stage.documents: checked.documents,
        Stage.library: checked.verdict.library,
        Stage.site: planned(checked, order.today),
    }
    shown = forms[stage]
    if shown is None:
        _report(checked, Format.full)
        raise typer.Exit(CONTENT_PROBLEMS)
    typer.echo(json.dumps(printable(shown), indent=2, ensure_ascii=False, sort_keys=True))


def _order(root: Path | None, as_of: str | None, production: bool) -> Order:
    return Order(_find_root(root), _today(as_of), production)


def _today(as_of: str | None) -> date:
    if as_of is None:
        return datetime.now(UTC).date()
    try:
        return datetime.strptime(as_of, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        _fail(f"--as-of wants a day like 2026-11-22, not “{as_of}”.", WRONG_USE)


def _find_root(root: Path | None) -> Path:
    start = (root or Path.cwd()).resolve()
    candidates = (start,) if root else (start, *start.parents)
    found = next((folder for folder in candidates if (folder / "site_config.yml").exists()), None)
    if found is None:
        _fail(f"No site_config.yml in {start}{'' if root else ' or above it; name the folder with --root'}.", WRONG_USE)
    return found


def _build_with_progress(order: Order, out: Path) -> Built:
    console = report.stderr_console()
    if not console.is_terminal:
        return build(order, out)
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task("Rendering", total=None)

        def progress(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        return build(Order(order.root, order.today, order.production, progress), out)


def _report(checked: Checked, format_: Format) -> None:
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


def _say(line: str) -> None:
    report.stderr_console().print(line, markup=False)


def _fail(line: str, code: int) -> NoReturn:
    _say(line)
    raise typer.Exit(code)


def main() -> None:
    """The `antiscam` command. A traceback is always our bug, and says so with its exit code."""
    try:
        app()
    except Exception:  # noqa: BLE001 # the outermost edge
        traceback.print_exc()
        sys.exit(WRONG_USE)
