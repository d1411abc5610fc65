"""What a preview shows: the last good build, and what is wrong with the newest edit."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from watchfiles import awatch

from builder.model.order import Order
from builder.model.problem import Problem
from builder.parse.files import watched
from builder.press import build
from builder.press.outcome import KeyRing
from builder.report.plain import concise, count_line
from builder.serve.overlay import overlaid

# Milliseconds of quiet after which an edit counts as saved: an editor that writes a file in pieces is quicker.
_QUIET = 10


@dataclass
class Preview:
    """The last good build at `out`, the problems of the newest attempt, and the pages that listen."""

    order: Order
    ring: KeyRing
    out: Path
    say: Callable[[str], None]
    problems: tuple[Problem, ...] = ()
    listeners: set[asyncio.Queue[str]] = field(default_factory=set)

    def rebuild(self) -> None:
        """Builds what is due; what is broken leaves the last good build in place."""
        begun = perf_counter()
        self.problems = build(self.order, self.ring, self.out, lambda _done, _total: None).problems
        for problem in self.problems:
            self.say(concise(problem))
        self.say(f"{count_line(self.problems)} {perf_counter() - begun:.2f} s")

    @property
    def build(self) -> str:
        """Which build it is that is shown; empty before the first."""
        return self.out.readlink().name if self.out.is_symlink() else ""

    def content(self, path: str) -> bytes | None:
        """A file of the last good build, and nothing outside of it."""
        file, root = (self.out / path).resolve(), self.out.resolve()
        return file.read_bytes() if file.is_relative_to(root) and file.is_file() else None

    def state(self) -> str:
        """What a page needs to know as JSON: the errors; none means that it may show the newest build."""
        errors = [problem for problem in self.problems if problem.severity == "error"]
        return json.dumps(overlaid(errors, self.order.root))

    async def watch(self) -> None:
        """Rebuilds whenever an author's file or the theme changes."""
        async for _ in awatch(*watched(self.order.root), debounce=10 * _QUIET, step=_QUIET):
            try:
                await asyncio.to_thread(self.rebuild)
            except Exception as error:  # noqa: BLE001 # reason: a half-saved template may raise anything
                self.say(f"The build failed: {error!r}")
                continue
            for listener in self.listeners:
                listener.put_nowait(self.state())

    def end(self) -> None:
        """Lets the pages go that listen: as long as one does, a server waits for it."""
        for listener in self.listeners:
            listener.put_nowait("")

    async def messages(self) -> AsyncIterator[str]:
        """What a page is told: how things stand, then every change, as server-sent events."""
        listener: asyncio.Queue[str] = asyncio.Queue()
        self.listeners.add(listener)
        try:
            yield f"event: state\ndata: {self.state()}\n\n"
            while state := await listener.get():
                yield f"event: changed\ndata: {state}\n\n"
        finally:
            self.listeners.discard(listener)
