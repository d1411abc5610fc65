"""The most memory that a command and all processes it starts hold at once."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.running import Command, Failed

_EVERY = 0.02
_PAGE = os.sysconf("SC_PAGE_SIZE")
_PROC = Path("/proc")


@dataclass(frozen=True)
class Memory:
    """Peaks in bytes. RSS counts a page once for each process that shares it, PSS counts it once."""

    rss: int = 0
    pss: int = 0
    samples: int = 0

    def with_sample(self, rss: int, pss: int) -> "Memory":
        """The higher of each."""
        return Memory(max(self.rss, rss), max(self.pss, pss), self.samples + 1)


def peak_memory(command: Command) -> Memory:
    """Runs the command, and looks every 20 ms at its session: what it starts belongs to that too."""
    memory = Memory()
    with subprocess.Popen(
        command.arguments,
        cwd=command.folder,
        env=command.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        while process.poll() is None:
            started = time.perf_counter()
            memory = memory.with_sample(*_now(process.pid))
            time.sleep(max(0.0, _EVERY - (time.perf_counter() - started)))
    if process.returncode:
        raise Failed(f"“{' '.join(command.arguments)}” ended with {process.returncode}.")
    return memory


def _now(session: int) -> tuple[int, int]:
    """RSS and PSS of all processes of a session, in bytes."""
    pids = list(_processes(session))
    return sum(map(_rss, pids)), sum(map(_pss, pids))


def _processes(session: int) -> Iterator[int]:
    for folder in _PROC.iterdir():
        if folder.name.isdigit():
            with suppress(OSError):
                # After the command's name in brackets: state, parent, group, session.
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
                if int(fields[3]) == session:
                    yield int(folder.name)


def _rss(pid: int) -> int:
    with suppress(OSError):
        return int((_PROC / str(pid) / "statm").read_text().split()[1]) * _PAGE
    return 0


def _pss(pid: int) -> int:
    """0 for a process that has just ended."""
    with suppress(OSError):
        for line in (_PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
