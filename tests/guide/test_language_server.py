"""What an author sees in VS Code, asked of the language server that VS Code runs."""

import json
from pathlib import Path

import pytest

from builder.guide.files import FILES
from builder.guide.hints import hint_of
from builder.guide.settings import editor_files
from builder.model.content.jurisdiction import Contact
from tests.conftest import SHIPPED
from tests.guide.language_server import Editor, editor

pytestmark = pytest.mark.browser

PLACE = "content/jurisdictions/HK/jurisdiction.yml"


@pytest.fixture(scope="module")
def vscode():
    with editor(SHIPPED) as opened:
        yield opened


def _text(path: str = PLACE) -> str:
    return (SHIPPED / path).read_text("utf-8")


def _at(text: str, words: str) -> tuple[int, int]:
    """Line and column of words that stand once in a text, counted from 0."""
    assert text.count(words) == 1
    before = text[: text.index(words)]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def _invented(name: str) -> str:
    return f"content/jurisdictions/invented-{name}/jurisdiction.yml"


def _changed(old: str, new: str) -> str:
    assert _text().count(old) == 1
    return _text().replace(old, new)


def test_nothing_is_underlined_in_any_shipped_file(vscode: Editor):
    paths = sorted({path.relative_to(SHIPPED).as_posix() for kind in FILES for path in SHIPPED.glob(kind.paths)})
    underlined = {path: said for path in paths if (said := vscode.open(path))}
    assert not underlined
    assert len(paths) > 100


def test_a_key_shows_its_text_and_its_example(vscode: Editor):
    vscode.open(PLACE)
    line, column = _at(_text(), "hours: 24/7")
    shown = vscode.hover(PLACE, line, column + 1)
    hint = hint_of(Contact, "hours")
    assert hint.text in shown
    assert f"```yaml\nhours: {hint.example}\n```" in shown


def test_a_choice_shows_what_each_value_means(vscode: Editor):
    vscode.open(PLACE)
    shown = vscode.hover(PLACE, *_at(_text(), "kind: hotline"))
    for value, meaning in hint_of(Contact, "kind").choices.items():
        assert f"`{value}`: {meaning}" in shown


def test_a_missing_key_is_offered_with_its_text(vscode: Editor):
    path = _invented("keys")
    text = _changed("    hours: 24/7\n", "    \n")
    vscode.open(path, text)
    line = text.split("\n").index("    ")
    offered = vscode.offered(path, line, 4)
    assert offered["hours"].startswith(hint_of(Contact, "hours").text)
    assert "kind" not in offered


def test_values_are_offered_with_their_meanings(vscode: Editor):
    path = _invented("values")
    text = _changed("kind: hotline", "kind: ")
    vscode.open(path, text)
    line, column = _at(text, "kind: \n")
    assert vscode.offered(path, line, column + len("kind: ")) == dict(hint_of(Contact, "kind").choices)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("kind: hotline", "kind: hotlin", "Value is not accepted."),
        ("hours: 24/7", "hours: all day", "Write 24/7, or days and times"),
        ("first_call:", "frist_call:", "Property frist_call is not allowed."),
        ("value: 43212", "value: 43,212", "Write only digits"),
        ("locales: [zh-Hant, en]", "locales: zh-Hant", "Write a list"),
        ("code: HK", "code: hk", "ISO 3166"),
    ],
)
def test_a_mistake_is_underlined_in_its_line(vscode: Editor, old: str, new: str, words: str):
    path = _invented(new[:4])
    text = _changed(old, new)
    found = [each for each in vscode.open(path, text) if words in each["message"]]
    assert [each["range"]["start"]["line"] for each in found] == [_at(text, new)[0]]


def test_a_new_file_without_a_first_line_is_known_by_its_place(tmp_path: Path):
    settings = next(json.loads(file.content) for file in editor_files() if file.path.endswith("settings.json"))
    (tmp_path / "schema").symlink_to(SHIPPED / "schema")
    with editor(tmp_path, settings["yaml.schemas"]) as opened:
        said = opened.open("content/scams/new/scam.yml", "type: romanse\n")
        assert any("Value is not accepted." in each["message"] for each in said)
        assert not any("title" in each["message"] for each in said)
        words = opened.open("content/scams/new/en.yml", "title: A new scam\n")
        assert any("summary" in each["message"] for each in words)
