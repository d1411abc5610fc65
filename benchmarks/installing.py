"""The peers' own environments, made from their lock files into a folder that git does not see."""

import hashlib
import shutil
import sys
from pathlib import Path

from benchmarks.running import Command, Failed, timed

RECIPES = Path(__file__).parent / "peers"
_INSTALLED = Path(__file__).parent / ".peers"


class CannotInstall(Exception):
    """A peer is not measured, for the reason in the message; it names no folder and no address of this machine."""


def python_environment(peer: str) -> Path:
    """A virtual environment with exactly what the peer's `requirements.lock` names."""
    folder, lock = _INSTALLED / peer, RECIPES / peer / "requirements.lock"
    create = Command((sys.executable, "-m", "venv", "--clear", str(folder)), RECIPES)
    pip = (str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    install = Command((*pip, "--require-hashes", "--requirement", str(lock)), RECIPES)
    _install(folder, lock, create, install)
    return folder


def node_environment(peer: str) -> Path:
    """A folder with `node_modules`, exactly as `package-lock.json` has it."""
    folder, lock = _INSTALLED / peer, RECIPES / peer / "package-lock.json"
    if not shutil.which("npm"):
        raise CannotInstall("there is no npm on this machine")
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(RECIPES / peer / name, folder)
    _install(folder, lock, Command(("npm", "ci", "--silent"), folder))
    return folder


def _install(folder: Path, lock: Path, *commands: Command) -> None:
    """Runs the commands, unless they have run to their end for this very lock file."""
    stamp, digest = folder / "installed-from", hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    try:
        for command in commands:
            timed(command)
    except (Failed, OSError) as error:
        raise CannotInstall(f"{lock.name} could not be installed") from error
    stamp.write_text(digest)
