"""The commands of editors and CI that must not keep anybody waiting: check, build, explain."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from builder import press
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
)
from builder.cli.keyring import ring_for
from builder.cli.problems import show_findings
from builder.cli.progress import progress_on_a_terminal
from builder.model.codes import CODES
from builder.model.order import Order
from builder.model.output import CannotPublish
from builder.model.suppressed import Findings
from builder.press.outcome import Outcome, Progress
from builder.report import plain


def check_command(
    root: Root = None,
    as_of: AsOf = None,
    production: Production = False,
    changed: Annotated[
        bool, typer.Option("--changed", help="Only problems that a change since the last commit answers for.")
    ] = False,
    format_: Shown = Format.full,
) -> None:
    """Check all content, report every problem, and say what waits for whose approval."""
    order = order_for(root, as_of, production=production)
    found = _of_the_change(order) if changed else press.check(order, order.root / "dist")
    show_findings(found, format_, order.root)
    if any(problem.severity == "error" for problem in found.problems):
        raise typer.Exit(CONTENT_PROBLEMS)
    if format_.for_people and not changed and _trusts_somebody(order):
        _say_what_waits(order)


def _of_the_change(order: Order) -> Findings:
    from builder.parse.git import NoHistory
    from builder.press.change import check_change

    try:
        return check_change(order)
    except NoHistory as error:
        fail(str(error), ENVIRONMENT)


def _trusts_somebody(order: Order) -> bool:
    """Whether `trust.yml` holds a key: without one nobody can approve, and nothing waits."""
    path = order.root / "trust.yml"
    return path.exists() and b"keyid" in path.read_bytes()


def _say_what_waits(order: Order) -> None:
    from builder.pipeline import check, standing

    library = check(order).verdict.library
    if library and library.trust.police:
        for place in standing(order, library):
            say(place)


def build_command(
    root: Root = None,
    out: Annotated[Path | None, typer.Option(help="Where to publish; default: dist beside site_config.yml.")] = None,
    as_of: AsOf = None,
    production: Production = False,
    key: Annotated[str, typer.Option(help="With --production: the key of latest.json, as for “sign”.")] = "",
    cold: Annotated[bool, typer.Option("--cold", help="Make everything anew, whatever the last build knows.")] = False,
    jurisdictions: Annotated[
        str, typer.Option(help="Only the files of these, such as HK,SG: a shard, for “assemble”.")
    ] = "",
    explain: Annotated[bool, typer.Option("--explain", help="Say why each part is made anew.")] = False,
    format_: Shown = Format.full,
) -> None:
    """Build the site and the warning bundles, all or nothing; only what has changed is made anew."""
    order = order_for(root, as_of, production=production)
    target = out or order.root / "dist"
    if jurisdictions:
        places = jurisdictions.split(",")
        outcome = _published(lambda progress: press.build_shard(order, places, target, progress))
    else:
        ring = ring_for(key, production=production)
        outcome = _published(lambda progress: press.build(order, ring, target, progress, cold=cold))
    _show(outcome, order, format_, explain=explain)


def assemble_command(
    shards: Annotated[list[Path], typer.Argument(help="Folders that “build --jurisdictions” has made.")],
    root: Root = None,
    out: Annotated[Path | None, typer.Option(help="Where to publish; default: dist beside site_config.yml.")] = None,
    as_of: AsOf = None,
    production: Production = False,
    key: Annotated[str, typer.Option(help="With --production: the key of latest.json, as for “sign”.")] = "",
    format_: Shown = Format.full,
) -> None:
    """Join shards of a build into the whole site: the very bytes of one build."""
    order = order_for(root, as_of, production=production)
    ring, target = ring_for(key, production=production), out or order.root / "dist"
    outcome = _published(lambda progress: press.assemble(order, ring, shards, target, progress))
    _show(outcome, order, format_, explain=False)


def _published(publish: Callable[[Progress], Outcome]) -> Outcome:
    try:
        with progress_on_a_terminal() as progress:
            return publish(progress)
    except CannotPublish as error:
        fail(f"Nothing was published. {error}", ENVIRONMENT)


def _show(outcome: Outcome, order: Order, format_: Format, *, explain: bool) -> None:
    """The problems, and what was made; exits where nothing was published."""
    show_findings(outcome.found, format_, order.root)
    if not outcome.published:
        for told in outcome.told:
            say(told.held_back)
        fail("Nothing was published; the last build stands.", CONTENT_PROBLEMS)
    if format_.for_people:
        say(plain.summary(outcome))
        for line in plain.reasons(outcome) if explain else ():
            say(line)


def explain_command(code: Annotated[str, typer.Argument(help="A problem's code.")]) -> None:
    """Say why a rule exists, how grave it is, and show a bad and a good example."""
    from builder.model.explanations import explanations

    known = next((each for each in CODES if each == code), None)
    if known is None:
        fail(f"There is no problem called “{code}”. {_meant(code)}", WRONG_USE)
    typer.echo(f"{code}\n\n{explanations()[code]}\n\n{plain.standing_of(known)}")


def _meant(code: str) -> str:
    from difflib import get_close_matches

    nearest = get_close_matches(code.casefold().replace("_", "-").replace(" ", "-"), CODES, n=1)
    return f"Did you mean “{nearest[0]}”?" if nearest else f"The codes are: {', '.join(CODES)}."
