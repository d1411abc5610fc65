"""Letters that fit the language of a text."""

from pathlib import Path

import pytest

from builder.validate.scripts import _counted, _expected
from tests.conftest import edit, found

AR = "content/campaigns/no-withdrawal/ar.yml"
EN = "content/scams/fake-officer/en.yml"
ADVICE = "راجعوا العلامات أدناه مع ذلك."


@pytest.mark.parametrize(
    ("locale", "text", "own", "foreign"),
    [
        ("en", "Call the police", 3, 0),
        ("ar", "Call the police", 0, 3),
        ("zh-Hant", "請致電警察", 5, 0),
        ("zh-Hans", "拨打ScamShield热线", 4, 1),
        ("zh-Hant", "{exchange} USDT 2026", 0, 0),  # a placeholder, a coin and a year are in every language
        ("ja", "警察に電話", 3, 0),
        ("ko", "경찰에 전화", 2, 0),
        ("ru", "Звоните в полицию", 3, 0),
        ("hi", "पुलिस", 1, 0),
    ],
)
def test_words_are_counted_by_their_script(locale: str, text: str, own: int, foreign: int) -> None:
    counted = _counted(text, _expected(locale))
    assert counted[1] == foreign
    assert counted[0] >= own


@pytest.mark.parametrize("text", ["Still check the signs below.", "請仔細查看以下警號", "Проверьте признаки ниже"])
def test_a_text_in_another_script_is_a_warning(project: Path, text: str) -> None:
    edit(project, AR, ADVICE, text)
    assert found(project) == [(AR, 12, "foreign-script")]


@pytest.mark.parametrize(
    "text", ["استخدموا Example App الآن وانتبهوا", "ScamShield", "USDT", "راجعوا ذلك على WhatsApp"]
)
def test_a_name_in_latin_letters_is_none(project: Path, text: str) -> None:
    edit(project, AR, ADVICE, text)
    assert found(project) == []


@pytest.mark.parametrize("word", ["pоlice", "Ροlice", "pοlice"])
def test_a_look_alike_letter_inside_a_word_is_a_warning(project: Path, word: str) -> None:
    edit(project, EN, "- Send nothing.", f"- Tell the {word}.")
    assert found(project) == [(EN, 25, "foreign-script")]


def test_a_file_named_after_no_language_is_judged_by_no_script(project: Path) -> None:
    (project / EN).with_name("norsk.yml").write_text((project / EN).read_text("utf-8"), "utf-8")
    assert "foreign-script" not in [code for _, _, code in found(project)]
