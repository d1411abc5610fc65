"""Words still to be written: each is reported once, as such, and nothing else is said of it."""

from collections.abc import Iterable, Iterator

from builder.model.content.unfinished import SIGNS, is_unfinished, wanted_in
from builder.model.document import Document, Node, Path
from builder.model.problem import Place, Problem
from builder.validate.review import Review
from builder.validate.values import name_at

# What compares a translation with its source says nothing while the source is unwritten.
_COMPARING = ("numbers-differ", "placeholders-differ")


def words_to_write(review: Review) -> Iterator[Problem]:
    """Nothing unfinished is ever published."""
    for document in review.documents.values():
        for path, mark in marks_in(document):
            message = f"“{name_at(path)}” is still to be written."
            hint = f"Write it instead of the mark: {wanted_in(mark)}" if wanted_in(mark) else "Write it here."
            yield Problem(document.positions.value(path), "words-to-write", message, hint)


def without_consequences(review: Review, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, but for those that only come of words being unwritten: here, or in the language of the source."""
    here, compared = set(_unwritten(review)), set(_translations(review))
    for problem in problems:
        follows = problem.place in here or (problem.place in compared and problem.code in _COMPARING)
        if problem.code == "words-to-write" or not follows:
            yield problem


def marks_in(document: Document) -> Iterator[tuple[Path, str]]:
    """Path and text of every mark in a file."""
    if document.value is not None and any(sign in document.source.text for sign in SIGNS):
        yield from _marks(document.value, ())


def _marks(value: Node, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if is_unfinished(value):
            yield path, value
    else:
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for part, item in inner:
            yield from _marks(item, (*path, part))


def _unwritten(review: Review) -> Iterator[Place]:
    for document in review.documents.values():
        for path, _ in marks_in(document):
            yield document.positions.value(path)


def _translations(review: Review) -> Iterator[Place]:
    """Where the translations stand of what is unwritten in the source language."""
    source = f"/{review.library.config.source_locale}.yml"
    for file, document in review.documents.items():
        marks = [path for path, _ in marks_in(document)] if file.endswith(source) else []
        if marks:
            folder = file.removesuffix(source)
            siblings = [other for other in review.documents if other.rpartition("/")[0] == folder and other != file]
            yield from (review.value(other, *path) for other in siblings for path in marks)
