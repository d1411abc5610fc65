"""What no builder can be faster than on this machine: writing the files, and reading the words."""

import shutil
import sys
from pathlib import Path

from benchmarks.running import Command, timed

_READ = """
import pathlib, sys, yaml
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.yml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


def copy_seconds(out: Path) -> float:
    """`cp -r` of a finished tree into a folder that does not exist."""
    copy = out.with_name("copy")
    seconds = timed(Command(("cp", "-r", str(out.resolve()), str(copy)), out.parent))
    shutil.rmtree(copy)
    return seconds


def reading_seconds(world: Path) -> float:
    """Every YAML file of the world once, by libyaml, in one process."""
    return timed(Command((sys.executable, "-c", _READ, str(world)), world))
