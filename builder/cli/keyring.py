"""The keys that a command signs with. Opening them loads a library for it, which most commands need not wait for."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from builder.cli.asking import ENVIRONMENT, WRONG_USE, fail
from builder.model.output import CannotPublish
from builder.press.outcome import KeyRing

if TYPE_CHECKING:
    from builder.model.trust import Keys, Signer


@dataclass(frozen=True)
class DevelopmentRing:
    """The development keys of this machine."""

    folder: Path

    @property
    def mark(self) -> str:
        """Changes with the files of the keys; empty as long as there are none."""
        found = [path.stat() for path in sorted(self.folder.glob("development-*.pem"))]
        return " ".join(f"{status.st_ino}:{status.st_mtime_ns}:{status.st_size}" for status in found)

    def open(self) -> "Keys":
        """Makes those that are missing. Raises CannotPublish if they cannot be read."""
        from builder.keys.development import development_keys
        from builder.keys.private import KeyUnusable

        try:
            return development_keys(self.folder)
        except KeyUnusable as error:
            raise CannotPublish(str(error)) from error


@dataclass(frozen=True)
class ProductionRing:
    """The one key of a production build. What it signs is dated, so it never stands for another time."""

    where: str
    mark: str = ""

    def open(self) -> "Keys":
        """Asks for the passphrase where one is needed."""
        from builder.model.trust import Keys

        return Keys(signer_at(self.where))


def own_ring() -> DevelopmentRing:
    """The development keys of this machine."""
    return DevelopmentRing(Path(typer.get_app_dir("antiscam")))


def ring_for(key: str, *, production: bool) -> KeyRing:
    """The keys for a build."""
    if not production:
        return own_ring()
    if not key:
        fail("A production build needs --key, the key that signs latest.json; development keys are refused.", WRONG_USE)
    return ProductionRing(key)


def signer_at(where: str) -> "Signer":
    """The key that a person or a timer signs with; the passphrase comes from `ANTISCAM_PASSPHRASE` or is asked for."""
    from builder.keys import open_key
    from builder.keys.private import KeyUnusable

    try:
        return open_key(
            where,
            lambda: os.environ.get("ANTISCAM_PASSPHRASE") or typer.prompt("Passphrase", hide_input=True, err=True),
        )
    except KeyUnusable as error:
        fail(str(error), ENVIRONMENT)
