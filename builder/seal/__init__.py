"""Stage 5: rendered files → the same files with digests, and the statements that name them.

The statements are plain JSON with the fields that the parties will sign.
"""

from builder.model.document import Document
from builder.model.output import OutputFile
from builder.model.site import Site
from builder.seal.record import build_record
from builder.seal.releases import sealed_bundles


def seal(files: tuple[OutputFile, ...], site: Site, documents: tuple[Document, ...]) -> tuple[OutputFile, ...]:
    """Everything to be published, sorted by path."""
    sealed = sealed_bundles(files, site)
    record = build_record(sealed, site, documents)
    return tuple(sorted((*sealed, record), key=lambda file: file.path))
