"""Which translations are fresh, stale or missing: told from the content and the memory, with nobody saying so."""

from pathlib import Path

import pytest

from builder.edit.translate.languages import languages_of, memory_file
from builder.parse import parse
from tests.conftest import TODAY, edit
from tests.edit.translate.desk import entry_of, export, standing, states

SCAM = "content/scams/fake-officer"
EN, NO = f"{SCAM}/en.yml", f"{SCAM}/no.yml"
SUMMARY = f"{SCAM} › summary"


def red_flag(number: int) -> str:
    return f"{SCAM} › red_flags #{number}"


def test_what_was_never_remembered_is_taken_for_fresh(project: Path) -> None:
    assert states(project) == {}


def test_a_changed_source_text_makes_its_translation_stale(project: Path) -> None:
    export(project)
    edit(project, EN, "They frighten you with arrest.", "They frighten you with prison.")
    assert states(project) == {f"{SCAM} › how_it_works #2": "stale"}


def test_a_stale_translation_stays_so_through_every_further_export(project: Path) -> None:
    export(project)
    edit(project, EN, "They frighten you with arrest.", "They frighten you with prison.")
    first = export(project)
    assert export(project) == first
    assert states(project) == {f"{SCAM} › how_it_works #2": "stale"}
    entry = entry_of(first, f"{SCAM} › how_it_works #2")
    assert "#, fuzzy" in entry
    assert '#| msgid "They frighten you with arrest."' in entry
    assert 'msgid "They frighten you with prison."' in entry


def test_a_text_that_changes_twice_still_names_the_one_that_was_translated(project: Path) -> None:
    export(project)
    edit(project, EN, "You must tell nobody.", "Tell nobody.")
    export(project)
    edit(project, EN, "  - Tell nobody.", "  - Keep it secret.")
    export(project)
    assert standing(project, red_flag(2)).made_for == "You must tell nobody."


def test_a_source_text_that_comes_back_makes_its_translation_fresh(project: Path) -> None:
    export(project)
    edit(project, EN, "You must tell nobody.", "Tell nobody.")
    export(project)
    edit(project, EN, "  - Tell nobody.", "  - You must tell nobody.")
    assert states(project) == {}


def test_a_translation_changed_by_hand_after_its_source_is_fresh(project: Path) -> None:
    export(project)
    edit(project, EN, "You must tell nobody.", "Keep it secret.")
    assert states(project) == {red_flag(2): "stale"}
    edit(project, NO, "Du må ikke si det til noen.", "Hold det hemmelig.")
    assert states(project) == {}
    assert 'msgstr "Hold det hemmelig."' in entry_of(export(project), red_flag(2))


def test_another_layout_of_the_same_words_changes_nothing(project: Path) -> None:
    export(project)
    edit(project, EN, "  - You must tell nobody.", '  - "You must\n    tell nobody."')
    assert states(project) == {}


def test_a_new_item_makes_no_other_item_stale(project: Path) -> None:
    export(project)
    edit(project, EN, "  - An officer asks for crypto.", "  - They call at night.\n  - An officer asks for crypto.")
    assert states(project) == {red_flag(1): "missing"}
    assert standing(project, red_flag(2)).translation == "En politimann ber om krypto."


def test_an_item_that_is_taken_out_makes_no_other_item_stale(project: Path) -> None:
    edit(project, EN, "  - An officer asks for crypto.", "  - They call at night.\n  - An officer asks for crypto.")
    edit(project, NO, "  - En politimann ber om krypto.", "  - De ringer om natten.\n  - En politimann ber om krypto.")
    export(project)
    edit(project, EN, "  - They call at night.\n", "")
    assert states(project) == {}
    assert standing(project, red_flag(1)).translation == "En politimann ber om krypto."


def test_items_that_change_places_in_the_source_keep_their_own_translations(project: Path) -> None:
    export(project)
    edit(
        project,
        EN,
        "  - You must tell nobody.\n  - You may not hang up.",
        "  - You may not hang up.\n  - You must tell nobody.",
    )
    assert states(project) == {}
    assert standing(project, red_flag(2)).translation == "Du får ikke legge på."


def test_a_translation_that_follows_by_hand_is_fresh(project: Path) -> None:
    export(project)
    edit(project, EN, "  - An officer asks for crypto.", "  - They call at night.\n  - An officer asks for crypto.")
    edit(project, NO, "  - En politimann ber om krypto.", "  - De ringer om natten.\n  - En politimann ber om krypto.")
    assert states(project) == {}
    assert standing(project, red_flag(1)).translation == "De ringer om natten."


def test_a_text_that_goes_and_comes_back_finds_its_translation_again(project: Path) -> None:
    export(project)
    edit(project, EN, "  - An officer asks for crypto.\n", "  - They call at night.\n  - They call twice.\n")
    edit(project, NO, "  - En politimann ber om krypto.\n", "  - De ringer om natten.\n  - De ringer to ganger.\n")
    assert "#~ msgstr" in export(project)
    edit(project, EN, "  - They call at night.\n", "  - An officer asks for crypto.\n")
    edit(project, NO, "  - De ringer om natten.\n", "")
    assert standing(project, red_flag(1)).best == "En politimann ber om krypto."


def test_words_still_to_write_are_missing_in_a_translation_and_nothing_in_the_source(project: Path) -> None:
    edit(project, NO, "Du må ikke si det til noen.", '"TODO: what you must not do"')
    edit(project, EN, "  - You may not hang up.", '  - "TODO: a third sign"')
    assert states(project) == {red_flag(2): "missing"}


def test_a_file_that_is_not_there_yet_is_missing_word_by_word(project: Path) -> None:
    found = states(project, "ar")
    assert {state for context, state in found.items() if context.startswith(SCAM)} == {"missing"}
    assert f"{SCAM} › title" in found


@pytest.mark.parametrize("file", ["content/scams/fake-officer/en.yml", "content/scams/fake-officer/scam.yml"])
def test_a_source_that_cannot_be_read_is_no_reason_to_forget_its_translations(project: Path, file: str) -> None:
    (project / file).write_text("title: [", "utf-8")
    languages = languages_of(project, parse(project), TODAY)
    assert languages.by_locale == {}
    assert file in {problem.place.file for problem in languages.problems}


def test_a_memory_that_cannot_be_read_is_a_problem(project: Path) -> None:
    (project / memory_file("no")).mkdir(parents=True)
    languages = languages_of(project, parse(project), TODAY)
    assert languages.by_locale == {}
    assert [problem.place.file for problem in languages.problems] == [memory_file("no")]
