"""The commands around what is published: publish, verify."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from builder.cli.asking import CONTENT_PROBLEMS, ENVIRONMENT, WRONG_USE, Root, fail, find_root, say
from builder.cli.proving import prove
from builder.emit import emit, put_file, read_build, rollback
from builder.model.output import CannotPublish, NotConfirmed
from builder.model.trust import Trust
from builder.verify.client import Seen
from builder.verify.memory import read_memory, written_memory
from builder.verify.monitor import Inspection, inspect
from builder.verify.partner_list import UnreadableList, read_list
from builder.verify.sources import Read, site

KEPT_BUILDS = 10


def publish_command(
    to: Annotated[Path, typer.Option(help="The folder that the web server shows; it becomes a link.")],
    root: Root = None,
    source: Annotated[Path | None, typer.Option("--from", help="What to publish; default: dist.")] = None,
    back: Annotated[
        bool, typer.Option("--rollback", help="Go back to the build before; then renew latest.json.")
    ] = False,
    development: Annotated[
        bool, typer.Option("--development", help="Take a build that is signed by a developer's machine, for staging.")
    ] = False,
) -> None:
    """Publish a finished build to a folder: proved first, then whole or not at all, the last ten builds kept."""
    try:
        if back:
            say(f"{to} shows {rollback(to)} again. Renew latest.json now: “antiscam sign latest --out {to}”.")
            return
        files = read_build(source or find_root(root) / "dist")
        emit(files, to, keep=KEPT_BUILDS, durable=True, inspect=partial(prove, development=development))
    except NotConfirmed as error:
        fail(str(error), ENVIRONMENT)
    except CannotPublish as error:
        fail(f"Nothing was published. {error}", ENVIRONMENT)
    say(f"{to}: {len(files):,} files.")


def verify_command(
    where: Annotated[str, typer.Argument(help="Address of the site, or a folder.")],
    trust: Annotated[Path, typer.Option(help="The trust.json that you keep; not the one that is published.")],
    jurisdiction: Annotated[
        list[str] | None, typer.Option(help="Only these; default: all that trust.json names.")
    ] = None,
    numbers: Annotated[Path | None, typer.Option(help="Your own list: a line like “HK 18222” for each number.")] = None,
    memory: Annotated[
        Path | None, typer.Option(help="A file that remembers what was seen, to notice older releases.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Findings as JSON on stdout.")] = False,
) -> None:
    """Fetch what the public gets, prove it, and compare every number with your own list."""
    pinned = _pinned(trust)
    listed = _listed(numbers) if numbers else None
    seen = _remembered(memory) if memory and memory.exists() else {}
    places = jurisdiction or list(pinned["police"])
    if not places:
        fail(f"{trust} names no jurisdiction, so that there is nothing to prove.", WRONG_USE)
    inspection = inspect(pinned, _site(where), datetime.now(UTC), places, listed, seen)
    if memory and not inspection.findings:
        _remember(memory, inspection.seen)
    _tell(inspection, as_json=as_json)
    if inspection.findings:
        codes = {finding.code for finding in inspection.findings}
        unreachable = all(code.endswith("-unreachable") for code in codes)
        raise typer.Exit(ENVIRONMENT if unreachable else CONTENT_PROBLEMS)


def _site(where: str) -> Read:
    try:
        return site(where)
    except ValueError as error:
        fail(f"{error}.", WRONG_USE)


def _pinned(path: Path) -> Mapping[str, Any]:
    try:
        return Trust.model_validate_json(_bytes(path)).model_dump()
    except ValueError:
        fail(f"{path} is no trust.json.", WRONG_USE)


def _listed(path: Path) -> Mapping[str, set[str]]:
    try:
        return read_list(_bytes(path).decode())
    except (UnicodeDecodeError, UnreadableList) as error:
        fail(f"{path} cannot be read: {error}", WRONG_USE)


def _remembered(path: Path) -> Mapping[str, Seen]:
    try:
        return read_memory(_bytes(path))
    except ValueError:
        fail(f"{path} is no memory of this command. Remove it, and older releases are not noticed once.", WRONG_USE)


def _remember(path: Path, seen: Mapping[str, Seen]) -> None:
    try:
        put_file(path, written_memory(seen))
    except CannotPublish as error:
        fail(f"What was seen cannot be remembered. {error}", ENVIRONMENT)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        fail(f"{path} cannot be read: {error.strerror}.", WRONG_USE)


def _tell(inspection: Inspection, *, as_json: bool) -> None:
    rows = [vars(finding) for finding in inspection.findings]
    if as_json:
        typer.echo(json.dumps({"proved": inspection.proved, "findings": rows}, ensure_ascii=False, indent=2))
        return
    for finding in inspection.findings:
        say(f"{finding.jurisdiction} {finding.code} {finding.detail}".rstrip())
    say(f"{inspection.proved} warnings proved, {len(rows)} findings.")
