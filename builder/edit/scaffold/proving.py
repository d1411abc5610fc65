"""A draft → what is still to be done about it, as the gate itself sees it; or why it cannot be written."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.edit.consequences import new_problems, with_texts
from builder.edit.scaffold.draft import Draft
from builder.edit.scaffold.shelf import Shelf
from builder.model.content.unfinished import wanted_in
from builder.model.document import Document
from builder.model.problem import Place, Problem
from builder.validate.unfinished import marks_in

# A number that its author also puts into the second list would be no second reading of it.
_BY_A_SECOND_PERSON = "unlisted-number"


@dataclass(frozen=True)
class ToDo:
    """A place in a file, and what shall be done there."""

    place: Place
    what: str

    def __str__(self) -> str:
        return f"{self.place.file}:{self.place.line}: {self.what}"


class Refused(Exception):
    """The answers break a rule; nothing was written."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(f"{problem.message} {problem.hint}".strip() for problem in problems))


@dataclass(frozen=True)
class Proof:
    """The texts of all files of a draft, and what is left to do: by whoever writes, and by a second person."""

    texts: Mapping[str, str]
    new: frozenset[str]
    to_write: tuple[ToDo, ...]
    second_person: tuple[ToDo, ...]


def proved(shelf: Shelf, draft: Draft) -> Proof:
    """Checks all content with the draft in it. Raises Refused, or CannotRewrite."""
    texts = draft.texts(shelf)
    documents = with_texts(shelf.documents.values(), texts)
    found = new_problems(shelf.documents.values(), documents, shelf.today)
    faults = [problem for problem in found if problem.code != "words-to-write"]
    if refused := tuple(fault for fault in faults if fault.code != _BY_A_SECOND_PERSON):
        raise Refused(refused)
    second = tuple(ToDo(fault.place, f"{fault.message} {fault.hint}") for fault in faults)
    drafted = [document for document in documents if document.source.path in texts]
    to_write = [each for document in drafted for each in _to_write(document, shelf.documents.get(document.source.path))]
    return Proof(texts, frozenset(draft.new), tuple(to_write), second)


def _to_write(document: Document, before: Document | None) -> list[ToDo]:
    known = set(marks_in(before)) if before else set()
    found = [each for each in marks_in(document) if each not in known]
    return [ToDo(document.positions.value(path), f"{_name(path)} – {wanted_in(mark)}") for path, mark in found]


def _name(path: tuple[str | int, ...]) -> str:
    """`tips 2 title`: items of a list are counted from 1."""
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in path)
