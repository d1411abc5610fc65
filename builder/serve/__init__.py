"""The preview: serves the last good build, does again what a change makes due, tells the page."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from watchfiles import awatch

from builder.model.order import Order
from builder.model.problem import Problem
from builder.parse.files import watched
from builder.press import build
from builder.press.outcome import KeyRing
from builder.report.plain import concise, count_line
from builder.serve.answers import answer

_RELOAD = "__antiscam/reload.js"
_TAG = f'<script src="/{_RELOAD}"></script>'.encode()


def serve(order: Order, ring: KeyRing, port: int, say: Callable[[str], None]) -> None:
    """Serves on this machine only, until interrupted. The builds are kept in a folder that goes when it ends."""
    with TemporaryDirectory(prefix="antiscam-") as folder:
        preview = Preview(order, ring, Path(folder) / "site", say)
        preview.rebuild()
        uvicorn.run(application(preview), host="127.0.0.1", port=port, log_level="warning")


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

    def content(self, path: str) -> bytes | None:
        """A file of the last good build, and nothing outside of it."""
        file, root = (self.out / path).resolve(), self.out.resolve()
        return file.read_bytes() if file.is_relative_to(root) and file.is_file() else None

    def state(self) -> str:
        """What a page needs to know: the errors, one line each; none means that it may reload."""
        errors = [problem for problem in self.problems if problem.severity == "error"]
        return json.dumps([f"{concise(problem)}  {problem.hint}".rstrip() for problem in errors])

    async def watch(self) -> None:
        """Rebuilds whenever an author's file or the theme changes."""
        async for _ in awatch(*watched(self.order.root), debounce=50, step=20):
            try:
                await asyncio.to_thread(self.rebuild)
            except Exception as error:  # noqa: BLE001 # reason: a half-saved template may raise anything
                self.say(f"The build failed: {error!r}")
                continue
            for listener in self.listeners:
                listener.put_nowait(self.state())


def application(preview: Preview) -> Starlette:
    """The web application around a preview."""

    async def events(_request: Request) -> Response:
        return StreamingResponse(_messages(preview), media_type="text/event-stream")

    async def script(_request: Request) -> Response:
        return Response((files("builder.serve") / "reload.js").read_bytes(), media_type="text/javascript")

    async def page(request: Request) -> Response:
        return answer(preview.content, request.path_params["path"], _TAG)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(preview.watch())
        yield
        watching.cancel()

    routes = [Route("/__antiscam/events", events), Route(f"/{_RELOAD}", script), Route("/{path:path}", page)]
    return Starlette(routes=routes, lifespan=lifespan)


async def _messages(preview: Preview) -> AsyncIterator[str]:
    listener: asyncio.Queue[str] = asyncio.Queue()
    preview.listeners.add(listener)
    try:
        yield f"event: state\ndata: {preview.state()}\n\n"
        while True:
            yield f"event: changed\ndata: {await listener.get()}\n\n"
    finally:
        preview.listeners.discard(listener)
