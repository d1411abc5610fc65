"""What the form holds of a file → the smallest change of that file that says the same.

The form knows values, not files: it would lose comments, order and quotes, and types texts such as `18222` as it likes.
So its values are compared with those of the file, and only what differs is changed.
"""

from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from typing import NamedTuple, get_origin

from pydantic.fields import FieldInfo

from builder.edit.files import read_source, save
from builder.edit.rewriting import CannotRewrite, rewritten
from builder.edit.writing import written
from builder.guide.files import FILES, kind_at
from builder.guide.settings import modeline
from builder.model.document import Document, Node, SourceFile
from builder.model.output import CannotPublish
from builder.parse.files import CONFIG, CONTENT
from builder.parse.quick_yaml import read_yaml
from builder.parse.reading import MAX_BYTES, read_file
from builder.serve.form_items import Json, beside
from builder.serve.form_numbers import with_quoted_numbers

# Of a file that does not exist yet.
NO_DIGEST = ""
_ONE_AT_A_TIME = Lock()


class Refused(Exception):
    """Says in a sentence why nothing was saved. `status` is the answer's HTTP status."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


class Sent(NamedTuple):
    """A file as the form sends it: its value, and the digest that the form knows of it."""

    value: Json
    digest: str


class Held(NamedTuple):
    """A file as the form is given it: its value, and the SHA-256 of the bytes that it was read from."""

    value: Node | None
    digest: str


def held(document: Document) -> Held:
    """What the form needs to know of a file."""
    return Held(document.value, document.source.digest)


class _Planned(NamedTuple):
    """A file that may be written: its text as it stands (none if it is new), and as it shall be."""

    path: str
    old: str
    text: str
    value: Node


def save_form(root: Path, sent: Mapping[str, Sent]) -> dict[str, Held]:
    """Writes the files of one Save, all if each still has the digest that the form knows, else none.

    Raises Refused.
    """
    with _ONE_AT_A_TIME:
        planned = [_planned(root, path, file) for path, file in sent.items()]
        _write(root, [plan for plan in planned if plan.text != plan.old])
        return {plan.path: Held(plan.value, read_source(root, plan.path).digest) for plan in planned}


def _planned(root: Path, path: str, sent: Sent) -> _Planned:
    _guard(root, path)
    before = _before(root, path, sent.digest)
    settled_value = settled(sent.value, before.value if before else None)
    if not isinstance(settled_value, dict):
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, f"The form sent nothing to save in {path}. Nothing was saved.")
    value = with_quoted_numbers(_with_empty_lists(settled_value, path), path)
    old = before.source.text if before else ""
    return _Planned(path, old, _text(old, value, path), value)


def _write(root: Path, planned: list[_Planned]) -> None:
    """What cannot be written takes back what was written before it."""
    written_so_far: list[_Planned] = []
    try:
        for plan in planned:
            save(root, plan.path, plan.text)
            written_so_far.append(plan)
    except (CannotPublish, OSError):
        for plan in written_so_far:
            if plan.old:
                save(root, plan.path, plan.old)
            else:
                (root / plan.path).unlink()
        raise


def settled(sent: Json, before: Node | None) -> Node | None:
    """The form's value as authors write it: all text, nothing empty that was not there, no change in spaces alone."""
    if isinstance(sent, dict):
        known = before if isinstance(before, dict) else {}
        pairs = ((key, settled(value, known.get(key)), key in known) for key, value in sent.items())
        # A box that nobody has ticked comes as a false of its own, not as the word.
        kept = {key: value for key, value, stood in pairs if value and (stood or sent[key] is not False)}
        # What its author left empty on purpose, such as a list without figures, the form does not send.
        return {**kept, **{key: value for key, value in known.items() if not value and key not in kept}} or None
    if isinstance(sent, list):
        known_items = before if isinstance(before, list) else []
        items = [settled(value, old) for value, old in zip(sent, beside(sent, known_items), strict=True)]
        return [item for item in items if item is not None] or None
    if isinstance(sent, bool):
        return "true" if sent else "false"
    text = "" if sent is None else str(sent).strip().replace("\r\n", "\n")
    return before if isinstance(before, str) and before.strip() == text else text or None


def _with_empty_lists(value: dict[str, Node], path: str) -> Node:
    """The form leaves out a list without items; some lists must stand there all the same, such as `allowed_hosts`."""
    wanted = (name for name, info in kind_at(path).model.model_fields.items() if _is_wanted_list(info))
    return {**value, **{name: [] for name in wanted if name not in value}}


def _is_wanted_list(info: FieldInfo) -> bool:
    return info.is_required() and get_origin(info.annotation) is tuple


def _guard(root: Path, path: str) -> None:
    """Only authors' files, and only where they stand themselves: a link may lead anywhere."""
    parts = path.split("/")
    plain = all(part and part[0] not in ".~" and not set(part) & set("\\:\0") for part in parts)
    known = any(kind.holds(path) for kind in FILES if kind.paths == CONFIG or kind.paths.startswith(f"{CONTENT}/"))
    if not plain or not known:
        raise Refused(HTTPStatus.FORBIDDEN, "The form changes only files of content.")
    if any((root / "/".join(parts[:depth])).is_symlink() for depth in range(1, len(parts) + 1)):
        raise Refused(HTTPStatus.FORBIDDEN, f"{path} is a link; the form follows none.")


def _before(root: Path, path: str, digest: str) -> Document | None:
    """The file as it stands, or nothing where it is to be made."""
    exists = (root / path).exists()
    if not exists and digest == NO_DIGEST:
        return None
    document = read_file(root, path)
    if not exists or document.source.digest != digest:
        raise Refused(
            HTTPStatus.PRECONDITION_FAILED,
            f"{path} was changed outside the form since you opened it, so nothing was saved, "
            "in no language. Copy what you wrote, then reload this page.",
        )
    if document.value is None:
        problem = document.problems[0]
        raise Refused(
            HTTPStatus.CONFLICT,
            f"Line {problem.place.line} of {path} has a mistake that the form cannot mend, "
            f"so nothing was saved: {problem.message}",
        )
    return document


def _text(old: str, value: Node, path: str) -> str:
    if not old:
        text = f"{modeline(path)}\n{written(value)}"
    else:
        try:
            text = rewritten(old, value)
        except CannotRewrite as error:
            raise Refused(HTTPStatus.CONFLICT, str(error)) from error
    if len(text.encode()) > MAX_BYTES:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "This is too long for one file. Shorten what you pasted.")
    if read_yaml(SourceFile(path, text, "")).value != value:
        raise Refused(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "This text cannot be written down as it is. Leave out characters that cannot be seen.",
        )
    return text
