"""Authors' files, read to be changed, and written whole or not at all."""

from pathlib import Path

from builder.emit import put_file
from builder.emit.obstacle import explained
from builder.model.document import SourceFile
from builder.parse.reading import read_file


def read_source(root: Path, path: str) -> SourceFile:
    """A file as it stands, with line breaks as one character; a file that cannot be read has no text."""
    return read_file(root, path).source


def save(root: Path, path: str, text: str) -> None:
    """Writes a file in one step, with the line breaks that most of it had. Raises CannotPublish where that fails."""
    file = root / path
    with explained(file):
        before = file.read_bytes() if file.is_file() else b""
    from_windows = before.count(b"\r\n") * 2 > before.count(b"\n")
    put_file(file, (text.replace("\n", "\r\n") if from_windows else text).encode())
