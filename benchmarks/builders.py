"""What every builder can be asked, and antiscam's own answers; those of its peers stand in `generators.py`."""

import shutil
import sys
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from benchmarks.running import Command, output_of
from benchmarks.world import Size

REPOSITORY = Path(__file__).parents[1]
AS_OF = "2026-11-22"


@dataclass(frozen=True)
class Workplace:
    """The folders of one run: the world, the frames for the peers, and a folder for each builder."""

    root: Path
    size: Size

    @property
    def world(self) -> Path:
        """The YAML that everybody reads."""
        return self.root / "world"

    @property
    def frames(self) -> Path:
        """A frame for each language, cut out of antiscam's pages."""
        return self.root / "frames"


class Builder(ABC):
    """Something that turns the world into pages and bundles. Its name is also that of its folders."""

    name: ClassVar[str]

    def __init__(self, place: Workplace) -> None:
        self.place = place

    @property
    def folder(self) -> Path:
        """Where it works."""
        return self.place.root / self.name

    @property
    def out(self) -> Path:
        """Where its pages are found."""
        return self.place.root / f"out-{self.name}"

    @abstractmethod
    def version(self) -> str:
        """What is measured, in words."""

    @abstractmethod
    def command(self) -> Command:
        """What is timed."""

    @abstractmethod
    def install(self) -> None:
        """Everything that is done once; raises CannotInstall."""

    def forget(self) -> None:
        """Removes the output and every cache, for a cold build."""
        shutil.rmtree(self.out, ignore_errors=True)

    def prepare(self) -> None:  # noqa: B027 # reason: only one builder needs it
        """What has to be done before a build, and is not timed."""


class Antiscam(Builder):
    """This project, as it is in the repository."""

    name = "antiscam"

    def version(self) -> str:
        """The commit, and whether something is not committed yet."""
        git = ("git", "describe", "--always", "--dirty", "--abbrev=10")
        return output_of(Command(git, REPOSITORY)).strip()

    def install(self) -> None:
        """Its keys for development are made on the first run, which is not timed."""
        output_of(self.command())

    def forget(self) -> None:
        """The output is a link into a hidden folder beside it."""
        self.out.unlink(missing_ok=True)
        shutil.rmtree(self.out.with_name(f".{self.out.name}.builds"), ignore_errors=True)

    def command(self) -> Command:
        """The build as everybody runs it, on a given day."""
        where = ("--root", str(self.place.world), "--out", str(self.out), "--as-of", AS_OF)
        own_keys = {"XDG_CONFIG_HOME": str(self.place.root / "settings")}
        return Command((sys.executable, "-m", "builder", "build", *where), REPOSITORY, own_keys)
