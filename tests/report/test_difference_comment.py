"""A comment for a pull request: content in it is never markup, calls nobody, and always fits."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from builder.compare import Change, Difference, Kind
from builder.compare.difference import Corner, Spot
from builder.report.difference_comment import LONGEST, difference_comment
from builder.report.markdown import escaped

CORNER = Corner("NO", "en")
ATTACKS = [
    "<script>alert(1)</script>",
    "</code></details><img src=x onerror=alert(1)>",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "[click](https://evil.example/)",
    "![](https://evil.example/pixel.png)",
    "```\n# A heading\n```",
    "`code` **bold** ~~gone~~ __under__",
    "&#60;b&#62;",
    "# Title",
    "1. one\n- two",
    "<!-- hidden -->",
    "https://evil.example www.evil.example",
    "@police #1 GH-1",
    "a@evil.example",
    "\u202e18222",
]


def change(kind: Kind, before: str = "", after: str = "", where: str = "Norway, English: tip 1") -> Change:
    return Change(kind, before, after, (Spot(CORNER, "tip 1"),), where)


def comment(*changes: Change) -> str:
    return difference_comment(Difference(changes, {"en": "English"}), "main", "now")


def test_nothing_is_said_in_one_sentence() -> None:
    assert comment().splitlines()[-1] == "Nothing differs for the public."
    assert "|" not in comment()


def test_a_number_is_announced_above_all_else_and_stands_in_the_table() -> None:
    text = comment(
        change(Kind.phone, "02800", "02801", "Norway: contact “Police”, number"), change(Kind.text, "a", "b")
    )
    assert text.index("> [!CAUTION]\n> **1 phone number changes.**") < text.index("| What |") < text.index("<details>")
    assert (
        "| **PHONE NUMBER**<br>Norway&#58; contact “Police”, number | <code>02800</code> | <code>02801</code> |" in text
    )


def test_the_rest_is_folded_away_by_language() -> None:
    text = comment(
        change(Kind.alert, "a", "b"), change(Kind.page, "", "no/en/x/"), change(Kind.text, "Hang up", "Ring off")
    )
    assert re.findall("<summary>(.*)</summary>", text) == ["Alerts: 1", "Pages: 1", "Texts in English: 1"]
    assert text.count("<details>") == text.count("</details>") == 3
    assert "No number, address or date changes." in text
    assert "− <code><del>Hang up</del></code><br>+ <code><ins>Ring off</ins></code>" in text


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("kind", list(Kind))
def test_content_is_never_markup(attack: str, kind: Kind) -> None:
    text = comment(change(kind, attack, f"{attack}x", f"Norway: {attack}"))
    plain = comment(change(kind, "A", "Ax", "Norway: A"))
    for sign in "[]()*_~#!<>|\\":
        marks = re.sub(r"&#[0-9]+;", "", text).count(sign)
        assert marks <= re.sub(r"&#[0-9]+;", "", plain).count(sign) + (8 if sign in "<>" else 0), sign
    tags = set(re.findall(r"</?([a-z]+)", text))
    assert tags <= {"code", "br", "del", "ins", "sub", "details", "summary"}
    assert len(text.splitlines()) == len(plain.splitlines())
    assert "evil.example" not in text
    assert not re.search(r"[@#]\w", re.sub(r"&#[0-9]+;", lambda found: unescape(found[0]), text).replace("###", ""))


@given(st.text())
def test_what_is_escaped_reads_as_it_was_written(text: str) -> None:
    shown = unescape(escaped(text)).replace("\u2060", "")
    hidden = re.sub("⟨U\\+([0-9A-F]{4,6})⟩", lambda found: chr(int(found[1], 16)), shown)
    assert hidden.replace(" ⏎ ", "\n") == text.replace(" ⏎ ", "\n").replace("\u2060", "") or "⟨U+" in text
    assert not set(escaped(text)) & set("<>[]()*_~`|!\\@\n\"'")


@given(st.text(alphabet="<>&|`*_[]()!#-+.\n@ab", max_size=40))
def test_a_reader_of_markdown_makes_only_text_of_it(text: str) -> None:
    assert re.fullmatch("(<p>.*</p>)?", markdown(escaped(f"a{text}")), re.DOTALL)
    assert not re.search("<(?!/?p>)", markdown(escaped(f"a{text}")))


def test_a_long_comment_is_cut_where_it_says_so_and_closes_what_it_opened() -> None:
    facts = [change(Kind.phone, f"{number:05}", "0" * 500) for number in range(200)]
    texts = [change(Kind.text, f"{number}.", "*" * 500) for number in range(200)]
    text = comment(*facts, *texts)
    assert len(text) <= LONGEST
    assert text.count("<details>") == text.count("</details>") == 1
    shown = text.count("PHONE NUMBER")
    assert f"… and {200 - shown} more; run “antiscam diff” to see all." in text
    assert "… and 200 more" in text


def test_a_comment_in_more_languages_than_fit_is_short_enough_and_says_that_there_is_more() -> None:
    locales = {f"x-{number}": f"Language {number} (of {'somewhere ' * 5})" for number in range(300)}
    spots = {locale: (Spot(Corner("NO", locale), "tip 1"),) for locale in locales}
    changes = [Change(Kind.text, "*" * 500, locale, spots[locale], "Norway: tip 1") for locale in locales]
    text = difference_comment(Difference(tuple(changes), locales), "main", "now")
    assert len(text) <= LONGEST
    assert text.count("<details>") == text.count("</details>")
    assert "… and more; run “antiscam diff” to see all." in text


def test_even_one_huge_text_leaves_the_comment_short_enough() -> None:
    text = comment(change(Kind.text, "*" * 40_000, "#" * 40_000))
    assert len(text) <= LONGEST
    assert "… and 1 more" in text
