"""Finds npm, or installs it, and what the scratch apps of the tests need.

Run as a program by `make node`: the only place that asks a package registry. `ANTISCAM_NPM` names npm by path.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = ("nodejs", "npm")
APPS = Path(__file__).parent / "apps"
_LEAST = (20, 19)  # what Vite 8 asks for
_MISSING = "no npm with Node.js 20.19 or newer: run `make node`"
# Says for which lock file the folder was made.
_STAMP = "made-from"


def find() -> Path | None:
    """npm: the named one, or the one on the path; only with a Node.js that is new enough."""
    named = os.environ.get("ANTISCAM_NPM") or shutil.which("npm")
    return Path(named) if named and Path(named).exists() and _node_version() >= _LEAST else None


def _node_version() -> tuple[int, ...]:
    node = shutil.which("node")
    said = subprocess.run([node, "--version"], check=False, capture_output=True, text=True).stdout if node else ""
    return tuple(int(part) for part in said.strip().removeprefix("v").split(".") if part.isdecimal())


def npm(folder: Path, *arguments: str, **environment: str) -> str:
    """What npm says on stdout, run in a folder, without asking a registry; raises FileNotFoundError if there is none.

    What goes wrong is an AssertionError with everything it said.
    """
    found = find()
    if found is None:
        raise FileNotFoundError(_MISSING)
    offline = {**os.environ, "npm_config_offline": "true", **environment}
    ran = subprocess.run([found, *arguments], cwd=folder, env=offline, check=False, capture_output=True, text=True)
    assert ran.returncode == 0, f"npm {' '.join(arguments)}\n{ran.stdout}\n{ran.stderr}"
    return ran.stdout


def modules(app: str) -> Path:
    """The `node_modules` of a scratch app, as its lock file has them; raises FileNotFoundError with what to run."""
    folder = APPS / app / "node_modules"
    stamp = folder / _STAMP
    if not stamp.exists() or stamp.read_text("utf-8") != _digest(app):
        raise FileNotFoundError(f"what tests/apps/{app} needs is not installed: run `make node`")
    return folder


def prepare(app: str) -> None:
    """Installs what the lock file names, unless it is there. No script of a package is run."""
    try:
        modules(app)
    except FileNotFoundError:
        arguments = ("ci", "--ignore-scripts", "--prefer-offline", "--silent")
        npm(APPS / app, *arguments, npm_config_offline="false")
        (APPS / app / "node_modules" / _STAMP).write_text(_digest(app), "utf-8")


def apps() -> list[str]:
    """The scratch apps that have something to install."""
    return sorted(path.parent.name for path in APPS.glob("*/package-lock.json"))


def _digest(app: str) -> str:
    return hashlib.sha256((APPS / app / "package-lock.json").read_bytes()).hexdigest()


def install() -> None:
    """Tries the system's packages."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES], check=True, env=quiet)


def main() -> None:
    if find() is None:
        install()
    found = find()
    if found is None:
        sys.exit("No npm with Node.js 20.19 or newer could be installed. Install Node.js by hand: https://nodejs.org/")
    try:
        for app in apps():
            prepare(app)
    except AssertionError as error:
        sys.exit(f"What the scratch apps need could not be installed.\n{error}")
    sys.stderr.write(f"npm: {found}; {', '.join(apps())} ready\n")


if __name__ == "__main__":
    main()
