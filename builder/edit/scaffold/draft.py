"""What shall be written, still in memory: new files, and what existing ones shall say."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.edit.rewriting import rewritten
from builder.edit.scaffold.shelf import Shelf
from builder.edit.writing import written
from builder.guide.settings import modeline
from builder.model.document import Node


@dataclass(frozen=True)
class NewFile:
    """Its one line of comment, and what it says."""

    about: str
    value: Node

    def text(self, path: str) -> str:
        """The whole file, with the line that tells an editor's program which fields there are."""
        return f"{modeline(path)}\n# {self.about}\n{written(self.value)}"


@dataclass(frozen=True)
class Draft:
    """By path: files to be made, and what files that stand shall say. `then` are next steps, in words."""

    new: Mapping[str, NewFile] = field(default_factory=dict)
    changed: Mapping[str, Node] = field(default_factory=dict)
    then: tuple[str, ...] = ()

    def texts(self, shelf: Shelf) -> dict[str, str]:
        """The text of every file. Raises CannotRewrite for a file that cannot be changed."""
        standing = {path: shelf.documents[path].source.text for path in self.changed}
        changed = {path: rewritten(standing[path], value) for path, value in self.changed.items()}
        return {path: file.text(path) for path, file in self.new.items()} | changed


def joined(*drafts: Draft) -> Draft:
    """Several drafts as one; no two of them may change the same file."""
    new = {path: file for draft in drafts for path, file in draft.new.items()}
    changed = {path: value for draft in drafts for path, value in draft.changed.items()}
    return Draft(new, changed, tuple(step for draft in drafts for step in draft.then))
