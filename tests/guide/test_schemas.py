"""An editor knows every file by its schema, and is never stricter with an author than the check itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import AfterValidator, ValidationError

from builder.guide.files import FILES, FileKind, kind_at
from builder.guide.patterns import RULES
from builder.guide.schemas import schema_of
from builder.model.content.jurisdiction import JurisdictionFacts
from builder.model.content.scalars import Authored
from builder.parse.reading import read_file
from tests.conftest import GOLDEN, SHIPPED
from tests.guide.as_editor import as_editor
from tests.guide.models import fields, models
from tests.mistakes import BROKEN

# What an editor cannot see: a schema knows no lists of countries or of hosts, and no two fields at once.
_ONLY_THE_CHECK = {
    "bad-boolean-capital": "to an editor, True is true",
    "bad-jurisdiction-uk": "a code of no country",
    "host-too-wide": "an ending that many share",
    "wrong-shape-switch": "an alert and a group at once",
}


def _files(root: Path) -> Iterator[tuple[FileKind, Path]]:
    yield from ((kind, path) for path in sorted(root.rglob("*.yml")) if (kind := _kind(root, path)))


def _kind(root: Path, path: Path) -> FileKind | None:
    try:
        return kind_at(path.relative_to(root).as_posix())
    except LookupError:
        return None


SCHEMAS = {kind: schema_of(kind) for kind in FILES}
VALIDATORS = {
    kind: Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER) for kind, schema in SCHEMAS.items()
}


def _complaints(kind: FileKind, text: str) -> list[str]:
    return [error.message for error in VALIDATORS[kind].iter_errors(as_editor(text))]


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.name)
def test_a_schema_keeps_to_what_editors_understand(kind):
    schema = SCHEMAS[kind]
    Draft7Validator.check_schema(schema)
    later = {"$defs", "$ref", "prefixItems", "unevaluatedProperties", "dependentRequired", "default"}
    assert not {key for part in _parts(schema) for key in part} & later


@pytest.mark.parametrize("root", [SHIPPED, GOLDEN], ids=["shipped", "golden"])
def test_every_sound_file_fits_its_schema(root):
    seen = {kind.name for kind, path in _files(root) if not _complaints(kind, path.read_text("utf-8"))}
    wrong = {path: said for kind, path in _files(root) if (said := _complaints(kind, path.read_text("utf-8")))}
    assert not wrong
    assert len(seen) > 10


def _mistaken() -> Iterator[tuple[str, FileKind, Path, str]]:
    """The files of the folders of mistakes that can be read at all."""
    for folder in sorted(path for path in BROKEN.iterdir() if path.is_dir()):
        for kind, path in _files(folder):
            document = read_file(folder, path.relative_to(folder).as_posix())
            if document.value is not None and not document.problems:
                yield folder.name, kind, path, document.source.text


def _is_sound(kind: FileKind, path: Path, folder: Path) -> bool:
    try:
        kind.model.model_validate(read_file(folder, path.relative_to(folder).as_posix()).value)
    except ValidationError:
        return False
    return True


def test_an_editor_is_never_stricter_than_the_check():
    stricter = [
        (name, said)
        for name, kind, path, text in _mistaken()
        if _is_sound(kind, path, BROKEN / name) and (said := _complaints(kind, text))
    ]
    assert not stricter


def test_an_editor_sees_every_mistake_that_one_file_shows():
    missed = {
        name
        for name, kind, path, text in _mistaken()
        if not _is_sound(kind, path, BROKEN / name) and not _complaints(kind, text)
    }
    assert missed == set(_ONLY_THE_CHECK)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("period: 2025", "a year without quotes"),
        ('value: "43212"', "a figure in quotes"),
        ("number: 18222", "a short number without quotes"),
        ("number: +85218222123", "a long number without quotes"),
    ],
)
def test_an_editor_reads_numbers_as_the_check_does(line, written):
    text = (SHIPPED / "content/jurisdictions/HK/jurisdiction.yml").read_text("utf-8")
    key = line.split(":")[0]
    changed = "\n".join(
        f"{old[: old.index(key)]}{line}" if old.strip().startswith(f"{key}:") else old for old in text.split("\n")
    )
    assert changed != text, written
    assert not _complaints(kind_at("content/jurisdictions/HK/jurisdiction.yml"), changed)


def test_every_rule_of_ours_for_a_text_is_known_to_editors():
    rules = {
        mark.func.__name__
        for model, field in fields()
        for mark in _marks(model.model_fields[field].annotation, model.model_fields[field].metadata)
    }
    assert rules - {"<lambda>"} == set(RULES)


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.name)
def test_what_does_not_fit_is_answered_with_advice(kind):
    ruled = [part for part in _parts(SCHEMAS[kind]) if "pattern" in part or part.get("type") == "array"]
    assert all(part["errorMessage"].endswith(".") for part in ruled)


@pytest.mark.parametrize("model", models())
def test_every_key_has_its_text_and_its_example_in_the_schema(model):
    groups = [part for kind in FILES for part in _parts(SCHEMAS[kind]) if _is(part, model)]
    assert groups
    for field, told in (item for group in groups for item in group["properties"].items()):
        assert told["markdownDescription"].startswith(told["description"])
        example = told["markdownDescription"].split("```yaml\n")[1].removesuffix("\n```")
        assert list(as_editor(example)) == [field]


def test_keys_stand_in_the_order_in_which_authors_write_them():
    facts = SCHEMAS[kind_at("content/jurisdictions/HK/jurisdiction.yml")]
    assert list(facts["properties"]) == list(JurisdictionFacts.model_fields)
    assert next(iter(facts["properties"]["contacts"]["items"]["properties"])) == "id"


def _is(part: dict[str, Any], model: type[Authored]) -> bool:
    return set(part.get("properties", ())) == set(model.model_fields) and part.get("additionalProperties") is False


def _parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema, not the mappings of names to schemas."""
    if isinstance(schema, dict):
        yield schema
        for key in ("items", "additionalProperties", "propertyNames"):
            yield from _parts(schema.get(key))
        for inner in schema.get("properties", {}).values():
            yield from _parts(inner)


def _marks(annotation: Any, marks: Any) -> Iterator[AfterValidator]:
    yield from (mark for mark in marks if isinstance(mark, AfterValidator))
    yield from _marks_inside(annotation)


def _marks_inside(annotation: Any) -> Iterator[AfterValidator]:
    yield from (mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, AfterValidator))
    for part in getattr(annotation, "__args__", ()):
        yield from _marks_inside(part)
