"""Files with other texts → the content as it would be, and the problems that it does not have yet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from builder.model.document import Document
from builder.model.problem import Problem
from builder.parse.reading import read_text
from builder.validate import validate


def with_texts(documents: Iterable[Document], texts: Mapping[str, str]) -> tuple[Document, ...]:
    """All documents, those whose texts are given as they will be read; new files stand last."""
    standing = {document.source.path: document for document in documents}
    return tuple({**standing, **{path: read_text(path, text) for path, text in texts.items()}}.values())


def new_problems(before: Iterable[Document], after: Iterable[Document], today: date) -> Iterator[Problem]:
    """What the gate says of the content after a change, and not before it. Lines may have moved meanwhile."""
    known = Counter(map(_without_line, validate(tuple(before), today).problems))
    for problem in validate(tuple(after), today).problems:
        if known[_without_line(problem)]:
            known[_without_line(problem)] -= 1
        else:
            yield problem


def _without_line(problem: Problem) -> tuple[str, str, str]:
    return problem.place.file, problem.code, problem.message
