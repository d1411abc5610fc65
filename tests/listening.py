"""What answers on this machine while a test runs, and where."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

SECONDS = 20


@contextmanager
def listening(app: Starlette) -> Iterator[int]:
    """The port of a web application. The socket listens before the server starts, so nobody has to wait for it."""
    config = uvicorn.Config(app, log_level="critical", ws="none", timeout_graceful_shutdown=1, lifespan="on")
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join(SECONDS)
    assert not thread.is_alive()


def free_port() -> int:
    """One for a process of its own."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
