"""What went in and what came out: `build.json`."""

import hashlib

from builder.model.document import Document
from builder.model.json_bytes import json_bytes
from builder.model.output import OutputFile
from builder.model.site import Site


def build_record(files: tuple[OutputFile, ...], site: Site, documents: tuple[Document, ...]) -> OutputFile:
    """Digests of every author's file and of every published one, so that anyone can compare two builds.

    `latest.json` is left out: it is renewed without a build.
    """
    record = {
        "as_of": site.as_of.isoformat(),
        "sources": {document.source.path: document.source.digest for document in documents},
        "outputs": {file.path: hashlib.sha256(file.content).hexdigest() for file in files},
    }
    return OutputFile("build.json", json_bytes(record))
