"""Finds SoftHSM, a token made of software, or installs it.

Run as a program by `make test`. `ANTISCAM_SOFTHSM` names the library by path.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGE = "softhsm2"
_FOLDERS = ("/usr/lib", "/usr/lib64", "/usr/local/lib", "/opt/homebrew/lib")
_MISSING = "no SoftHSM: run `python -m tests.softhsm` in the project’s environment"


def find() -> Path | None:
    """The library: the named one, or one of the system's."""
    named = os.environ.get("ANTISCAM_SOFTHSM")
    below = (path for folder in _FOLDERS for path in Path(folder).glob("**/softhsm/libsofthsm2.so"))
    return next((path for path in (*([Path(named)] if named else []), *below) if path.exists()), None)


def library() -> Path:
    """The library; raises FileNotFoundError with what to run."""
    found = find()
    if found is None:
        raise FileNotFoundError(_MISSING)
    return found


def initialise(folder: Path, label: str, pin: str) -> None:
    """A new token in a folder, for this process and those that it starts (`SOFTHSM2_CONF` must name the folder's)."""
    (folder / "tokens").mkdir()
    settings = f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n"
    (folder / "softhsm2.conf").write_text(settings, "utf-8")
    pins = ["--so-pin", "12345678", "--pin", pin]
    command = ["softhsm2-util", "--module", str(library()), "--init-token", "--free", "--label", label, *pins]
    environment = {**os.environ, "SOFTHSM2_CONF": str(folder / "softhsm2.conf")}
    subprocess.run(command, check=True, capture_output=True, env=environment)


def install() -> None:
    """Tries the system's packages."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", PACKAGE], check=True, env=quiet)


def main() -> None:
    if find() is None:
        install()
    found = find()
    if found is None:
        sys.exit(f"No SoftHSM could be installed. Install it by hand (Debian: apt-get install {PACKAGE}).")
    sys.stderr.write(f"SoftHSM: {found}\n")


if __name__ == "__main__":
    main()
