"""The commands of the people who hold keys: key, approve, sign."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from builder.approval.signing import Asked, CannotApprove, approval, asked
from builder.cli.asking import (
    CONTENT_PROBLEMS,
    ENVIRONMENT,
    WRONG_USE,
    AsOf,
    Format,
    Key,
    Root,
    fail,
    now,
    order_for,
    say,
)
from builder.cli.keyring import signer_at
from builder.cli.problems import show_problems
from builder.emit import put_file
from builder.keys.pem import create
from builder.keys.private import KeyUnusable
from builder.model.library import Library
from builder.model.output import CannotPublish
from builder.model.release import Off
from builder.model.trust import Signer
from builder.parse.approvals import parse_approvals
from builder.pipeline import check, preview_of, standing, switched
from builder.report.approvals import approval_lines
from builder.report.excerpts import stderr_console
from builder.seal.renewal import NotRenewable, renewal
from builder.verify.sources import site

key_app = typer.Typer(no_args_is_help=True, help="Make a key, or show the public half of one.")
sign_app = typer.Typer(no_args_is_help=True, help="Sign what a timer signs.")


class PartyName(StrEnum):
    """Who approves."""

    exchange = "exchange"
    police = "police"


class AlgorithmName(StrEnum):
    """ES256 is understood by about 99 % of browsers, Ed25519 by about 92 % (November 2026)."""

    es256 = "ES256"
    ed25519 = "Ed25519"


@key_app.command("new")
def key_new_command(
    file: Annotated[str, typer.Argument(help="Where to write the private key; keep it out of the project.")],
    algorithm: Annotated[AlgorithmName, typer.Option()] = AlgorithmName.es256,
) -> None:
    """Make a key in a file with a passphrase, and print its entry for trust.yml."""
    passphrase = typer.prompt("Passphrase", hide_input=True, confirmation_prompt=True, err=True)
    try:
        _print_entry(create(file, passphrase, algorithm.value))
    except KeyUnusable as error:
        fail(str(error), ENVIRONMENT)


@key_app.command("show")
def key_show_command(key: Annotated[str, typer.Argument(help="A PEM file or a token’s key.")]) -> None:
    """Print the entry of a key for trust.yml: its public half only."""
    _print_entry(signer_at(key))


@sign_app.command("latest")
def sign_latest_command(
    key: Key,
    root: Root = None,
    out: Annotated[Path | None, typer.Option(help="The published folder; default: dist.")] = None,
) -> None:
    """Renew latest.json for 72 hours, and turn off what switches.yml names; changes nothing else.

    With --out alone there is no project to read: what is off stays off.
    """
    project = None if out and not root else order_for(root, None, production=False).root
    folder = out or (project or Path()) / "dist"
    try:
        file, expired = renewal(site(str(folder)), now(), signer_at(key), _off(project) if project else None)
        put_file(folder / file.path, file.content)
    except (NotRenewable, CannotPublish, KeyUnusable) as error:
        fail(f"latest.json was not renewed. {error}", ENVIRONMENT)
    for place in expired:
        say(f"{place}: the release has expired. Clients show the general warning until a new one is approved.")
    if expired:
        raise typer.Exit(CONTENT_PROBLEMS)


def _off(project: Path) -> Off:
    """What the project turns off. Ends the command if the file that says so is broken."""
    switches, problems = switched(project)
    if switches is None:
        show_problems(problems, Format.full, project)
        fail("latest.json was not renewed: mend switches.yml first.", CONTENT_PROBLEMS)
    return switches.published


def approve_command(
    jurisdiction: Annotated[str, typer.Argument(help="Its code, such as HK or US-CA.")],
    party: Annotated[PartyName, typer.Option("--as", help="Who you sign for.")],
    key: Key,
    root: Root = None,
    as_of: AsOf = None,
    preview: Annotated[bool, typer.Option(help="Show the warning and the pages on this machine first.")] = True,
    port: Annotated[int, typer.Option(help="Port of the preview.")] = 8000,
    confirm: Annotated[str, typer.Option(help="The release you sign, instead of being asked for it.")] = "",
) -> None:
    """Show what changed since the last approval, numbers first; ask; write one signature."""
    order = order_for(root, as_of, production=False)
    checked = check(order)
    library = checked.verdict.library
    if library is None:
        show_problems(checked.verdict.problems, Format.full, order.root)
        fail("Nothing was signed: mend the problems first.", CONTENT_PROBLEMS)
    if jurisdiction not in library.jurisdictions:
        fail(f"There is no jurisdiction “{jurisdiction}”; there are: {', '.join(library.jurisdictions)}.", WRONG_USE)
    place = next(place for place in standing(order, library) if place.jurisdiction == jurisdiction)
    try:
        request = asked(library, place, parse_approvals(order.root, [jurisdiction]), party.value, order.moment)
        _show(request)
        if preview:
            _preview(library, request, port)
        _confirm(request, confirm)
        files = approval(request, party.value, signer_at(key), library)
    except CannotApprove as error:
        fail(f"Nothing was signed. {error}", CONTENT_PROBLEMS)
    except KeyUnusable as error:
        fail(f"Nothing was signed. {error}", ENVIRONMENT)
    _write(order.root, files)
    say("Commit these files: they are the approval.")


def _write(root: Path, files: Mapping[str, bytes]) -> None:
    """The signature comes last, so that it never stands beside half a proposal."""
    try:
        for path, content in files.items():
            put_file(root / path, content)
            say(f"Written: {path}")
    except CannotPublish as error:
        fail(f"The approval is not complete; sign again. {error}", ENVIRONMENT)


def _print_entry(signer: Signer) -> None:
    key = signer.key
    typer.echo(
        f"- name: Whose key this is, and where it is held\n  added_on: {now():%Y-%m-%d}\n"
        f"  algorithm: {key.algorithm}\n  keyid: {key.keyid}\n  spki: {key.spki}"
    )


def _preview(library: Library, request: Asked, port: int) -> None:
    """Serves the pages and the alert with exactly the bytes to be signed, until the person has seen enough."""
    from builder.serve.still import served

    files = preview_of(library, request.proposal)
    place = request.proposal.statement.jurisdiction
    try:
        with served(files, port):
            say(f"Look at http://127.0.0.1:{port}/preview/withdrawal/ and at the pages of {place}.")
            typer.prompt("Press Enter when you have seen them", default="", show_default=False, err=True)
    except OSError as error:
        raise CannotApprove(f"Port {port} cannot be used ({error.strerror}); choose another with --port.") from error


def _show(request: Asked) -> None:
    console = stderr_console()
    for line in approval_lines(request):
        console.print(line)


def _confirm(request: Asked, given: str) -> None:
    version = str(request.proposal.statement.version)
    typed = given or typer.prompt(f"Type {version} to sign, or anything else to stop", err=True)
    if typed != version:
        raise CannotApprove(f"“{typed}” is not {version}.")
