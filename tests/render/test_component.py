"""The alert as one ES module."""

import json
import re

import pytest

from builder.model.site import Site
from builder.parse.theme import read_theme
from builder.render.component import component


@pytest.fixture(scope="module")
def source(golden_site: Site) -> str:
    return component(golden_site, read_theme()).content.decode()


def test_no_line_imports_or_exports(source: str) -> None:
    assert [line for line in source.split("\n") if re.match(r"\s*(import|export)\b", line)] == []


def test_every_name_at_the_top_is_declared_once(source: str) -> None:
    names = re.findall(r"^(?:async )?(?:const|let|var|function\*?|class) ([\w$]+)", source, re.MULTILINE)
    assert len(names) > 10
    assert [name for name in sorted(set(names)) if names.count(name) > 1] == []


def test_nothing_is_loaded_from_elsewhere(source: str) -> None:
    own = source.split("\n", 2)[2]
    assert re.findall(r"https?://(?!www\.w3\.org/)[^\s\"'`]+", own) == []
    assert re.findall(r"\bimport\(|\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write", own) == []


def test_the_words_of_every_language_are_inside_the_source_language_first(source: str, golden_site: Site) -> None:
    baseline = json.loads(source.partition("\n")[0].removeprefix("const BASELINE = ").removesuffix(";"))
    assert [(words["language"], words["direction"]) for words in baseline] == [
        ("en", "ltr"),
        ("no", "ltr"),
        ("ar", "rtl"),
    ]
    assert golden_site.strings["no"].baseline.question == baseline[1]["question"]


def test_the_styles_are_inside(source: str) -> None:
    styles = source.split("\n")[1].removeprefix("const STYLES = ").removesuffix(";")
    assert read_theme().own["components/alert/alert.css"].decode() == json.loads(styles)
