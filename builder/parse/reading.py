"""Bytes of one file → a document."""

import hashlib
import os
import stat
from itertools import islice
from pathlib import Path

from builder.model.codes import Code
from builder.model.document import Document, SourceFile, nowhere
from builder.model.problem import Place, Problem
from builder.parse.characters import character_problems
from builder.parse.quick_yaml import read_yaml
from builder.parse.strict_yaml import MOST_PROBLEMS

# An author's file is a few kilobytes; the cap bounds the work a hostile one can cause.
MAX_BYTES = 256 * 1024


class _Unreadable(Exception):
    """Ends the reading of a file that yields no text."""

    def __init__(self, place: Place, code: Code, message: str, hint: str = "") -> None:
        self.problem = Problem(place, code, message, hint)


def read_file(root: Path, path: str) -> Document:
    """One author's file as a document, whatever is in it."""
    try:
        raw = _bytes_of(root, path)
        text = _text_of(raw, path).replace("\r\n", "\n")
    except _Unreadable as refused:
        return Document(SourceFile(path, "", ""), None, nowhere, (refused.problem,))
    return _document(SourceFile(path, text, hashlib.sha256(raw).hexdigest()))


def read_text(path: str, text: str) -> Document:
    """A file's text, with line breaks as one character, as the document that it would be."""
    return _document(SourceFile(path, text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()))


def _document(source: SourceFile) -> Document:
    problems = tuple(islice(character_problems(source), MOST_PROBLEMS))
    return Document(source, None, nowhere, problems) if problems else read_yaml(source)


def _bytes_of(root: Path, path: str) -> bytes:
    """What stands in an ordinary file of ours; links are never followed, since they may lead anywhere."""
    parts = path.split("/")
    for above in ("/".join(parts[:depth]) for depth in range(len(parts), 0, -1)):
        if os.path.islink(f"{root}/{above}"):  # reason: asked four times for every file of thousands
            what, hint = (
                ("file", "Put a copy of the file here.") if above == path else ("folder", "Put the folder here.")
            )
            raise _Unreadable(Place(above), "unexpected-file", f"This is a link to another {what}.", hint)
    if not path.endswith(".yml"):
        hint = f"Rename it to {path[:-5]}.yml." if path.endswith(".yaml") else "Remove it, or move it elsewhere."
        raise _Unreadable(Place(path), "unexpected-file", "Only files that end in .yml belong here.", hint)
    try:
        return _read_regular(root / path, Place(path))
    except FileNotFoundError as error:
        hint = "Every project has one beside content/."
        raise _Unreadable(Place(path), "missing-file", "This file is missing.", hint) from error
    except OSError as error:
        message, hint = f"This file cannot be read: {error.strerror}.", "Ask whoever keeps this computer."
        raise _Unreadable(Place(path), "unexpected-file", message, hint) from error


def _read_regular(file: Path, place: Place) -> bytes:
    """The bytes of a regular file that stood still meanwhile; a pipe is never waited for."""
    descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as opened:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise _Unreadable(place, "unexpected-file", "This is not an ordinary file.", "Remove it.")
        raw = opened.read(MAX_BYTES + 1)
        after = os.fstat(descriptor)
    if len(raw) > MAX_BYTES:
        hint = "A file holds the words of one thing; look what was pasted in."
        raise _Unreadable(place, "file-too-large", f"The file has more than {MAX_BYTES:,} bytes.", hint)
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size) or len(raw) != after.st_size:
        message = "This file changed while it was being read."
        raise _Unreadable(
            place, "unexpected-file", message, "Wait until whatever writes it has finished, and try again."
        )
    return raw


def _text_of(raw: bytes, path: str) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        sound = raw[: error.start].decode("utf-8")
        place = Place(path, sound.count("\n") + 1, len(sound) - sound.rfind("\n"))
        wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
        message = "The file is UTF-16." if wide else "Here stand bytes that are not UTF-8 text."
        raise _Unreadable(place, "not-utf-8", message, "Save the file with the encoding UTF-8.") from error
