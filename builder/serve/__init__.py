"""The preview: serves the last good build, does again what a change makes due, tells the page."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from builder.model.order import Order
from builder.press.crew import learning, standing_by
from builder.press.outcome import KeyRing
from builder.serve.answers import answer
from builder.serve.form import form_routes
from builder.serve.form_guard import refusal
from builder.serve.preview import Preview

_OURS = "/__antiscam"
_OVERLAY, _RENEWAL, _CLOCK = (f"{_OURS}/{name}.js" for name in ("overlay", "renewal", "clock"))


def serve(order: Order, ring: KeyRing, port: int, days_ahead: int, say: Callable[[str], None]) -> None:
    """Serves on this machine only, until interrupted. The builds are kept in a folder that goes when it ends.

    `days_ahead` is by how much the clock of its pages is put forward, so that an alert shows what it will on that day.
    """
    # A request to end it, too, ends in the order in which things were begun; without this it would leave the folder.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit())
    with TemporaryDirectory(prefix="antiscam-") as folder:
        preview = Preview(order, ring, Path(folder) / "site", say)
        with learning():
            preview.rebuild()
        with standing_by():
            config = uvicorn.Config(application(preview, days_ahead), host="127.0.0.1", port=port, log_level="warning")
            _Server(config, preview).run()


class _Server(uvicorn.Server):
    """Ends at once when it is asked to, although pages listen."""

    def __init__(self, config: uvicorn.Config, preview: Preview) -> None:
        super().__init__(config)
        self._preview = preview

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Called by a signal."""
        self._preview.end()
        super().handle_exit(sig, frame)


def application(preview: Preview, days_ahead: int = 0) -> Starlette:
    """The web application around a preview."""
    clock = f'<script src="{_CLOCK}" data-days="{days_ahead}"></script>' if days_ahead else ""

    async def events(request: Request) -> Response:
        if status := refusal(request):
            return Response(status_code=status)
        return StreamingResponse(preview.messages(), media_type="text/event-stream")

    async def script(request: Request) -> Response:
        source = files("builder.serve") / request.url.path.rpartition("/")[2]
        return Response(source.read_bytes(), media_type="text/javascript")

    async def page(request: Request) -> Response:
        # A frame, as in the gallery, leaves it to its page: a browser has but six connections to one machine.
        framed = request.headers.get("sec-fetch-dest") == "iframe"
        overlay = f'<script type="module" src="{_OVERLAY}" data-build="{preview.build}"></script>'
        return answer(preview.content, request.path_params["path"], clock, "" if framed else overlay)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(preview.watch())
        yield
        watching.cancel()

    ours = [Route(f"{_OURS}/events", events), *(Route(path, script) for path in (_OVERLAY, _RENEWAL, _CLOCK))]
    return Starlette(
        routes=[*ours, *form_routes(preview.order.root), Route("/{path:path}", page)],
        lifespan=lifespan,
    )
