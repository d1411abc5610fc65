"""A finished build, served from memory while somebody looks at it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from builder.model.output import OutputFile
from builder.serve.answers import answer


@contextmanager
def served(files: tuple[OutputFile, ...], port: int) -> Iterator[None]:
    """Serves the files on this machine only, while the block runs. Raises OSError if the port is taken.

    The socket listens before the server starts, so what answers there is ours, and nobody has to wait for it.
    """
    contents = {file.path: file.content for file in files}

    async def page(request: Request) -> Response:
        return answer(contents.get, request.path_params["path"])

    app = Starlette(routes=[Route("/{path:path}", page)])
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    with socket.create_server(("127.0.0.1", port)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield
        finally:
            server.should_exit = True
            thread.join()
