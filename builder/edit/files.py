"""Authors' files, read to be changed, and written whole or not at all."""

from pathlib import Path

from builder.emit import put_file
from builder.model.document import SourceFile
from builder.parse.reading import read_file


def read_source(root: Path, path: str) -> SourceFile:
    """A file as it stands, with line breaks as one character; a file that cannot be read has no text."""
    return read_file(root, path).source


def save(root: Path, path: str, text: str) -> None:
    """Writes a file in one step, with the line breaks that it had. Raises CannotPublish where that fails."""
    file = root / path
    windows = file.is_file() and b"\r\n" in file.read_bytes()
    content = text.replace("\n", "\r\n") if windows else text
    put_file(file, content.encode())
