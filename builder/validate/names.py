"""Corrections of names that are not spelled as names are: only such as lead somewhere are kept."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from builder.model.document import Document
from builder.model.problem import Problem
from builder.model.quoting import said_by
from builder.validate.corrections import standing_at
from builder.validate.surroundings import AuthorFiles

_SPELLING = ("bad-name", "bad-jurisdiction", "bad-locale")
# Where a name is given, and not used.
_GIVES = re.compile(r"(?:^|[\s{])(?:id|code): *$")


def leading_somewhere(
    problems: Iterable[Problem], documents: Mapping[str, Document], files: AuthorFiles
) -> Iterator[Problem]:
    """All problems; a correction to a name that nothing has would only lead to the next problem."""
    problems = tuple(problems)
    offered = Counter(problem.correction.text for problem in problems if problem.correction)
    for problem in problems:
        keeps = problem.code not in _SPELLING or not problem.correction or problem.place.file not in documents
        if keeps or _leads(problem, documents, files, offered):
            yield problem
        else:
            yield replace(problem, correction=None)


def _leads(problem: Problem, documents: Mapping[str, Document], files: AuthorFiles, offered: Mapping[str, int]) -> bool:
    correction, document = problem.correction, documents[problem.place.file]
    if correction is None:
        return False
    start = replace(correction.place, column=1, width=correction.place.column - 1)
    if _GIVES.search(standing_at(document, start)) or offered[correction.text] > 1:
        return True
    name = re.compile(rf"(?<![\w-]){re.escape(said_by(correction.text) or correction.text)}(?![\w-])")
    places = (path for path in files.paths if name.search(path))
    return any(places) or any(name.search(other.source.text) for other in documents.values())
