"""Builds twice under different conditions and compares every byte. Run as a program by `make twice`."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import SHIPPED, TODAY, copy_project, tree

FIRST = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LANG": "C", "LC_ALL": "C"}
SECOND = {"TZ": "America/Adak", "PYTHONHASHSEED": "2", "LANG": "tr_TR.UTF-8", "LC_ALL": "C.UTF-8"}
# The keys are an input: both builds are signed with the same ones.
KEPT = ("PATH", "HOME", "XDG_CONFIG_HOME")


def built(source: Path, folder: Path, conditions: dict[str, str], umask: int = 0o022) -> dict[str, bytes]:
    """Every file of a build of a copy of the project, in a process, a folder and an environment of its own."""
    project = copy_project(source, folder / "project")
    inherited = {name: os.environ[name] for name in KEPT if name in os.environ}
    process = subprocess.run(
        [sys.executable, "-m", "builder", "build", "--root", str(project), "--as-of", str(TODAY)],
        cwd=SHIPPED,
        env={**inherited, **conditions},
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    return tree(project / "dist")


def differences(source: Path, folder: Path) -> list[str]:
    """The paths that differ between two builds; none is what is wanted."""
    first = built(source, folder / "one", FIRST)
    second = built(source, folder / "another folder" / "två", SECOND, umask=0o077)
    return sorted(path for path in {*first, *second} if first.get(path) != second.get(path))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = differences(SHIPPED, Path(folder))
    if found:
        sys.exit(f"{len(found)} files differ between two builds of the same content: {', '.join(found[:20])}")
    sys.stderr.write("Two builds, the same bytes.\n")


if __name__ == "__main__":
    main()
