"""The files of a draft → disk: all of them or none, and nothing that stands there is ever overwritten by a new one."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from builder.edit.files import read_source, save
from builder.edit.scaffold.proving import Proof
from builder.model.output import CannotPublish


class Stands(Exception):
    """A file that should be new is there already, or one that should change did so meanwhile."""


def keep(root: Path, proof: Proof, before: dict[str, str]) -> None:
    """Writes all files. `before` are the texts of those that stood when the answers were given.

    Raises Stands, or CannotPublish where the disk refuses; then all is as it was.
    """
    for path in proof.texts:
        if path in proof.new and os.path.lexists(root / path):
            raise Stands(f"{path} exists already. Nothing was written.")
        if path not in proof.new and read_source(root, path).text != before[path]:
            raise Stands(f"{path} was changed meanwhile. Nothing was written; start again.")
    begun: list[str] = []
    try:
        for path, text in proof.texts.items():
            begun.append(path)
            save(root, path, text)
    except BaseException:
        _undone(root, begun, proof.new, before)
        raise


def _undone(root: Path, begun: Iterable[str], new: frozenset[str], before: dict[str, str]) -> None:
    for path in begun:
        with suppress(OSError, CannotPublish):
            if path not in new:
                save(root, path, before[path])
                continue
            (root / path).unlink(missing_ok=True)
            (root / path).parent.rmdir()  # fails, rightly, where something else stands in it
