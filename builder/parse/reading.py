"""Bytes of one file → a document."""

import hashlib
import os
import stat
from pathlib import Path

from builder.model.codes import Code
from builder.model.document import Document, Positions, SourceFile
from builder.model.problem import Place, Problem
from builder.parse.characters import forbidden_characters
from builder.parse.strict_yaml import read_yaml

# An author's file is a few kilobytes; the cap bounds the work a hostile one can cause.
MAX_BYTES = 256 * 1024


def read_file(root: Path, path: str) -> Document:
    """One author's file as a document, whatever is in it."""
    if (root / path).is_symlink():
        return _broken(path, "unexpected-file", "This is a link to another file.", "Put a copy of the file here.")
    if not path.endswith(".yml"):
        hint = f"Rename it to {path[:-5]}.yml." if path.endswith(".yaml") else "Remove it, or move it elsewhere."
        return _broken(path, "unexpected-file", "Only files that end in .yml belong here.", hint)
    try:
        raw = _read_regular(root / path)
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            return _broken(path, "missing-file", "This file is missing.", "Every project has one beside content/.")
        return _broken(path, "unexpected-file", f"This file cannot be read: {error.strerror}.")
    if raw is None:
        return _broken(path, "unexpected-file", "This is not an ordinary file.", "Remove it.")
    if len(raw) > MAX_BYTES:
        message = f"The file has more than {MAX_BYTES:,} bytes."
        return _broken(path, "file-too-large", message, "A file holds the words of one thing; look what was pasted in.")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
        message = "The file is UTF-16." if wide else "This line holds bytes that are not UTF-8 text."
        return _broken(path, "not-utf-8", message, "Save the file with the encoding UTF-8.", line)
    text = text.replace("\r\n", "\n")
    source = SourceFile(path, text, hashlib.sha256(raw).hexdigest())
    problems = tuple(forbidden_characters(source))
    return Document(source, None, Positions(path), problems) if problems else read_yaml(source)


def _read_regular(path: Path) -> bytes | None:
    """The bytes of a regular file, or None for anything else; a link is never followed, a pipe never waited for."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        return file.read(MAX_BYTES + 1) if stat.S_ISREG(os.fstat(descriptor).st_mode) else None


def _broken(path: str, code: Code, message: str, hint: str = "", line: int = 1) -> Document:
    problem = Problem(Place(path, line), code, message, hint)
    return Document(SourceFile(path, "", ""), None, Positions(path), (problem,))
