"""Stage 1: text on disk → documents that know their own lines."""

from pathlib import Path

from builder.model.document import Document
from builder.parse.files import author_files
from builder.parse.reading import read_file


def parse(root: Path) -> tuple[Document, ...]:
    """Reads `site_config.yml`, `trust.yml` and everything below `content/`. Never raises for what authors wrote."""
    return tuple(read_file(root, path) for path in author_files(root))
