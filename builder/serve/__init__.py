"""The preview: serves the last good build from memory, rebuilds on a change, tells the page."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from importlib.resources import files

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from watchfiles import awatch

from builder.model.problem import Problem
from builder.model.trust import Keys
from builder.pipeline import Order, make, watched
from builder.report import concise, count_line
from builder.serve.answers import answer

_RELOAD = "__antiscam/reload.js"
_TAG = f'<script src="/{_RELOAD}"></script>'.encode()


def serve(order: Order, keys: Keys, port: int, say: Callable[[str], None]) -> None:
    """Serves on this machine only, until interrupted."""
    preview = Preview(order, keys, say)
    preview.rebuild()
    uvicorn.run(application(preview), host="127.0.0.1", port=port, log_level="warning")


@dataclass
class Preview:
    """The last good build, the problems of the newest attempt, and the pages that listen."""

    order: Order
    keys: Keys
    say: Callable[[str], None]
    files: dict[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    listeners: set[asyncio.Queue[str]] = field(default_factory=set)

    def rebuild(self) -> None:
        """Builds again; what is broken leaves the last good build in place."""
        made = make(self.order, self.keys)
        self.problems = made.problems
        if made.site:
            self.files = {file.path: file.content for file in made.files}
        for problem in made.problems:
            self.say(concise(problem))
        self.say(f"{count_line(made.problems)} {sum(made.seconds.values()):.2f} s")

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
        return answer(preview.files, request.path_params["path"], _TAG)

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
