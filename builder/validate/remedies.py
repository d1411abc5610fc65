"""A finding in a document → the correction that mends it, tried on the model before it is told."""

from collections.abc import Iterator

from pydantic import ValidationError

from builder.model.codes import CODES, Code
from builder.model.document import Document, Node, Path
from builder.model.problem import Correction
from builder.validate.annotations import choices_at, keys_at
from builder.validate.corrections import instead
from builder.validate.finding import Finding, path_of
from builder.validate.reshaping import reshaped
from builder.validate.respelling import respelled
from builder.validate.suggestions import Meant, nearest
from builder.validate.values import value_at, with_key, with_value


def remedy(document: Document, finding: Finding, code: Code) -> Correction | None:
    """The one line that mends the finding, or None where nobody can know it."""
    if document.value is None:
        return None
    if code == "wrong-shape":
        tried = ((value, found) for value, found in reshaped(document, finding) if _takes(finding, document, value))
        return next((found for _, found in tried), None)
    given = finding.path[-1] if finding.concerns_key else finding.details["input"]
    if not isinstance(given, str):
        return None
    look = document.positions.key if finding.concerns_key else document.positions.value
    meant = (each for each in _meant(document.value, finding, code, given) if _takes(finding, document, each.text))
    found = (instead(document, look(finding.path), given, each) for each in meant)
    return next((correction for correction in found if correction), None)


def _meant(value: Node, finding: Finding, code: Code, given: str) -> Iterator[Meant]:
    if code == "unknown-key":
        yield from _known_key(value, finding, given)
    elif finding.kind == "literal_error":
        if near := nearest(given, choices_at(finding.model, finding.path, of_key=finding.concerns_key)):
            yield near
    elif finding.kind in CODES or code == "bad-name":
        yield from respelled(code, given)


def _known_key(value: Node, finding: Finding, given: str) -> Iterator[Meant]:
    """The key that is nearest, unless it stands there already; else the only one that must stand there and does not."""
    path = finding.path[:-1]
    known, present = keys_at(finding.model, path), value_at(value, path) or {}
    if near := nearest(given, known):
        if near.text not in present:
            yield near
        return
    if [key for key in present if key not in known] == [given]:
        missing = [key for key in known if key not in present and _wrong_below(finding, value, (*path, key))]
        if len(missing) == 1:
            yield Meant(missing[0])


def _takes(finding: Finding, document: Document, meant: Node) -> bool:
    """Whether the model has nothing to say of what was meant, in the place of what was found wrong."""
    value, path = document.value or "", finding.path
    if not finding.concerns_key:
        return not _wrong_below(finding, with_value(value, path, meant), path)
    owner = value_at(value, path[:-1])
    stands_there = not isinstance(owner, dict) or meant in owner
    return not stands_there and not _wrong_below(finding, with_key(value, path, str(meant)), (*path[:-1], str(meant)))


def _wrong_below(finding: Finding, value: Node, path: Path) -> bool:
    try:
        finding.model.model_validate(value)
    except ValidationError as error:
        return any(path_of(details)[: len(path)] == path for details in error.errors(include_url=False))
    return False
