"""One command, run to its end: how long it took, or why it failed."""

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

# Set on some machines; they would keep a builder from using what it has compiled.
_UNFAIR = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHASHSEED")


class Failed(Exception):
    """A command ended with an error; the message holds its last lines."""


@dataclass(frozen=True)
class Command:
    """What is run, where, and with what added to the environment."""

    arguments: tuple[str, ...]
    folder: Path
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of this process, with what is added and without what would be unfair."""
        kept = {name: value for name, value in os.environ.items() if name not in _UNFAIR}
        return kept | self.variables


def timed(command: Command) -> float:
    """Seconds from the start of the process to its end."""
    start = perf_counter()
    done = _finished(command)
    seconds = perf_counter() - start
    _raise_if_failed(command, done)
    return seconds


def output_of(command: Command) -> str:
    """What the command printed."""
    done = _finished(command)
    _raise_if_failed(command, done)
    return done.stdout.decode()


def _finished(command: Command) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        command.arguments, cwd=command.folder, env=command.environment, capture_output=True, check=False
    )


def _raise_if_failed(command: Command, done: "subprocess.CompletedProcess[bytes]") -> None:
    if done.returncode:
        said = (done.stdout + done.stderr).decode(errors="replace").strip().splitlines()[-20:]
        raise Failed("\n".join([f"“{' '.join(command.arguments)}” ended with {done.returncode}.", *said]))
