"""The YAML language server of VS Code, asked as VS Code asks it."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tests.node import modules

_SERVER = "yaml-language-server/bin/yaml-language-server"


class Editor:
    """An editor with one folder open. Lines and columns count from 0, as in the protocol."""

    def __init__(self, server: "subprocess.Popen[bytes]", root: Path, schemas: Mapping[str, list[str]]) -> None:
        self._server, self._root, self._asked = server, root, 0
        self._settings = {"schemaStore": {"enable": False}, "schemas": schemas}
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {
                "hover": {"contentFormat": ["markdown"]},
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
            },
        }
        folders = [{"uri": root.as_uri(), "name": root.name}]
        here = {"rootUri": root.as_uri(), "workspaceFolders": folders}
        self._ask("initialize", {"processId": None, "capabilities": capabilities, **here})
        self._send("initialized", {})
        self._send("workspace/didChangeConfiguration", {"settings": {}})

    def open(self, path: str, text: str | None = None) -> list[dict[str, Any]]:
        """Opens a file, with its own text or an invented one, and gives what is underlined in it. Each path once."""
        said = (self._root / path).read_text("utf-8") if text is None else text
        opened = {"uri": self._uri(path), "languageId": "yaml", "version": 1, "text": said}
        self._send("textDocument/didOpen", {"textDocument": opened})
        while True:
            message = self._receive()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == opened["uri"]:
                found: list[dict[str, Any]] = message["params"]["diagnostics"]
                return found

    def hover(self, path: str, line: int, column: int) -> str:
        """What is shown where the mouse rests."""
        answer = self._ask("textDocument/hover", self._at(path, line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def offered(self, path: str, line: int, column: int) -> dict[str, str]:
        """What can be chosen at a place, each with its explanation."""
        items = self._ask("textDocument/completion", self._at(path, line, column))["items"]
        return {item["label"]: _plain(item.get("documentation", "")) for item in items}

    def _at(self, path: str, line: int, column: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self._uri(path)}, "position": {"line": line, "character": column}}

    def _uri(self, path: str) -> str:
        return (self._root / path).as_uri()

    def _ask(self, method: str, params: Any) -> Any:
        self._asked += 1
        self._send(method, params, id=self._asked)
        while True:
            message = self._receive()
            if message.get("id") == self._asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _send(self, method: str, params: Any, **more: int) -> None:
        self._write({"method": method, "params": params, **more})

    def _receive(self) -> dict[str, Any]:
        """The next message; what the server asks is answered with the settings, or with nothing."""
        assert self._server.stdout
        length = 0
        while (header := self._server.stdout.readline().strip()) != b"":
            name, _, value = header.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(self._server.stdout.read(length))
        if "method" in message and "id" in message:
            sections = message["params"]["items"] if message["method"] == "workspace/configuration" else ()
            settings = [self._settings if each["section"] == "yaml" else None for each in sections]
            self._write({"id": message["id"], "result": settings or None})
        return message

    def _write(self, message: dict[str, Any]) -> None:
        assert self._server.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()


def _plain(documentation: Any) -> str:
    return str(documentation["value"] if isinstance(documentation, dict) else documentation)


@contextmanager
def editor(root: Path, schemas: Mapping[str, list[str]] = MappingProxyType({})) -> Iterator[Editor]:
    """An editor with a folder open, as long as it is needed. `schemas` are its settings: files by schema."""
    command = ["node", str(modules("vscode") / _SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        try:
            yield Editor(server, root, dict(schemas))
        finally:
            server.terminate()
