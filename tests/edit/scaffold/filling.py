"""Stands in for an editor: every mark in a project is replaced by a text that says something, and fits."""

from pathlib import Path

from builder.edit.files import save
from builder.edit.rewriting import rewritten
from builder.model.content.unfinished import is_unfinished
from builder.model.document import Node
from builder.parse import parse

# An alert asks one question; a button has a verb and an object, and no two of them are the same.
# In Latin letters, and in Arabic ones.
_SOME = ("Some words.", "بعض الكلمات هنا.")
_SAID = {
    "question": "Does somebody tell you to do this?",
    "stop": "Stop this transfer",
    "proceed": "Continue with it",
    "answer_yes": "Yes, somebody does",
    "answer_no": "No, nobody does",
}


def fill_every_mark(project: Path) -> int:
    """How many there were."""
    count = 0
    for document in parse(project):
        if document.value is not None and "TODO:" in document.source.text:
            value, found = _filled(document.value, "", _SOME[document.source.path.endswith("/ar.yml")])
            save(project, document.source.path, rewritten(document.source.text, value))
            count += found
    return count


def _filled(value: Node, name: str, some: str) -> tuple[Node, int]:
    if isinstance(value, str):
        return (_SAID.get(name, some), 1) if is_unfinished(value) else (value, 0)
    if isinstance(value, dict):
        inside = {key: _filled(item, key, some) for key, item in value.items()}
        return {key: item for key, (item, _) in inside.items()}, sum(found for _, found in inside.values())
    items = [_filled(item, name, some) for item in value]
    return [item for item, _ in items], sum(found for _, found in items)


def translate_every_mark(project: Path, locale: str, source: str) -> None:
    """Writes the source text instead of each mark in the strings of a language: numbers and placeholders agree."""
    (strings,) = (each for each in parse(project) if each.source.path == f"content/strings/{locale}.yml")
    (english,) = (each for each in parse(project) if each.source.path == f"content/strings/{source}.yml")
    assert english.value is not None
    save(project, strings.source.path, rewritten(strings.source.text, english.value))
