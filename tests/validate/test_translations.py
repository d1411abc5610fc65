"""Every language says the same: what counts as the same number, text or placeholder."""

import shutil
from pathlib import Path

import pytest

from builder.validate.numerals import numbers_in
from tests.conftest import edit, found

NO = "content/scams/fake-officer/no.yml"
EN = "content/scams/fake-officer/en.yml"
PLACE_NO = "content/jurisdictions/NO/no.yml"
PLACE_AR = "content/jurisdictions/NO/ar.yml"
SENTENCE = "Send 500 USDT til den trygge lommeboken vår innen 10 minutter."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Send 500 USDT", ["500"]),
        ("أرسل ٥٠٠ خلال ١٠ دقائق", ["500", "10"]),
        ("५००", ["500"]),
        ("1,000 or 1.000", ["1000", "1000"]),
        ("at 10:30.", ["10:30"]),
        ("500. Then 10, then", ["500", "10"]),
        ("between 5-10", ["5", "10"]),
        ("no number, not even ten", []),
        ("018222", ["018222"]),
    ],
)
def test_numbers_are_compared_without_separators_in_any_digits(text: str, expected: list[str]) -> None:
    assert expected == list(numbers_in(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "Innen 10 minutter må du sende 500 USDT til lommeboken vår.",
        "Send ٥٠٠ USDT innen ١٠ minutter.",
        "Send 500 USDT innen 10.",
    ],
)
def test_the_same_numbers_in_another_order_or_other_digits_agree(project: Path, sentence: str) -> None:
    edit(project, NO, SENTENCE, sentence)
    assert found(project) == []


@pytest.mark.parametrize(
    "sentence",
    ["Send 500 USDT.", "Send 500 USDT innen 10 eller 10 minutter.", "Send 0500 USDT innen 10.", "Send ٥٠١ innen ١٠."],
)
def test_a_number_more_or_less_or_changed_does_not(project: Path, sentence: str) -> None:
    edit(project, NO, SENTENCE, sentence)
    assert found(project) == [(NO, 20, "numbers-differ")]


def test_an_item_more_is_told_at_the_list(project: Path) -> None:
    edit(project, NO, "{exchange} i appen.", "{exchange} i appen.\n  - Vent.")
    assert found(project) == [(NO, 24, "texts-differ")]


def test_an_optional_text_more_than_in_the_source_is_told(project: Path) -> None:
    edit(project, PLACE_NO, "    helps_with: Ring hvis du er i fare.", "    helps_with: Ring.\n    operator: Politiet")
    assert [(file, code) for file, _, code in found(project)] == [(PLACE_NO, "texts-differ")]


def test_a_placeholder_in_another_place_of_the_sentence_agrees(project: Path) -> None:
    edit(project, NO, "Si fra til {exchange} i appen.", "I appen sier du fra til {exchange}.")
    assert found(project) == []


@pytest.mark.parametrize("text", ["Si fra i appen.", '"{exchange} og {exchange}"'])
def test_a_placeholder_more_or_less_does_not(project: Path, text: str) -> None:
    edit(project, NO, "Si fra til {exchange} i appen.", text)
    assert found(project) == [(NO, 26, "placeholders-differ")]


def test_a_partial_language_may_lack_whole_files(project: Path) -> None:
    (project / PLACE_AR).unlink()
    (project / "content/campaigns/no-withdrawal/ar.yml").unlink()
    assert found(project) == []


def test_a_partial_language_may_not_lack_a_text_inside_a_file(project: Path) -> None:
    edit(project, PLACE_AR, "local_notes:\n  - للشرطة رقم واحد في البلد كله.\n", "")
    assert [(file, code) for file, _, code in found(project)] == [(PLACE_AR, "texts-differ")]


def test_a_partial_language_still_needs_the_words_of_the_site(project: Path) -> None:
    (project / "content/strings/ar.yml").unlink()
    assert found(project) == [("content/strings/ar.yml", 1, "missing-translation")]


def test_a_language_that_is_not_partial_may_lack_nothing(project: Path) -> None:
    edit(project, "site_config.yml", "  - code: ar\n    partial: true", "  - code: ar")
    assert found(project) == [
        ("content/pages/about/ar.yml", 1, "missing-translation"),
        ("content/scams/fake-officer/ar.yml", 1, "missing-translation"),
    ]


def test_a_place_needs_only_the_languages_it_names(project: Path) -> None:
    edit(project, "content/jurisdictions/NO/jurisdiction.yml", "locales: [no, en, ar]", "locales: [no, en]")
    for file in ("jurisdictions/NO", "campaigns/no-withdrawal", "partners/no-police"):
        (project / "content" / file / "ar.yml").unlink()
    assert found(project) == []


def test_words_in_a_language_that_a_place_does_not_name_are_told(project: Path) -> None:
    edit(project, "content/jurisdictions/NO/jurisdiction.yml", "locales: [no, en, ar]", "locales: [no, en]")
    assert found(project) == [
        ("content/campaigns/no-withdrawal/ar.yml", 1, "undeclared-locale"),
        (PLACE_AR, 1, "undeclared-locale"),
        ("content/partners/no-police/ar.yml", 1, "undeclared-locale"),
    ]


def test_a_contact_that_was_renamed_is_one_problem_per_language(project: Path) -> None:
    edit(project, "content/jurisdictions/NO/jurisdiction.yml", "id: fraud-advice", "id: bank-desk")
    codes = [code for _, _, code in found(project)]
    assert codes == ["needless-words"] * 3


def test_words_in_a_file_of_yaml_ending_are_told_once(project: Path) -> None:
    shutil.move(project / NO, project / "content/scams/fake-officer/no.yaml")
    assert found(project) == [("content/scams/fake-officer/no.yaml", 1, "unexpected-file")]
