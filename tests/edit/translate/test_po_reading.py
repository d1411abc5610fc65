"""PO files as people and tools hand them back: read rightly, or refused with the line."""

import subprocess
from pathlib import Path
from shutil import which

import pytest

from builder.edit.translate.memory import Remembered
from builder.edit.translate.po_reading import PoFile, read_po_file

HEAD = """msgid ""
msgstr ""
"Language: no\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

"""
SOUND = """msgctxt "content/scams/a › title"
msgid "Title"
msgstr "Tittel"
"""


def read(text: str) -> PoFile:
    return read_po_file("no.po", text.encode())


def problems(text: str) -> list[tuple[str, int, str]]:
    found = read(text).problems
    assert all(problem.hint for problem in found)
    return [(problem.code, problem.place.line, problem.message) for problem in found]


def test_an_entry_says_what_it_is_for_and_where_its_translation_stands() -> None:
    (entry,) = read(HEAD + SOUND).entries
    assert (entry.context, entry.source, entry.translation) == ("content/scams/a › title", "Title", "Tittel")
    assert (entry.place.file, entry.place.line, entry.place.column) == ("no.po", 8, 8)


@pytest.mark.parametrize(
    ("wrong", "line", "said"),
    [
        ('msgctxt "a"\nmsgid "Title"\nmsgstr "Tittel\n', 8, "quotation marks in this line do not match"),
        ('msgctxt "a"\nmsgid "Title"\nmsgstr Tittel\n', 8, "no part of a PO file"),
        ('msgctxt "a"\nmsgid "Title"\nmsgstr "En "tittel""\n', 8, "quotation marks in this line do not match"),
        ('msgctxt "a"\nmsgid "Title"\nmsgstr "C:\\dokumenter"\n', 8, "“\\d” means nothing"),
        ('msgctxt "a"\nmsgid "Title"\nmsgstr "ut\\\\\\x"\n', 8, "“\\x” means nothing"),
        ('msgctxt "a"\nmsgid "Title"\nTittel\n', 8, "no part of a PO file"),
        ('msgctxt "a"\nmsgstr "Tittel"\n', 7, "“msgstr” stands where “msgid” should"),
        ('msgctxt "a"\nmsgid "Title"\n\nmsgctxt "b"\nmsgid "B"\nmsgstr "b"\n', 9, "“msgctxt” stands where “msgstr”"),
        ('msgctxt "a"\nmsgid "Title"\nmsgstr "x"\nmsgstr "y"\n', 9, "“msgstr” stands where"),
        ('msgctxt "a"\nmsgid "Title"\n', 7, "ends in the middle of an entry"),
        ('msgctxt "a"\n', 6, "ends in the middle of an entry"),
        ('msgctxt "a"\nmsgid "Title"\n# remark\nmsgstr "Tittel"\n', 7, "a comment or a gap in its middle"),
        ('msgid "Title"\nmsgstr "Tittel"\n', 6, "has no msgctxt"),
        ('msgctxt "a"\nmsgid ""\nmsgstr "Tittel"\n', 7, "has no text to translate"),
        ('msgctxt "a"\nmsgid "File"\nmsgid_plural "Files"\nmsgstr[0] "Fil"\n', 8, "several forms"),
        ('<<<<<<< mine\nmsgctxt "a"\nmsgid "Title"\nmsgstr "Tittel"\n', 6, "Two versions of this file were joined"),
    ],
)
def test_what_babel_would_guess_at_is_refused_in_its_line(wrong: str, line: int, said: str) -> None:
    code, at, message = problems(HEAD + wrong)[0]
    assert (code, at) == ("broken-po", line)
    assert said in message


def test_every_broken_line_is_named_in_one_run() -> None:
    wrong = 'msgctxt "a"\nmsgid "Title"\nmsgstr "Tittel\n\nmsgctxt "b"\nmsgid "B"\nmsgstr b\n'
    assert [line for _, line, _ in problems(HEAD + wrong)] == [8, 12]


def test_the_same_text_twice_is_refused_even_with_another_source() -> None:
    again = '\nmsgctxt "content/scams/a › title"\nmsgid "Older title"\nmsgstr "Eldre"\n'
    ((code, line, message),) = problems(HEAD + SOUND + again)
    assert (code, line) == ("duplicate-id", 11)
    assert "the first is in line 7" in message


def test_a_file_without_its_head_is_refused() -> None:
    assert [code for code, _, _ in problems(SOUND)] == ["broken-po"]


def test_a_head_that_names_another_encoding_is_refused() -> None:
    ((code, _, message),) = problems(HEAD.replace("UTF-8", "ISO-8859-1") + SOUND)
    assert code == "broken-po"
    assert "ISO-8859-1" in message


def test_bytes_of_another_encoding_are_refused_in_their_line() -> None:
    found = read_po_file("no.po", (HEAD + SOUND.replace("Tittel", "Å")).encode("latin-1", "replace")).problems
    assert [(problem.code, problem.place.line) for problem in found] == [("not-utf-8", 8)]


def test_an_empty_file_is_refused() -> None:
    assert [code for code, _, _ in problems("")] == ["broken-po"]


def test_previous_sources_flags_and_remarks_are_read_however_they_are_wrapped() -> None:
    entry = (
        "#  For Kari: formal?\n#. Hint.\n#: content/x.yml:3\n#, max-length:60, fuzzy\n"
        '#| msgctxt "content/scams/a › title"\n#| msgid ""\n#| "Old “title” with "\n'
        '#| "a \\"tail\\"\\n"\n#| "and more"\n'
    )
    (read_entry,) = read(HEAD + entry + SOUND).entries
    assert read_entry.to_check
    assert read_entry.previous == 'Old “title” with a "tail"\nand more'
    assert read_entry.comments == ("For Kari: formal?",)


def test_a_byte_order_mark_windows_line_breaks_and_strange_dates_in_the_head_do_no_harm() -> None:
    head = HEAD.replace(
        '"Language', '"PO-Revision-Date: yesterday\\n"\n"Plural-Forms: nplurals=INTEGER;\\n"\n"Language'
    )
    raw = b"\xef\xbb\xbf" + (head + SOUND).replace("\n", "\r\n").encode()
    assert [entry.translation for entry in read_po_file("no.po", raw).entries] == ["Tittel"]


def test_what_obsolete_entries_once_were_is_passed_over_and_they_themselves_are_kept() -> None:
    gone = '#~| msgid "Before"\n#~ msgctxt "content/scams/a › summary"\n#~ msgid "Gone"\n#~ msgstr "Borte"\n'
    po = read(HEAD + SOUND + "\n" + gone)
    assert po.obsolete == (Remembered("content/scams/a › summary", "Gone", "Borte"),)
    assert len(po.entries) == 1


def test_remarks_above_the_head_belong_to_no_entry() -> None:
    (entry,) = read("# Translators: nobody yet\n" + HEAD + SOUND).entries
    assert entry.comments == ()


@pytest.mark.skipif(which("msgcat") is None, reason="needs GNU gettext")
def test_gettext_itself_takes_what_we_write_and_gives_back_the_same(tmp_path: Path) -> None:
    shipped = Path(__file__).parents[3] / "translations/ar.po"
    wrapped = tmp_path / "ar.po"
    subprocess.run(["msgcat", "--width=40", "-o", str(wrapped), str(shipped)], check=True)
    assert wrapped.read_bytes() != shipped.read_bytes()
    ours, theirs = (read_po_file("ar.po", file.read_bytes()) for file in (shipped, wrapped))
    assert [(entry.context, entry.source, entry.translation) for entry in theirs.entries] == [
        (entry.context, entry.source, entry.translation) for entry in ours.entries
    ]
