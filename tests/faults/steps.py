"""Every step that a process takes on the file system, and a fault at one of them.

The interpreter announces each call before it is made (PEP 578), whatever module makes it; so no step is forgotten.
It does not announce writing and syncing: these are announced here, a write in two halves.
"""

import io
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

Fault = Callable[[], None]


class Steps:
    """Counts the steps of this process; an armed one calls a fault."""

    def __init__(self) -> None:
        self.taken = 0
        self._fault: Fault | None = None
        self._range = range(0)
        self.reached = False
        sys.addaudithook(self._heard)
        self._announce_sync()
        self._announce_writes()

    def arm(self, fault: Fault, at: int, *, lasting: bool = False) -> None:
        """The fault happens at one step from now on, or, `lasting`, at that and all further ones."""
        self._fault, self._range = fault, range(self.taken + at, sys.maxsize if lasting else self.taken + at + 1)

    def take(self) -> None:
        self.taken += 1
        if self._fault and self.taken in self._range:
            self.reached = True
            self._fault()

    def _heard(self, event: str, _arguments: object) -> None:
        if event == "open" or event.startswith(("os.", "fcntl.", "shutil.")):
            self.take()

    def _announce_sync(self) -> None:
        sync = os.fsync

        def announced(handle: int) -> None:
            self.take()
            sync(handle)

        os.fsync = announced  # type: ignore[assignment] # reason: stands in for a built-in

    def _announce_writes(self) -> None:
        steps, opened = self, io.open

        class Halting(io.BufferedWriter):
            def write(self, content: Any, /) -> int:
                steps.take()
                half = len(content) // 2
                super().write(content[:half])
                self.flush()
                steps.take()
                return half + super().write(content[half:])

        def announced(file: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
            return Halting(io.FileIO(file, mode)) if mode == "xb" else opened(file, mode, *arguments, **named)

        io.open = announced


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def refuse(number: int) -> Fault:
    """The system refuses a call with this errno."""

    def fault() -> None:
        raise OSError(number, os.strerror(number))

    return fault


def interrupt() -> None:
    """Ctrl+C."""
    raise KeyboardInterrupt
