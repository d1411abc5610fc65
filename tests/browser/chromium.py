"""Finds a Chromium, or installs one: Playwright's own where it can be had, else the system's.

Run as a program by `make browser`. `ANTISCAM_CHROMIUM` names one by path.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

PACKAGES = ("chromium", "fonts-noto-core", "fonts-noto-cjk")
# Chromium calls home when it starts; tests touch nothing off this machine.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


def find(playwright: Playwright) -> Path | None:
    """The browser to use: the named one, Playwright's own, or the system's."""
    named = os.environ.get("ANTISCAM_CHROMIUM")
    on_path = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    candidates = (named, playwright.chromium.executable_path, *on_path)
    return next((Path(path) for path in candidates if path and Path(path).exists()), None)


def launch(playwright: Playwright) -> Browser:
    """A headless browser. Chromium's sandbox does not work for root."""
    path = find(playwright)
    if path is None:
        raise FileNotFoundError("no Chromium: run `make browser`")
    root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    return playwright.chromium.launch(executable_path=path, args=[*QUIET, *root])


def install() -> None:
    """Tries Playwright's download, then the system's packages."""
    download = [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]
    if subprocess.run(download, check=False, timeout=600).returncode == 0 or os.geteuid() != 0:
        return
    if shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", *PACKAGES], check=True, env=quiet)


def main() -> None:
    with sync_playwright() as playwright:
        if find(playwright) is None:
            install()
        found = find(playwright)
    if found is None:
        sys.exit(f"No Chromium could be installed. Install it by hand (Debian: apt-get install {' '.join(PACKAGES)}).")
    sys.stderr.write(f"Browser: {found}\n")


if __name__ == "__main__":
    main()
