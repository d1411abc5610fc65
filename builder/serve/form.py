"""The editors' form at /admin/: its page, its configuration, and the files that it reads and writes."""

import json
import mimetypes
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from builder.guide.form import Config, form_config
from builder.guide.form_ground import ground_of
from builder.guide.form_page import files, headers, page
from builder.model.output import CannotPublish
from builder.parse.files import author_files
from builder.parse.reading import MAX_BYTES, read_file
from builder.serve.form_guard import refusal
from builder.serve.form_saving import Held, Refused, Sent, held, save_form
from builder.serve.form_telling import Told, told_in_form

FILES = "/__antiscam/files"
TOLD = "/__antiscam/told"
# All languages of an entry come at once, and their JSON is longer than the YAML it becomes: quotes, braces, escapes.
_MOST_SENT = 16 * MAX_BYTES
_HEADERS = {"Cache-Control": "no-store", **headers()}
_Endpoint = Callable[[Request], Awaitable[Response]]


def form_routes(root: Path) -> list[Route]:
    """The routes of the form on the files below `root`. Nothing is read before somebody asks.

    The token is made anew for each run and stands in the page, which no other origin can read.
    """
    token = token_urlsafe(32)

    async def index(_request: Request) -> Response:
        return Response(page(token=token), headers=_HEADERS, media_type="text/html")

    async def configuration(_request: Request) -> Response:
        return _json(await run_in_threadpool(_configuration, root))

    async def listing(_request: Request) -> Response:
        return _json(await run_in_threadpool(_listed, root))

    async def saving(request: Request) -> Response:
        saved = await _saved(root, request)
        return _json({path: file._asdict() for path, file in saved.items()})

    async def telling(request: Request) -> Response:
        told = await run_in_threadpool(_told, root, await _body(request))
        return _json([problem._asdict() for problem in told])

    return [
        Route("/admin", _guarded(_to_folder)),
        Route("/admin/", _guarded(index)),
        Route("/admin/config.json", _guarded(configuration)),
        Route("/admin/{path:path}", _guarded(_asset)),
        Route(FILES, _guarded(listing, token)),
        Route(FILES, _guarded(saving, token), methods=["PUT"]),
        Route(TOLD, _guarded(telling, token), methods=["POST"]),
    ]


def _guarded(answer: _Endpoint, token: str | None = None) -> _Endpoint:
    """The same answer for our own page on this machine; a refusal, in a sentence, for anybody else."""

    async def guarded(request: Request) -> Response:
        if status := refusal(request, token):
            return _json({"message": f"{status.phrase}."}, status)
        try:
            return await answer(request)
        except Refused as refused:
            return _json({"message": str(refused)}, refused.status)

    return guarded


async def _to_folder(_request: Request) -> Response:
    return RedirectResponse("/admin/")


async def _asset(request: Request) -> Response:
    """A file of the form, and nothing outside of its folder."""
    file = files().get(request.path_params["path"])
    if file is None:
        raise Refused(HTTPStatus.NOT_FOUND, "The form has no such file.")
    return Response(file.read_bytes(), headers=_HEADERS, media_type=mimetypes.guess_type(file.name)[0])


def _configuration(root: Path) -> Config:
    return form_config(ground_of({path: read_file(root, path).value for path in author_files(root)}))


def _listed(root: Path) -> dict[str, object]:
    """Every author's file by its path: the value as JSON, null where it cannot be read, and its digest."""
    return {path: held(read_file(root, path))._asdict() for path in author_files(root)}


def _told(root: Path, body: bytes) -> list[Told]:
    """The problems that the preview shows, in the words of the form."""
    try:
        return told_in_form(root, list(json.loads(body)))
    except (ValueError, TypeError, RecursionError) as error:
        raise Refused(HTTPStatus.BAD_REQUEST, "The form sent something else than problems.") from error


async def _saved(root: Path, request: Request) -> dict[str, Held]:
    """The files of one Save: `{path: {value, digest}}`, all written or none."""
    try:
        sent = _sent(json.loads(await _body(request)))
        return await run_in_threadpool(save_form, root, sent)
    except CannotPublish as error:
        raise Refused(HTTPStatus.INTERNAL_SERVER_ERROR, f"Nothing was saved. {error}") from error
    except OSError as error:  # such as a name that is too long for the disk
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, f"Nothing was saved. {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise Refused(HTTPStatus.BAD_REQUEST, "The form sent something else than values.") from error


def _sent(said: Any) -> dict[str, Sent]:
    """Raises ValueError for anything but files by their paths."""
    if not isinstance(said, dict) or not said:
        raise ValueError("no files")
    for file in said.values():
        if not isinstance(file, dict) or file.keys() != {"value", "digest"} or not isinstance(file["digest"], str):
            raise ValueError("no file")
    return {path: Sent(**file) for path, file in said.items()}


async def _body(request: Request) -> bytes:
    """What was sent, as far as it is not too much."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MOST_SENT:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "This is too long. Shorten what you pasted.")
    return body


def _json(value: object, status: int = HTTPStatus.OK) -> Response:
    return JSONResponse(value, status, headers=_HEADERS)
