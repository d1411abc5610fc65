"""Somebody who reads the site all the while, as a web server does: the link once, then files of that build."""

import mmap
import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, Self

from tests.faults.numbered import number_of, paths

_PASSES, _MIXED, _MISSING = range(3)
_PATIENCE = 60


class Reader:
    """A process of its own, and the board on which it counts."""

    def __init__(self, out: Path, files: int) -> None:
        self._board = memoryview(mmap.mmap(-1, 24)).cast("Q")
        attacker = os.getpid()
        self._process = os.fork()
        if self._process == 0:
            _read(out, paths(files), self._board, attacker)

    @classmethod
    @contextmanager
    def on(cls, out: Path, files: int) -> Iterator[Self]:
        reader = cls(out, files)
        try:
            yield reader
        finally:
            os.kill(reader._process, signal.SIGKILL)
            os.waitpid(reader._process, 0)

    def settle(self) -> None:
        """Waits for the pass under way, so that no pass sees two builds replaced: only one is promised to stay."""
        begun, deadline = self.passes, time.monotonic() + _PATIENCE
        while self.passes == begun:
            if time.monotonic() > deadline:
                raise TimeoutError("the reader is dead")
            time.sleep(0.0005)

    @property
    def passes(self) -> int:
        return self._board[_PASSES]

    @property
    def mixed(self) -> int:
        """Passes that saw files of two builds, or half a file."""
        return self._board[_MIXED]

    @property
    def missing(self) -> int:
        """Passes that found no link, or missed a file behind it."""
        return self._board[_MISSING]


def _read(out: Path, every: list[str], board: memoryview, attacker: int) -> NoReturn:
    """Until it is killed, or the attacker is gone."""
    choice = random.Random(1)
    while os.getppid() == attacker:
        try:
            build = out.parent / out.readlink()
            numbers = {number_of((build / path).read_bytes()) for path in choice.sample(every, min(len(every), 12))}
            board[_MIXED] += len(numbers) > 1 or None in numbers
        except OSError:
            board[_MISSING] += 1
        board[_PASSES] += 1
        time.sleep(0.001)
    os._exit(0)
