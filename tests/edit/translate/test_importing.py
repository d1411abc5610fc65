"""What comes back from a translator is taken over whole, or refused with the reason at its line of the PO file."""

from pathlib import Path

import pytest

from builder.edit.files import save
from tests.conftest import edit, tree
from tests.edit.translate.desk import (
    bring_back,
    codes,
    entry_of,
    export,
    language,
    standing,
    states,
    with_translation,
)

SCAM = "content/scams/fake-officer"
EN, NO = f"{SCAM}/en.yml", f"{SCAM}/no.yml"
SUMMARY, FLAG = f"{SCAM} › summary", f"{SCAM} › red_flags #2"
PAGE = "content/pages/about"


def line_of(po: str, context: str) -> int:
    """The line of an entry’s translation."""
    start = po.index(f'msgctxt "{context}"')
    return po[: po.index("\nmsgstr", start)].count("\n") + 2


def test_a_new_translation_changes_one_line_of_one_file(project: Path) -> None:
    po = with_translation(export(project), FLAG, "Du må holde det hemmelig.")
    before = tree(project)
    result = bring_back(project, po)
    assert result.words == (NO,)
    after = tree(project)
    assert {path for path in after if after[path] != before.get(path)} == {NO, "translations/no.po"}
    expected = before[NO].decode().replace("Du må ikke si det til noen.", "Du må holde det hemmelig.")
    assert after[NO].decode() == expected
    assert result.problems == ()


def test_what_was_imported_is_remembered_as_the_next_export_would(project: Path) -> None:
    bring_back(project, with_translation(export(project), FLAG, "Du må holde det hemmelig."))
    remembered = (project / "translations/no.po").read_text("utf-8")
    assert 'msgstr "Du må holde det hemmelig."' in entry_of(remembered, FLAG)
    assert export(project) == remembered


def test_a_stale_translation_that_was_looked_at_is_fresh_even_in_the_same_words(project: Path) -> None:
    export(project)
    edit(project, EN, "You must tell nobody.", "You may tell nobody.")
    po = export(project)
    assert states(project) == {FLAG: "stale"}
    result = bring_back(project, with_translation(po, FLAG, "Du må ikke si det til noen."))
    assert result.words == ()
    assert states(project) == {}


def test_entries_still_to_check_are_left_for_later(project: Path) -> None:
    export(project)
    edit(project, EN, "You must tell nobody.", "You may tell nobody.")
    po = export(project).replace("Du må ikke si det til noen.", "Halvferdig.")
    result = bring_back(project, po)
    assert (result.words, result.problems, result.judged.unfinished) == ((), (), 1)
    assert states(project) == {FLAG: "stale"}


def test_a_translation_of_a_text_that_has_changed_since_is_left_out_and_named(project: Path) -> None:
    po = with_translation(export(project), FLAG, "Noe nytt.")
    edit(project, EN, "You must tell nobody.", "Tell everybody.")
    result = bring_back(project, po)
    (problem,) = result.problems
    assert (problem.code, problem.severity) == ("source-changed", "warning")
    assert (problem.place.file, problem.place.line) == ("back.po", line_of(po, FLAG))
    assert "Tell everybody." in problem.message
    assert result.words == ()
    assert states(project) == {FLAG: "stale"}


def test_a_text_that_moved_in_its_list_since_is_found(project: Path) -> None:
    po = with_translation(export(project), FLAG, "Du må holde det hemmelig.")
    edit(project, EN, "  - An officer asks for crypto.", "  - They call at night.\n  - An officer asks for crypto.")
    result = bring_back(project, po)
    assert result.problems == ()
    assert result.words == ()
    assert result.waiting == 1  # what stands there already need not wait for the new item
    assert "waiting" in entry_of(export(project), f"{SCAM} › red_flags #3")
    done = with_translation(export(project), f"{SCAM} › red_flags #1", "De ringer om natten.")
    assert bring_back(project, done).words == (NO,)
    flags = (project / NO).read_text("utf-8").partition("red_flags:\n")[2].partition("example:")[0]
    assert flags.split("\n")[:4] == [
        "  - De ringer om natten.",
        "  - En politimann ber om krypto.",
        "  - Du må holde det hemmelig.",
        "  - Du får ikke legge på.",
    ]


@pytest.mark.parametrize(
    ("context", "translation", "code"),
    [
        (f"{SCAM} › example › lines #3 › text", "Send 5000 USDT innen 10 minutter.", "numbers-differ"),
        (f"{SCAM} › what_to_do #3", "Si fra til børsen.", "placeholders-differ"),
        (f"{SCAM} › what_to_do #3", "Si fra til {exhange}.", "unknown-placeholder"),
        (f"{SCAM} › title", "Lang " * 40, "text-too-long"),
        (f"{SCAM} › title", "", "empty-text"),
        (f"{SCAM} › title", "Se https://police.example/", "address-in-words"),
        (f"{SCAM} › title", "Skjult\u200btegn", "forbidden-character"),
    ],
)
def test_a_translation_that_breaks_a_rule_is_refused_at_its_own_line_and_nothing_is_written(
    project: Path, context: str, translation: str, code: str
) -> None:
    po = with_translation(with_translation(export(project), context, translation), FLAG, "Dette er i orden.")
    before = tree(project)
    result = bring_back(project, po)
    assert result.refused
    assert (code, "back.po", line_of(po, context)) in {
        (problem.code, problem.place.file, problem.place.line) for problem in result.problems
    }
    assert tree(project) == before


def test_a_warning_names_the_line_of_the_entry_and_keeps_nothing_back(project: Path) -> None:
    po = with_translation(export(project), FLAG, "В стиле полиции.")
    result = bring_back(project, po)
    assert codes(result) == [("warning", "foreign-script")]
    assert result.problems[0].place.line == line_of(po, FLAG)
    assert result.words == (NO,)


def test_a_waiting_translation_whose_source_changes_is_to_be_checked(project: Path) -> None:
    po = with_translation(export(project), FLAG, "Du må holde det hemmelig.")
    edit(project, EN, "  - An officer asks for crypto.", "  - They call at night.\n  - An officer asks for crypto.")
    bring_back(project, po)
    edit(project, EN, "You must tell nobody.", "You must tell everybody.")
    assert states(project) == {f"{SCAM} › red_flags #1": "missing", f"{SCAM} › red_flags #3": "stale"}
    entry = entry_of(export(project), f"{SCAM} › red_flags #3")
    assert "fuzzy" in entry
    assert '#| msgid "You must tell nobody."' in entry
    assert 'msgstr "Du må holde det hemmelig."' in entry


def test_a_link_that_lost_its_brackets_is_refused(project: Path) -> None:
    save(
        project,
        f"{PAGE}/en.yml",
        (project / f"{PAGE}/en.yml").read_text("utf-8")
        + "  - heading: More\n    text: See the [help]({help_centre}).\n",
    )
    save(
        project,
        f"{PAGE}/no.yml",
        (project / f"{PAGE}/no.yml").read_text("utf-8") + "  - heading: Mer\n    text: Se [hjelpen]({help_centre}).\n",
    )
    po = export(project)
    (context,) = (each.context for each in language(project).standings if "[help]" in each.source)
    result = bring_back(project, with_translation(po, context, "Se hjelpen {help_centre}."))
    assert codes(result) == [("error", "placeholders-differ")]


def test_problems_that_the_content_had_before_keep_nothing_back(project: Path) -> None:
    edit(project, NO, "Noen sier at de er fra politiet.", "Noen sier at de er fra politiet 24/7.")
    result = bring_back(project, with_translation(export(project), FLAG, "Du må holde det hemmelig."))
    assert not result.refused
    assert result.words == (NO,)


def test_a_file_that_is_not_there_is_made_once_all_of_it_is_translated(project: Path) -> None:
    po = export(project, "ar")
    texts = [each for each in language(project, "ar").standings if each.wording.folder == SCAM]
    words = {"Send 500": "أرسلوا 500 USDT خلال 10 دقائق.", "{exchange}": "أخبروا {exchange} في التطبيق."}
    for each in texts[:-1]:
        said = next((text for sign, text in words.items() if sign in each.source), "نص بالعربية.")
        po = with_translation(po, each.context, said)
    result = bring_back(project, po, "ar")
    assert result.words == ()
    assert result.waiting == len(texts) - 1
    whole = with_translation(export(project, "ar"), texts[-1].context, words["{exchange}"])
    result = bring_back(project, whole, "ar")
    assert result.words == (f"{SCAM}/ar.yml",)
    assert not [context for context in states(project, "ar") if context.startswith(SCAM)]
    assert "who: scammer" in (project / f"{SCAM}/ar.yml").read_text("utf-8")


def test_a_list_that_lacks_an_item_stays_as_it_is_and_no_item_takes_the_place_of_another(project: Path) -> None:
    export(project)
    edit(project, EN, "  - An officer asks for crypto.", "  - They call at night.\n  - An officer asks for crypto.")
    edit(project, EN, "  - You may not hang up.\n", "")
    before = (project / NO).read_text("utf-8")
    bring_back(project, with_translation(export(project), SUMMARY, "Kort sagt."))
    old = "Noen sier at de er fra politiet. De vil at du skal sende krypto for å holde den trygg."
    assert (project / NO).read_text("utf-8") == before.replace(f"summary: {old}", "summary: Kort sagt.")


def test_a_mark_of_words_to_write_is_replaced_and_the_others_stay(project: Path) -> None:
    edit(project, NO, "Du må ikke si det til noen.", '"TODO: secrecy"')
    edit(project, NO, "Du får ikke legge på.", '"TODO: hanging up"')
    bring_back(project, with_translation(export(project), FLAG, "Du må holde det hemmelig."))
    text = (project / NO).read_text("utf-8")
    assert "Du må holde det hemmelig." in text
    assert "TODO: hanging up" in text
    assert "TODO: secrecy" not in text


def test_a_translation_of_a_text_that_is_gone_is_named_and_kept(project: Path) -> None:
    po = export(project) + '\nmsgctxt "content/scams/fake-officer › red_flags #9"\nmsgid "Gone"\nmsgstr "Borte"\n'
    result = bring_back(project, po)
    assert codes(result) == [("warning", "unknown-reference")]
    assert '#~ msgstr "Borte"' in (project / "translations/no.po").read_text("utf-8")


def test_a_remark_of_a_translator_is_kept(project: Path) -> None:
    po = with_translation(export(project), FLAG, "Du må holde det hemmelig.")
    start = po.rindex("\n\n", 0, po.index(f'msgctxt "{FLAG}"')) + 2
    bring_back(project, f"{po[:start]}# Kari: hold or keep?\n{po[start:]}")
    assert "# Kari: hold or keep?" in entry_of(export(project), FLAG)


def test_comments_and_the_review_mark_of_a_file_survive_an_import(project: Path) -> None:
    text = (project / NO).read_text("utf-8")
    head = "# Kari keeps this file.\nreviewed:\n  by: Kari\n  on: 2026-11-01\n"
    save(project, NO, head + text)
    bring_back(project, with_translation(export(project), FLAG, "Du må holde det hemmelig."))
    expected = head + text.replace("Du må ikke si det til noen.", "Du må holde det hemmelig.")
    assert (project / NO).read_text("utf-8") == expected
    assert standing(project, FLAG).wording.reviewed
