"""What git says of a project."""

import os
import subprocess
from pathlib import Path

_PATIENCE = 60  # seconds; git answers at once, unless it waits for somebody


class NoHistory(Exception):
    """There is no git, or no repository: the message says which."""


def git(root: Path, *arguments: str, asked: bytes | None = None) -> bytes:
    """The answer to one question. Raises NoHistory, or subprocess.CalledProcessError where git itself refuses.

    No shell, no pager, no optional lock; paths are taken as they are written. A hook of git is told about another index
    and folder than the project's: those are left out.
    """
    command = ["git", "--no-pager", "--no-optional-locks", "--literal-pathspecs", "-C", str(root), *arguments]
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(  # noqa: S603 # reason: no shell; every argument is ours, or stands behind --end-of-options
            command, input=asked, env=surroundings, capture_output=True, check=True, timeout=_PATIENCE
        )
    except FileNotFoundError as error:
        raise NoHistory("git is not installed on this machine; it is needed to read earlier content.") from error
    except subprocess.TimeoutExpired as error:
        raise NoHistory(f"git did not answer within {_PATIENCE} seconds.") from error
    return done.stdout
