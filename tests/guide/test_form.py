"""The form's configuration: valid for the form, complete for the models, and full of what the content holds."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from jsonschema import Draft7Validator

from builder.guide.annotations import group_in
from builder.guide.form import form_config
from builder.guide.form_export import Repository, form_files
from builder.guide.form_ground import Ground, ground_of
from builder.guide.form_page import FOLDER, headers
from builder.guide.hints import hint_of
from builder.model.content.config import SiteConfig
from builder.model.content.kinds import KINDS
from builder.model.content.phone import LongNumbers, ShortCodes
from builder.model.content.scalars import Authored
from builder.model.content.strings import Strings
from builder.parse.files import author_files
from builder.parse.reading import read_file
from tests.conftest import GOLDEN, SHIPPED

PUBLISHED = Path(__file__).parent / "published"
GITHUB = Repository("github", "police/campaign", "main")
GITLAB = Repository("gitlab", "group/sub/campaign", "main", "https://git.example/api/v4", "https://git.example")
# Keys decide whose signature counts, and a switch takes a warning away: both are for a terminal and a reviewer.
NOT_IN_THE_FORM = {"trust.yml", "switches.yml"}


def ground(root: Path) -> Ground:
    return ground_of({path: read_file(root, path).value for path in author_files(root)})


def exported(root: Path, repository: Repository) -> dict[str, Any]:
    [config] = [file for file in form_files(ground(root), repository) if file.path == "config.json"]
    return dict(json.loads(config.content))


def all_files(config: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for collection in [*config["collections"], *config["singletons"]]:
        yield from collection.get("files", [] if "divider" in collection else [collection])


def asked_in(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every field, however deep."""
    for field in fields:
        yield field
        yield from asked_in([*field.get("fields", []), *([field["field"]] if "field" in field else [])])


def test_the_schema_is_that_of_the_form_we_serve() -> None:
    [schema] = PUBLISHED.glob("sveltia-cms-*.json")
    version = schema.stem.removeprefix("sveltia-cms-")
    assert f'const VERSION = "{version}"' in (FOLDER / "at-home.js").read_text("utf-8")
    assert f"@sveltia/cms {version}" in (FOLDER / "vendor/VENDOR").read_text("utf-8")
    assert f"version:`{version}`" in (FOLDER / "vendor/sveltia-cms.js").read_text("utf-8")


def said_by_schema(name: str, value: object) -> list[str]:
    """What the form's own schema says against one part of the configuration."""
    [file] = PUBLISHED.glob("sveltia-cms-*.json")
    schema = json.loads(file.read_text("utf-8"))
    part = {"$ref": f"#/definitions/{name}", "definitions": schema["definitions"]}
    return [f"{name}: {error.message[:200]}" for error in Draft7Validator(part).iter_errors(value)]


def definition(field: dict[str, Any]) -> str:
    """The form lets through any widget as one of somebody's own, so each is held to what its kind asks for."""
    if field["widget"] == "list":
        return next(
            (f"ListFieldWithSub{key.title()}" for key in ("fields", "field") if key in field), "SimpleListField"
        )
    names = {"datetime": "DateTimeField", "object": "ObjectFieldWithSubFields"}
    return names.get(field["widget"], f"{field['widget'].title()}Field")


def alone(field: dict[str, Any]) -> dict[str, Any]:
    """A field with one plain field in place of what is nested in it."""
    plain = {"name": "x", "widget": "string"}
    nested = {"fields": [plain], "field": plain}
    return {key: nested.get(key, value) for key, value in field.items()}


@pytest.mark.parametrize("repository", [None, GITHUB, GITLAB], ids=["preview", "github", "gitlab"])
def test_the_form_accepts_the_frame_of_its_configuration(repository: Repository | None) -> None:
    config = exported(SHIPPED, repository) if repository else form_config(ground(SHIPPED))
    for file in all_files(config):
        file["fields"] = [{"name": "x", "widget": "string"}]
    assert said_by_schema("CmsConfig", config) == []


@pytest.mark.parametrize("root", [GOLDEN, SHIPPED], ids=["golden", "shipped"])
def test_the_form_accepts_every_field(root: Path) -> None:
    fields = [field for file in all_files(form_config(ground(root))) for field in asked_in(file["fields"])]
    kinds = {(definition(field), json.dumps(alone(field), sort_keys=True)) for field in fields}
    assert {name for name, _ in kinds} > {"SelectField", "NumberField", "DateTimeField", "BooleanField", "TextField"}
    # One of each kind that asks for the same things.
    distinct = {(name, *sorted(json.loads(field))): json.loads(field) for name, field in kinds}
    assert [said for (name, *_), field in distinct.items() for said in said_by_schema(name, field)] == []


@pytest.mark.parametrize("wrong", [{"options": None}, {"multiple": "yes"}, {"opinions": []}])
def test_the_schema_refuses_a_field_that_is_wrong(wrong: dict[str, Any]) -> None:
    fields = (field for file in all_files(form_config(ground(GOLDEN))) for field in asked_in(file["fields"]))
    field = next(field for field in fields if field["widget"] == "select")
    assert said_by_schema(definition(field), field) == []
    assert said_by_schema(definition(field), {**field, **wrong})


def compare(model: type[Authored], fields: list[dict[str, Any]], where: str) -> Iterator[str]:
    """What the form lacks, or asks beside the model."""
    asked = {field["name"]: field for field in fields}
    for name in asked.keys() ^ model.model_fields.keys():
        yield f"{where}.{name}"
    for name, info in model.model_fields.items():
        inside, field = group_in(info.annotation), asked.get(name, {})
        below = field.get("fields", [])
        if inside and get_origin(info.annotation) is dict:
            for key in below:
                yield from compare(inside, key["fields"], f"{where}.{name}.{key['name']}")
        elif inside:
            yield from compare(inside, below, f"{where}.{name}")


def test_every_field_of_every_model_can_be_filled_in() -> None:
    config = form_config(ground(GOLDEN))
    by_name = {each.get("name"): each for each in [*config["collections"], *config["singletons"]]}
    models: list[tuple[type[Authored], list[dict[str, Any]]]] = [
        (Strings, by_name["strings"]["fields"]),
        (ShortCodes, by_name["short_codes"]["fields"]),
        (LongNumbers, by_name["long_numbers"]["fields"]),
        (SiteConfig, by_name["site_config"]["fields"]),
    ]
    for kind in KINDS:
        models.append((kind.facts, by_name[f"{kind.folder}-facts"]["fields"]))
        models += [(kind.words, file["fields"]) for file in by_name[f"{kind.folder}-words"]["files"]]
    missing = {problem for model, fields in models for problem in compare(model, fields, model.__name__)}
    assert missing == set()


@pytest.mark.parametrize("root", [GOLDEN, SHIPPED], ids=["golden", "shipped"])
def test_every_file_that_an_editor_keeps_has_its_page(root: Path) -> None:
    paths = [file["file"] for file in all_files(form_config(ground(root))) if "file" in file]
    paths += [f"content/{kind.folder}/*/{kind.facts_file}" for kind in KINDS]
    patterns = [re.escape(path).replace(r"\{\{locale\}\}", "[A-Za-z-]+").replace(r"\*", "[^/]+") for path in paths]
    left_out = {path for path in author_files(root) if not any(re.fullmatch(each, path) for each in patterns)}
    assert left_out <= NOT_IN_THE_FORM


def test_a_choice_offers_exactly_the_values_of_the_model_in_words() -> None:
    config = form_config(ground(GOLDEN))
    facts = {each.get("name"): each for each in config["collections"]}
    for kind in KINDS:
        for field in facts[f"{kind.folder}-facts"]["fields"]:
            info = kind.facts.model_fields[field["name"]]
            if get_origin(info.annotation) is Literal:
                meanings = hint_of(kind.facts, field["name"]).choices
                assert tuple(option["value"] for option in field["options"]) == get_args(info.annotation)
                assert all(meanings[option["value"]].rstrip(".") in option["label"] for option in field["options"])


def test_every_field_says_what_it_is_for() -> None:
    config = form_config(ground(SHIPPED))
    fields = [field for file in all_files(config) for field in file["fields"]]
    assert fields
    assert [field["name"] for field in fields if len(field["hint"]) < 10 or not field["label"][0].isupper()] == []


def test_only_words_are_translated() -> None:
    config = form_config(ground(SHIPPED))
    for file in all_files(config):
        translated = {field.get("i18n", False) for field in asked_in(file["fields"])}
        assert translated == {"i18n" in file}


def test_a_page_of_words_has_the_languages_of_its_place_the_source_first() -> None:
    [places] = [
        each for each in form_config(ground(SHIPPED))["collections"] if each.get("name") == "jurisdictions-words"
    ]
    [place] = [file for file in places["files"] if file["name"] == "HK"]
    assert place["i18n"] == {"locales": ["en", "zh-Hant"], "default_locale": "en"}


def words_of(values: dict[str, Any], kind: str, name: str) -> Any:
    """The languages of one page of words, as the form is told them."""
    [found] = [each for each in form_config(ground_of(values))["collections"] if each.get("name") == f"{kind}-words"]
    return next(file["i18n"] for file in found["files"] if file["name"] == name)


def test_a_new_scam_is_asked_for_in_the_first_language_and_those_of_the_places_that_show_it() -> None:
    values = {path: read_file(GOLDEN, path).value for path in author_files(GOLDEN)}
    values["content/scams/prize/scam.yml"] = values["content/scams/fake-officer/scam.yml"]
    assert words_of(values, "scams", "prize")["locales"] == ["en"]
    place = "content/jurisdictions/NO/jurisdiction.yml"
    facts: Any = values[place]
    values[place] = {**facts, "scams": [*facts["scams"], "prize"]}
    asked = words_of(values, "scams", "prize")
    assert set(asked["locales"]) == {"en", *facts["locales"]}
    assert asked["default_locale"] == "en"


@pytest.mark.parametrize("broken", ["site_config.yml", "content/jurisdictions/NO/jurisdiction.yml"])
def test_the_form_opens_on_broken_content(broken: str) -> None:
    values = {path: read_file(GOLDEN, path).value for path in author_files(GOLDEN)}
    assert form_config(ground_of({**values, broken: None}))["collections"]
    assert form_config(ground_of({}))["singletons"]


def test_what_others_published_is_unchanged() -> None:
    vendor = FOLDER / "vendor"
    listed = re.findall(r"^([0-9a-f]{64})  (\S+)$", (vendor / "VENDOR").read_text("utf-8"), re.MULTILINE)
    standing = {path.relative_to(vendor).as_posix() for path in vendor.rglob("*") if path.is_file()}
    assert {name for _, name in listed} == standing - {"VENDOR"}
    for digest, name in listed:
        assert hashlib.sha256((vendor / name).read_bytes()).hexdigest() == digest


def test_the_policy_names_no_host_but_that_of_the_git_service() -> None:
    assert "http" not in headers()["Content-Security-Policy"]
    files = {file.path: file.content.decode() for file in form_files(ground(GOLDEN), GITLAB) if "/" not in file.path}
    for name in ("index.html", "_headers"):
        assert re.findall(r"https?://[^\s;'\"&<]+", files[name]) == ["https://git.example"]


def test_an_exported_form_knows_its_repository_and_nothing_of_a_preview() -> None:
    files = {file.path: file.content for file in form_files(ground(GOLDEN), GITHUB)}
    assert not any("bridge" in path or "strip" in path for path in files)
    page = files["index.html"].decode()
    assert re.findall(r'src="([^"]+)"', page) == ["at-home.js", "vendor/sveltia-cms.js", "start.js"]
    assert all(name in files for name in re.findall(r'(?:src|href)="([^"]+)"', page))
    config = json.loads(files["config.json"])
    assert config["backend"] == {
        "name": "github",
        "repo": "police/campaign",
        "branch": "main",
        "auth_methods": ["token"],
    }
    assert config["publish_mode"] == "editorial_workflow"


def test_no_hint_speaks_of_yaml() -> None:
    config = form_config(ground(SHIPPED))
    said = [
        field[key]
        for file in all_files(config)
        for field in asked_in(file["fields"])
        for key in ("hint", "pattern")
        if key in field
    ]
    assert len(said) > 100
    assert [text for text in said if "YAML" in str(text) or "(`" in str(text)] == []


@pytest.mark.parametrize("code", ["HK", "GB", "AE"])
def test_words_of_figures_must_be_there_if_the_place_has_figures(code: str) -> None:
    config = form_config(ground(SHIPPED))
    [words] = [each for each in config["collections"] if each.get("name") == "jurisdictions-words"]
    [place] = [file for file in words["files"] if file["name"] == code]
    facts: Any = read_file(SHIPPED, f"content/jurisdictions/{code}/jurisdiction.yml").value
    asked = [field["required"] for field in place["fields"] if field["name"] == "statistics"]
    assert asked == ([True] if facts.get("statistics") else [])


def test_the_two_tables_are_not_folded() -> None:
    singles = form_config(ground(SHIPPED))["singletons"]
    [table] = [file for file in singles if file["name"] == "long_numbers"]
    assert [field.get("collapsed") for field in table["fields"]] == [None]
