"""Rules for words: the edges of what may stand in them."""

from pathlib import Path

import pytest

from tests.conftest import edit, found

EN = "content/scams/fake-officer/en.yml"
PAGE = "content/pages/about/en.yml"
TIPS = {
    "en": "Codes are for you alone.",
    "no": "Kodene er bare for deg.",
    "ar": "الرموز لكم وحدكم.",
}


def in_every_language(project: Path, text: str) -> list[tuple[str, int, str]]:
    """Appends a text to the same tip in all languages, so that only the rule under test speaks."""
    for locale, tip in TIPS.items():
        edit(project, f"content/jurisdictions/NO/{locale}.yml", f"    text: {tip}", f'    text: "{tip} {text}"')
    return sorted({(file.rpartition("/")[2], line, code) for file, line, code in found(project)})


@pytest.mark.parametrize(
    "number",
    [
        "21234567",
        "21 23 45 67",
        "+47 21 23 45 67",
        "+4721234567",
        "021234567",
        "(21) 23-45.67",
        "02800",
        "112",
        "٢١٢٣٤٥٦٧",
        "٠٢٨٠٠",
    ],
)
def test_a_contacts_number_in_any_form_is_found_in_words(project: Path, number: str) -> None:
    expected = [
        ("ar.yml", 24, "address-in-words"),
        ("en.yml", 24, "address-in-words"),
        ("no.yml", 24, "address-in-words"),
    ]
    assert expected == in_every_language(project, f"Ring {number} x")


@pytest.mark.parametrize("number", ["1121", "500", "2026", "0280 and 0", "500,000", "1,200,000,000"])
def test_another_number_is_no_contact(project: Path, number: str) -> None:
    assert in_every_language(project, f"Ring {number} x") == []


@pytest.mark.parametrize(
    "address",
    [
        "police.example.org",
        "www.police.example.org/contact",
        "https://police.example.org",
        "http://x",
        "javascript:alert",
        "help@example.org",
    ],
)
def test_an_address_is_found_in_words(project: Path, address: str) -> None:
    edit(project, EN, "- Hang up.", f'- "Hang up. See {address}."')
    assert [code for _, _, code in found(project)] == ["address-in-words"]


@pytest.mark.parametrize("text", ["Hang up.Then wait.", "It costs 3.50 today.", "Ask a friend, e.g. your bank."])
def test_a_full_stop_alone_is_no_address(project: Path, text: str) -> None:
    edit(project, EN, "- They frighten you with arrest.", f'- "{text}"')
    assert "address-in-words" not in [code for _, _, code in found(project)]


def test_a_page_may_link_with_a_placeholder_and_with_nothing_else(project: Path) -> None:
    edit(project, PAGE, "[help centre]({help_centre})", "[help centre]({website})")
    assert "address-in-words" not in [code for _, _, code in found(project)]
    edit(project, PAGE, "({website})", "(../../etc)")
    assert (PAGE, 7, "address-in-words") in found(project)


def test_a_placeholder_of_pages_is_unknown_elsewhere(project: Path) -> None:
    edit(project, EN, "- Send nothing.", '- "Send nothing. {website}"')
    assert found(project) == [(EN, 25, "unknown-placeholder")]


@pytest.mark.parametrize("name", ["{Exchange}", "{ exchange }", "{}", "{{exchange}}", "{exchange.__class__}"])
def test_a_name_that_nothing_fills_is_told(project: Path, name: str) -> None:
    edit(project, EN, "- Send nothing.", f'- "Send nothing. {name}"')
    assert (EN, 25, "unknown-placeholder") in found(project)


def test_a_figure_must_stand_in_its_sentence(project: Path) -> None:
    edit(project, "content/jurisdictions/NO/en.yml", "lost {value} to scams", "lost much to scams")
    assert ("content/jurisdictions/NO/en.yml", 19, "placeholders-differ") in found(project)


def test_a_sentence_of_thirty_words_passes_and_one_of_thirty_one_does_not(project: Path) -> None:
    edit(project, EN, "- Send nothing.", f"- {'word ' * 29}word.")
    assert found(project) == []
    edit(project, EN, f"- {'word ' * 29}word.", f"- {'word ' * 30}word.")
    assert found(project) == [(EN, 25, "long-sentence")]


def test_two_sentences_are_counted_apart(project: Path) -> None:
    edit(project, EN, "- Send nothing.", f"- {'word ' * 29}word. {'word ' * 29}word?")
    assert found(project) == []


def test_a_script_without_spaces_is_counted_in_characters(project: Path) -> None:
    edit(project, EN, "- Send nothing.", f"- {'警' * 90}。{'警' * 90}。")
    assert "long-sentence" not in [code for _, _, code in found(project)]
    edit(project, EN, f"- {'警' * 90}。{'警' * 90}。", f"- {'警' * 91}。")
    assert (EN, 25, "long-sentence") in found(project)
