"""`antiscam translate`: what an editor types, reads and gets."""

import json
from html import unescape
from pathlib import Path
from typing import Any, get_args

import pytest
from typer.testing import CliRunner, Result

from builder.cli import CONTENT_PROBLEMS, WRONG_USE, app
from builder.model.codes import TranslatorCode
from tests.conftest import TODAY, edit, tree
from tests.edit.translate.desk import entry_of, with_translation

SCAM = "content/scams/fake-officer"
EN, NO = f"{SCAM}/en.yml", f"{SCAM}/no.yml"
FLAG = f"{SCAM} › red_flags #2"


def translate(project: Path, *arguments: str) -> Result:
    command, *rest = arguments
    options = ["--root", str(project), "--as-of", TODAY.isoformat()]
    result = CliRunner().invoke(app, ["translate", command, *rest, *options], env={"COLUMNS": "200"})
    assert not isinstance(result.exception, Exception), result.exception
    return result


def figures(project: Path, *arguments: str) -> dict[str, dict[str, Any]]:
    found = json.loads(translate(project, "status", "--format", "json", *arguments).stdout)
    return {each["locale"]: each for each in found["locales"]}


def change_a_source_text(project: Path) -> None:
    translate(project, "export")
    edit(project, EN, "You must tell nobody.", "Keep it secret.")


def test_export_writes_a_file_per_language_and_writes_it_again_byte_for_byte(project: Path) -> None:
    assert translate(project, "export").exit_code == 0
    first = tree(project / "translations")
    assert sorted(first) == ["ar.po", "no.po"]
    translate(project, "export")
    assert tree(project / "translations") == first


def test_an_entry_tells_a_translator_where_why_and_how_long(project: Path) -> None:
    translate(project, "export", "no")
    entry = entry_of((project / "translations/no.po").read_text("utf-8"), f"{SCAM} › what_to_do #3")
    lines = (project / EN).read_text("utf-8").split("\n")
    assert f"#: {EN}:{lines.index('  - Tell {exchange} in the app.') + 1}\n" in entry
    assert "#. At most 600 characters.\n" in entry
    assert "#. Keep {exchange} as written" in entry
    assert "max-length:600" in entry


def test_only_what_is_to_do_can_be_handed_over_and_taken_back(project: Path, tmp_path: Path) -> None:
    change_a_source_text(project)
    assert translate(project, "export", "no", "--to-do", "--out", str(tmp_path / "out")).exit_code == 0
    po = (tmp_path / "out/no.po").read_text("utf-8")
    assert po.count("msgctxt") == 1
    (tmp_path / "back.po").write_text(with_translation(po, FLAG, "Hold det hemmelig."), "utf-8")
    result = translate(project, "import", str(tmp_path / "back.po"))
    assert result.exit_code == 0
    assert f"Changed: {NO}" in result.stderr
    assert "Hold det hemmelig." in (project / NO).read_text("utf-8")
    assert figures(project)["no"]["stale"] == 0


def test_a_file_of_what_is_to_do_is_never_taken_for_the_memory(project: Path) -> None:
    memory = project / "translations"
    assert translate(project, "export", "--to-do").exit_code == WRONG_USE
    assert translate(project, "export", "--to-do", "--out", f"{memory}/../translations").exit_code == WRONG_USE
    assert not memory.exists()


def test_status_counts_what_is_stale_and_missing(project: Path) -> None:
    before = figures(project)
    change_a_source_text(project)
    after = figures(project)
    assert (before["no"]["stale"], after["no"]["stale"]) == (0, 1)
    assert after["no"]["percent"] < before["no"]["percent"] == 100
    assert after["ar"]["missing"] == before["ar"]["missing"] > 0
    assert after["no"]["places"]["NO"]["percent"] == 100


def test_status_names_each_text_with_its_line_what_it_was_and_what_it_is(project: Path) -> None:
    change_a_source_text(project)
    line = (project / EN).read_text("utf-8").split("\n").index("  - Keep it secret.") + 1
    shown = translate(project, "status", "no", "--list").stdout
    assert f"{EN}:{line} no stale" in shown
    assert "You must tell nobody." in shown
    assert "Keep it secret." in shown
    assert "Du må ikke si det til noen." in shown
    (text,) = figures(project, "--list")["no"]["to_do"]
    assert (text["file"], text["line"], text["previous"]) == (EN, line, "You must tell nobody.")


def test_status_says_who_answers_for_a_language_and_what_nobody_has_read(project: Path) -> None:
    (project / "CODEOWNERS").write_text("* @all\n/content/**/no.yml @norwegian\n", "utf-8")
    edit(project, NO, "title: En", "reviewed:\n  by: Kari\n  on: 2026-11-01\ntitle: En")
    found = figures(project)
    assert found["no"]["owners"] == ["@norwegian"]
    assert found["ar"]["owners"] == ["@all"]
    assert NO not in found["no"]["unreviewed"]
    assert len(found["no"]["unreviewed"]) == found["no"]["files"] - 1


def test_status_says_which_translations_nobody_would_see_going_stale(project: Path) -> None:
    before = translate(project, "status", "no").stderr
    assert "Run “antiscam translate export no”" in before
    translate(project, "export")
    assert translate(project, "status", "no").stderr == ""


def test_markdown_of_status_has_a_row_per_language_and_keeps_its_cells_apart(project: Path) -> None:
    change_a_source_text(project)
    edit(project, EN, "Keep it secret.", "Keep it | secret <b>.")
    shown = translate(project, "status", "--format", "markdown", "--list").stdout
    rows = [line for line in shown.split("\n") if line.startswith("|")]
    assert len(rows) == 4
    assert "Keep it | secret <b>." in unescape(shown)
    assert "<b>" not in shown


@pytest.mark.parametrize(("failing", "code"), [("stale", CONTENT_PROBLEMS), ("missing", 0)])
def test_status_fails_only_on_what_it_is_told_to(project: Path, failing: str, code: int) -> None:
    change_a_source_text(project)
    assert translate(project, "status", "no", "--fail-on", failing).exit_code == code
    assert translate(project, "status", "no").exit_code == 0


def test_an_import_that_breaks_a_rule_shows_the_line_of_the_file_and_writes_nothing(
    project: Path, tmp_path: Path
) -> None:
    translate(project, "export")
    po = (project / "translations/no.po").read_text("utf-8")
    back = tmp_path / "back.po"
    back.write_text(with_translation(po, f"{SCAM} › what_to_do #3", "Si fra til børsen."), "utf-8")
    before = tree(project)
    result = translate(project, "import", str(back))
    assert result.exit_code == CONTENT_PROBLEMS
    line = back.read_text("utf-8").split("\n").index('msgstr "Si fra til børsen."') + 1
    assert f"{back}:{line}:8 error placeholders-differ" in result.stderr
    assert f'{line} | msgstr "Si fra til børsen."' in result.stderr
    assert "Hint:" in result.stderr
    assert tree(project) == before


def test_a_broken_file_is_refused_as_a_whole(project: Path, tmp_path: Path) -> None:
    translate(project, "export")
    back = tmp_path / "back.po"
    back.write_text((project / "translations/no.po").read_text("utf-8").replace('krypto."\n', "krypto.\n", 1), "utf-8")
    result = translate(project, "import", str(back))
    assert result.exit_code == CONTENT_PROBLEMS
    assert "error broken-po" in result.stderr
    assert "Nothing was written" in result.stderr


def test_a_dry_run_says_what_would_change_and_writes_nothing(project: Path, tmp_path: Path) -> None:
    translate(project, "export")
    po = (project / "translations/no.po").read_text("utf-8")
    (tmp_path / "back.po").write_text(with_translation(po, FLAG, "Hold det hemmelig."), "utf-8")
    before = tree(project)
    result = translate(project, "import", "--dry-run", str(tmp_path / "back.po"))
    assert result.exit_code == 0
    assert f"To change: {NO}" in result.stderr
    assert tree(project) == before


def test_a_review_that_is_older_than_the_new_words_is_named(project: Path, tmp_path: Path) -> None:
    edit(project, NO, "title: En", "reviewed:\n  by: Kari\n  on: 2026-11-01\ntitle: En")
    translate(project, "export")
    po = (project / "translations/no.po").read_text("utf-8")
    (tmp_path / "back.po").write_text(with_translation(po, FLAG, "Hold det hemmelig."), "utf-8")
    assert f"“reviewed” in {NO} is older" in translate(project, "import", str(tmp_path / "back.po")).stderr


@pytest.mark.parametrize("language", ["no", "NO", "zh_Hant", "nb_NO", ""])
def test_a_file_goes_to_the_language_that_its_head_names_and_to_no_other(
    project: Path, tmp_path: Path, language: str
) -> None:
    translate(project, "export")
    po = (project / "translations/no.po").read_text("utf-8").replace("Language: no", f"Language: {language}")
    (tmp_path / "ar.po").write_text(po, "utf-8")
    code = translate(project, "import", str(tmp_path / "ar.po")).exit_code
    assert code == (0 if language.casefold() == "no" else WRONG_USE)


@pytest.mark.parametrize("arguments", [("status", "xx"), ("export", "en"), ("import", "nowhere.po")])
def test_a_language_or_file_that_is_not_there_is_wrong_use(project: Path, arguments: tuple[str, ...]) -> None:
    result = translate(project, *arguments)
    assert result.exit_code == WRONG_USE
    assert result.stderr.strip()


def test_content_that_cannot_be_read_is_shown_with_its_line(project: Path) -> None:
    translate(project, "export")
    before = tree(project / "translations")
    edit(project, EN, "title: A", "titel: A")
    result = translate(project, "export")
    assert result.exit_code == CONTENT_PROBLEMS
    assert f"{EN}:1:1 error" in result.stderr
    assert tree(project / "translations") == before


def test_a_damaged_memory_is_refused_and_not_written_over(project: Path) -> None:
    translate(project, "export")
    edit(project, "translations/no.po", 'msgstr "Legg på."', 'msgstr "Legg på.')
    before = tree(project)
    result = translate(project, "export")
    assert result.exit_code == CONTENT_PROBLEMS
    assert "translations/no.po" in result.stderr
    assert tree(project) == before


def test_every_code_of_translators_is_shown_by_an_import(project: Path, tmp_path: Path) -> None:
    translate(project, "export")
    po = (project / "translations/no.po").read_text("utf-8")
    (tmp_path / "changed.po").write_text(with_translation(po, FLAG, "Hold det hemmelig."), "utf-8")
    (tmp_path / "broken.po").write_text(po.replace("msgctxt", "", 1), "utf-8")
    edit(project, EN, "You must tell nobody.", "Tell everybody.")
    shown = "".join(translate(project, "import", str(tmp_path / f"{name}.po")).stderr for name in ("changed", "broken"))
    assert [code for code in get_args(TranslatorCode) if f" {code}\n" not in shown] == []
