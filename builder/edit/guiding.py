"""A project → what its editors' tools want to stand there and does not yet: generated files, and first lines."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.edit.files import read_source, save
from builder.guide.files import FILES
from builder.guide.reference import reference
from builder.guide.schemas import schema_files
from builder.guide.settings import editor_files, with_modeline


def outdated(root: Path) -> Mapping[str, str]:
    """The text of every file that would change, by its path from the folder of site_config.yml."""
    return dict(_generated(root)) | dict(_marked(root))


def bring_up_to_date(root: Path, changes: Mapping[str, str]) -> None:
    """Writes the files; raises CannotPublish where one cannot be written."""
    for path, text in changes.items():
        save(root, path, text)


def _generated(root: Path) -> Iterator[tuple[str, str]]:
    for file in (*schema_files(), *editor_files(), reference()):
        standing = root / file.path
        if not standing.is_file() or standing.read_bytes().replace(b"\r\n", b"\n") != file.content:
            yield file.path, file.content.decode()


def _marked(root: Path) -> Iterator[tuple[str, str]]:
    """Authors' files with the line that names their schema. One that cannot be read is left to the check."""
    for path in sorted({path.relative_to(root).as_posix() for kind in FILES for path in root.glob(kind.paths)}):
        text = read_source(root, path).text
        if text and (marked := with_modeline(path, text)) != text:
            yield path, marked
