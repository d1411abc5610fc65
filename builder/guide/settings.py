"""The kinds of files → the settings that make VS Code, and other editors, know them."""

import json
from typing import Any

from builder.guide.files import FILES, FileKind, kind_at
from builder.guide.schemas import schema_path
from builder.model.output import OutputFile

_MARK = "# yaml-language-server:"
# `file:line:column severity code message`, as `antiscam check --format concise` writes each problem.
PROBLEM = r"^(.+?):(\d+):(\d+) (error|warning|note) ([a-z0-9-]+) (.+)$"


def modeline(path: str) -> str:
    """The first line of an author's file: where its schema stands, seen from the file. Without a line break.

    `path` is from the folder of site_config.yml; a LookupError names a path where no author writes.
    """
    return f"{_MARK} $schema={'../' * path.count('/')}{schema_path(kind_at(path))}"


def with_modeline(path: str, text: str) -> str:
    """A file's text with its first line; one that leads elsewhere is replaced, and nothing else is touched."""
    first, _, rest = text.partition("\n")
    return f"{modeline(path)}\n{rest if first.startswith(_MARK) else text}"


def editor_files() -> tuple[OutputFile, ...]:
    """What VS Code reads when somebody opens the folder: `.vscode/`."""
    named = {"settings": _settings(), "extensions": _extensions(), "tasks": _tasks()}
    return tuple(OutputFile(f".vscode/{name}.json", _as_bytes(value)) for name, value in named.items())


def _as_bytes(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def _settings() -> dict[str, Any]:
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {
            "editor.tabSize": 2,
            "editor.insertSpaces": True,
            "editor.detectIndentation": False,
            "editor.wordWrap": "on",
            "editor.rulers": [120],
            # Typographic quotes are meant, and letters of other scripts are looked at by the check.
            "editor.unicodeHighlight.ambiguousCharacters": False,
        },
        "redhat.telemetry.enabled": False,
        # Another formatter would break lines elsewhere, and a change of one word would look like one of the whole file.
        "yaml.format.enable": False,
        "yaml.schemaStore.enable": False,
        "yaml.schemas": {f"./{schema_path(kind)}": _globs(kind) for kind in FILES},
    }


def _globs(kind: FileKind) -> list[str]:
    """Where the files of a kind stand, without those of another kind that fit as well."""
    others = (other.paths for other in FILES if other is not kind and kind.holds(other.paths.replace("*", "x")))
    return [kind.paths, *(f"!{paths}" for paths in others)]


def _extensions() -> dict[str, Any]:
    return {"recommendations": ["redhat.vscode-yaml", "editorconfig.editorconfig"]}


def _tasks() -> dict[str, Any]:
    check = _task("antiscam check", "check", "--format", "concise") | {
        "group": {"kind": "build", "isDefault": True},
        "presentation": {"reveal": "silent", "clear": True},
        "problemMatcher": _matcher(),
    }
    preview = _task("antiscam serve", "serve") | {"isBackground": True, "problemMatcher": []}
    return {"version": "2.0.0", "tasks": [check, preview]}


def _task(label: str, *arguments: str) -> dict[str, Any]:
    return {
        "label": label,
        "type": "process",
        "command": "${workspaceFolder}/.venv/bin/antiscam",
        "windows": {"command": "${workspaceFolder}\\.venv\\Scripts\\antiscam.exe"},
        "args": list(arguments),
    }


def _matcher() -> dict[str, Any]:
    groups = {"file": 1, "line": 2, "column": 3, "severity": 4, "code": 5, "message": 6}
    return {
        "owner": "antiscam",
        "source": "antiscam",
        "fileLocation": ["relative", "${workspaceFolder}"],
        "pattern": {"regexp": PROBLEM, **groups},
    }
