"""What all commands share: common options, exit codes, where lines go."""

from datetime import UTC, date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from builder.model.order import Order

CONTENT_PROBLEMS, WRONG_USE, ENVIRONMENT = 1, 2, 3
INTERRUPTED = 130  # as shells have it: 128 and the number of SIGINT
# Before the project began, and after its dates stop making sense: the clock is wrong, and every date would be.
_SANE_YEARS = range(2026, 2100)


class Format(StrEnum):
    """How problems are shown."""

    full = "full"
    concise = "concise"
    json = "json"
    github = "github"
    gitlab = "gitlab"
    sarif = "sarif"
    junit = "junit"

    @property
    def for_people(self) -> bool:
        """Whether somebody reads it, and not a program."""
        return self in (Format.full, Format.concise)


Root = Annotated[Path | None, typer.Option(help="Folder with site_config.yml; default: the nearest one upwards.")]
AsOf = Annotated[str | None, typer.Option(help="The day to build for, like 2026-11-22; default: today, in UTC.")]
Production = Annotated[bool, typer.Option("--production", help="Warnings are errors; only what is approved goes out.")]
Shown = Annotated[Format, typer.Option("--format", help="How problems are shown.")]
Key = Annotated[str, typer.Option(help="A PEM file with a passphrase, or a token’s key: pkcs11:token=…;object=…")]


def order_for(root: Path | None, as_of: str | None, *, production: bool) -> Order:
    """What is asked of a run, from the options."""
    hour = now().time() if production and as_of is None else time()
    return Order(find_root(root), _day(as_of), production, hour)


def now() -> datetime:
    """The quarter of an hour it is, in UTC."""
    moment = datetime.now(UTC)
    if moment.year not in _SANE_YEARS:
        fail(f"The clock of this machine says {moment:%Y-%m-%d}. Set it, or give the day with --as-of.", ENVIRONMENT)
    return moment.replace(minute=moment.minute // 15 * 15, second=0, microsecond=0)


def find_root(root: Path | None) -> Path:
    """The folder with `site_config.yml`."""
    start = (root or Path.cwd()).resolve()
    candidates = (start,) if root else (start, *start.parents)
    found = next((folder for folder in candidates if (folder / "site_config.yml").exists()), None)
    if found is None:
        fail(f"No site_config.yml in {start}{'' if root else ' or above it; name the folder with --root'}.", WRONG_USE)
    return found


def say(line: object) -> None:
    """A line for people."""
    typer.echo(str(line), err=True)


def fail(line: str, code: int) -> NoReturn:
    """A last line for people, and an exit code."""
    say(line)
    raise typer.Exit(code)


def _day(as_of: str | None) -> date:
    if as_of is None:
        return now().date()
    try:
        return datetime.strptime(as_of, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        fail(f"--as-of wants a day like 2026-11-22, not “{as_of}”.", WRONG_USE)
