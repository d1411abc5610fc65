"""One file → disk, whole or not at all."""

import os
import tempfile
from pathlib import Path

from builder.emit.obstacle import explained
from builder.emit.staging import sync


def put_file(path: Path, content: bytes) -> None:
    """Writes a file in the place of the one that may stand there; readers see the old bytes or the new ones."""
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".next-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                os.fchmod(handle, 0o644)
                file.write(content)
                file.flush()
                os.fsync(handle)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        sync(path.parent)
