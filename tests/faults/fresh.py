"""One kind of attack in a process of its own: small, so that it forks fast, and with nothing that others left in it.

Kinds that mount disks get a mount namespace, so that no mount outlives them.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.ground import Ground
from tests.faults.kinds import KINDS
from tests.faults.steps import Steps
from tests.faults.tally import Tally

_PROJECT = Path(__file__).parents[2]
_MEMORY = Path("/dev/shm")
_FAST = _MEMORY if _MEMORY.is_dir() else None  # a disk in memory, where there is one; at length, that of TMPDIR


def attacked(name: str, *, at_length: bool) -> Tally:
    """Fails loudly if the process does, or if this system does not let it mount."""
    command = [sys.executable, "-m", "tests.faults.fresh", name, str(int(at_length))]
    if KINDS[name].mounts:
        command = ["unshare", "--mount" if os.geteuid() == 0 else "--map-root-user", "--mount", *command]
    process = subprocess.run(command, cwd=_PROJECT, capture_output=True, text=True, check=False)
    assert process.returncode == 0, f"{name}: exit code {process.returncode}\n{process.stderr}"
    return Tally(**json.loads(process.stdout))


def main() -> None:
    name, at_length = sys.argv[1], int(sys.argv[2])
    kind, begun = KINDS[name], time.perf_counter()
    with tempfile.TemporaryDirectory(dir=None if at_length else _FAST) as folder:
        ground = Ground(Path(folder), Steps(), kind.files, durable=kind.durable)
        runs = {"runs": kind.runs[at_length]} if kind.runs else {}
        kind.attack(ground, **runs)
    ground.tally.seconds = time.perf_counter() - begun
    sys.stdout.write(json.dumps(ground.tally.counts()))


if __name__ == "__main__":
    main()
