"""Parts of one ES module → one file, with comments and white space taken out."""

import re
from collections.abc import Iterable, Mapping

import rjsmin

from builder.model.json_bytes import json_bytes
from builder.model.output import OutputFile
from builder.model.release import WARNINGS
from builder.model.theme import Theme

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./[a-z-]+\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|class)", re.MULTILINE)


def joined(name: str, theme: Theme, parts: Iterable[str], exports: str, constants: Mapping[str, object]) -> OutputFile:
    """`warnings/v1/<name>`: the constants, a line each, then the parts in the order of their needs, then the exports.

    One file cannot arrive half, nor meet an older half of itself in a cache. Names are unique across its parts.
    """
    given = [f"const {constant} = {json_bytes(value).decode()};" for constant, value in constants.items()]
    sources = [_minified(_EXPORT.sub("", _IMPORT.sub("", theme.own[part].decode()))) for part in parts]
    return OutputFile(f"{WARNINGS}{name}", "\n".join([*given, *sources, f"export {{ {exports} }};", ""]).encode())


def alone(name: str, theme: Theme, part: str) -> OutputFile:
    """`warnings/v1/<name>`: a module that is one part."""
    return OutputFile(f"{WARNINGS}{name}", f"{_minified(theme.own[part].decode())}\n".encode())


def _minified(source: str) -> str:
    return str(rjsmin.jsmin(source))
