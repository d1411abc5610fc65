"""The alert as one ES module."""

import json
import re

import pytest

from builder.model.site import Site
from builder.parse.theme import read_theme
from builder.render.component import ALONE, PARTS, components


@pytest.fixture(scope="module")
def source(golden_site: Site) -> str:
    return next(components(golden_site, read_theme())).content.decode()


def test_nothing_is_imported_and_only_the_contract_is_exported(source: str) -> None:
    assert re.findall(r"\bimport\s*[{*]", source) == []
    assert re.findall(r"\bimport\([^)]*\)", source) == ['import("./scam-evidence.js")']
    assert re.findall(r"\bexport\b[^;]*;", source) == [
        "export { LoadFailure, ScamAlert, decide, loadWarning, prefetch };"
    ]


def test_every_name_at_the_top_is_declared_once() -> None:
    parts = [read_theme().own[f"components/alert/{part}"].decode() for part in PARTS]
    pattern = r"^(?:export )?(?:async )?(?:const|let|var|function\*?|class) ([\w$]+)"
    names = [name for part in parts for name in re.findall(pattern, part, re.MULTILINE)]
    assert len(names) > 40
    assert [name for name in sorted(set(names)) if names.count(name) > 1] == []


def test_every_part_is_joined() -> None:
    alert = [path for path in read_theme().own if path.startswith("components/alert/") and path.endswith(".js")]
    assert sorted(alert) == sorted(f"components/alert/{part}" for part in (*PARTS, *ALONE))


def test_nothing_is_loaded_from_elsewhere(source: str) -> None:
    own = source.split("\n", 3)[3]
    assert re.findall(r"https?://(?!www\.w3\.org/)[^\s\"'`]+", own) == []
    assert re.findall(r"\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write", own) == []


def test_the_words_of_every_language_are_inside_the_source_language_first(source: str, golden_site: Site) -> None:
    baseline = json.loads(source.partition("\n")[0].removeprefix("const BASELINE = ").removesuffix(";"))
    assert [(words["language"], words["direction"]) for words in baseline] == [
        ("en", "ltr"),
        ("no", "ltr"),
        ("ar", "rtl"),
    ]
    assert golden_site.strings["no"].baseline.question == baseline[1]["question"]


def test_the_styles_are_inside_without_comments_and_white_space(source: str) -> None:
    styles = json.loads(source.split("\n")[1].removeprefix("const STYLES = ").removesuffix(";"))
    written = re.sub(r"/\*.*?\*/", "", read_theme().own["components/alert/alert.css"].decode(), flags=re.DOTALL)
    assert "/*" not in styles
    assert _without_space(styles) == _without_space(written)


def test_the_keys_of_the_parties_are_inside(source: str, golden_site: Site) -> None:
    trust = json.loads(source.split("\n")[2].removeprefix("const TRUST = ").removesuffix(";"))
    assert trust == golden_site.trust.model_dump(mode="json")


def _without_space(css: str) -> str:
    """What is left when white space, and semicolons before a brace, do not count."""
    return re.sub(r"\s+", "", css).replace(";}", "}")
