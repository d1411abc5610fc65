"""Problems as text, as lines, and in the forms that other programs read."""

import json
from datetime import date
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from builder.model.document import Document, SourceFile, nowhere
from builder.model.explanations import explanations
from builder.model.problem import Correction, Place, Problem
from builder.model.suppressed import Suppressed
from builder.report.excerpts import full, stderr_console
from builder.report.machines import as_github, as_gitlab, as_json, as_junit, as_sarif
from builder.report.plain import concise, count_line
from builder.report.step_summary import step_summary

PLACE = Place("f.yml", 2, 8, 4)
ERROR = Problem(PLACE, "unknown-key", "A sentence.", "A hint.")
WARNING = Problem(Place("g.yml"), "long-sentence", "Another.", severity="warning")
NOTE = Problem(Place("a.yml"), "bare-button", "A third.", severity="note")
MENDED = Problem(PLACE, "unknown-key", "A sentence.", correction=Correction(Place("f.yml", 2, 8, 0), "“x”", safe=True))


def suppressed(until: date) -> Suppressed:
    return Suppressed(WARNING, Place("site_config.yml", 9), until)


def shown(text: str, place: Place = PLACE, hint: str = "A hint.") -> list[str]:
    document = Document(SourceFile("f.yml", text, ""), None, nowhere)
    return full(Problem(place, "unknown-key", "A sentence.", hint), {"f.yml": document}).plain.split("\n")


def test_a_concise_problem_is_one_line() -> None:
    assert concise(ERROR) == "f.yml:2:8 error unknown-key A sentence."
    assert concise(WARNING) == "g.yml:1:1 warning long-sentence Another."


def test_a_full_problem_shows_the_line_with_a_caret_below_the_spot() -> None:
    assert shown("a: x\ntitle: word more\n") == [
        "f.yml:2:8 error unknown-key",
        "  A sentence.",
        "  2 | title: word more",
        "    |        ^^^^",
        "  Hint: A hint.",
        "",
    ]


@pytest.mark.parametrize(
    ("line", "column", "width", "caret"),
    [
        ("title: 警察請致電", 8, 5, "       ^^^^^^^^^^"),  # each character takes two cells
        ("警告: x", 5, 1, "      ^"),
        ("title: ＡＢ x", 11, 1, "            ^"),  # full-width letters
        ("title: e\u0301e\u0301 x", 13, 1, "          ^"),  # combining marks take none
        ("\ttitle: x", 9, 1, "        ^"),  # a tab is shown as one space
        ("title: x", 9, 1, "        ^"),  # just behind the text
    ],
)
def test_the_caret_stands_below_the_spot_in_every_script(line: str, column: int, width: int, caret: str) -> None:
    excerpt = shown(line, Place("f.yml", 1, column, width))
    assert f"    | {caret}" == excerpt[3]


def test_the_number_of_a_line_moves_the_excerpt_not_the_caret() -> None:
    excerpt = shown("\n" * 99 + "title: x", Place("f.yml", 100, 8))
    assert excerpt[2:4] == ["  100 | title: x", "      |        ^"]


def test_a_problem_without_a_hint_has_no_line_for_it() -> None:
    assert "Hint" not in "\n".join(shown("a: x\ntitle: word", hint=""))


@pytest.mark.parametrize("text", ["", "a: x\n", "a: x\n   \n"])
def test_an_empty_line_or_none_is_not_shown(text: str) -> None:
    assert shown(text) == ["f.yml:2:8 error unknown-key", "  A sentence.", "  Hint: A hint.", ""]


def test_a_problem_of_a_file_that_is_missing_is_shown_without_an_excerpt() -> None:
    assert full(ERROR, {}).plain == "f.yml:2:8 error unknown-key\n  A sentence.\n  Hint: A hint.\n"


def test_brackets_in_a_text_are_no_markup() -> None:
    problem = Problem(PLACE, "unknown-key", "[red]“[/]”[/red] is not known.")
    assert "[red]“[/]”[/red] is not known." in full(problem, {}).plain


def test_json_has_the_same_keys_for_every_problem() -> None:
    rows = json.loads(as_json([ERROR, WARNING]))["problems"]
    assert rows[0] == {
        "code": "unknown-key",
        "severity": "error",
        "file": "f.yml",
        "line": 2,
        "column": 8,
        "message": "A sentence.",
        "hint": "A hint.",
        "correction": None,
    }
    assert rows[0].keys() == rows[1].keys()


def test_json_says_what_would_mend_a_problem() -> None:
    (row,) = json.loads(as_json([MENDED]))["problems"]
    assert row["correction"] == {"line": 2, "column": 8, "width": 0, "text": "“x”", "safe": True}


def test_json_without_problems_is_an_empty_list() -> None:
    assert json.loads(as_json([])) == {"problems": []}


def test_github_shows_a_problem_beside_its_line() -> None:
    odd = Problem(Place("a,b:c.yml", 3, 1, 0), "unknown-key", "50 % is\nmuch.", "Say “half”.")
    assert as_github([ERROR, odd]).split("\n") == [
        "::error file=f.yml,line=2,col=8,endColumn=12,title=unknown-key::A sentence.%0AA hint.",
        "::error file=a%2Cb%3Ac.yml,line=3,col=1,endColumn=2,title=unknown-key::50 %25 is%0Amuch.%0ASay “half”.",
    ]
    assert as_github([]) == ""


def test_github_shows_only_ten_of_a_kind_so_the_gravest_come_first() -> None:
    kinds = [line.split(" ")[0] for line in as_github([NOTE, WARNING, ERROR, WARNING]).split("\n")]
    assert kinds == ["::error", "::warning", "::warning", "::notice"]


def test_gitlab_calls_a_note_an_information() -> None:
    assert [row["severity"] for row in json.loads(as_gitlab([ERROR, WARNING, NOTE]))] == ["critical", "minor", "info"]


def test_gitlab_knows_a_problem_again_after_an_edit_above_it() -> None:
    moved = Problem(Place("f.yml", 9, 8, 4), ERROR.code, ERROR.message, ERROR.hint)
    first, second = (json.loads(as_gitlab(problems))[0] for problems in ([ERROR], [moved]))
    assert first["fingerprint"] == second["fingerprint"]
    assert first == {
        "description": "A sentence.\nA hint.",
        "check_name": "unknown-key",
        "fingerprint": first["fingerprint"],
        "severity": "critical",
        "location": {"path": "f.yml", "lines": {"begin": 2}},
    }


def test_gitlab_tells_equal_problems_of_a_file_apart() -> None:
    twice = Problem(Place("f.yml", 9, 8, 4), ERROR.code, ERROR.message, ERROR.hint)
    fingerprints = {row["fingerprint"] for row in json.loads(as_gitlab([ERROR, twice, WARNING]))}
    assert len(fingerprints) == 3


def test_sarif_names_each_rule_once_and_counts_from_one() -> None:
    [run] = json.loads(as_sarif([ERROR, ERROR, WARNING]))["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert sorted(rules) == ["long-sentence", "unknown-key"]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == ["unknown-key"] * 2 + ["long-sentence"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "f.yml"}
    assert place["region"] == {"startLine": 2, "startColumn": 8, "endColumn": 12}
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning"]


def test_sarif_offers_the_correction() -> None:
    [run] = json.loads(as_sarif([MENDED, ERROR]))["runs"]
    with_one, without = run["results"]
    [fix] = with_one["fixes"]
    [change] = fix["artifactChanges"]
    [replacement] = change["replacements"]
    assert change["artifactLocation"] == {"uri": "f.yml"}
    assert replacement["deletedRegion"] == {"startLine": 2, "startColumn": 8, "endColumn": 8}
    assert replacement["insertedContent"] == {"text": "“x”"}
    assert "fixes" not in without


def test_sarif_tells_why_a_rule_exists_and_how_grave_it_usually_is() -> None:
    [run] = json.loads(as_sarif([ERROR, WARNING]))["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert explanations()["unknown-key"].startswith(rules["unknown-key"]["fullDescription"]["text"])
    assert rules["unknown-key"]["defaultConfiguration"] == {"level": "error"}
    assert rules["long-sentence"]["defaultConfiguration"] == {"level": "warning"}


def test_junit_fails_once_for_each_error_and_not_for_a_warning_or_a_note() -> None:
    suites = ET.fromstring(as_junit([ERROR, WARNING, NOTE]))
    assert (suites.get("tests"), suites.get("failures")) == ("1", "1")
    [case] = suites.iter("testcase")
    assert (case.get("classname"), case.get("name")) == ("f.yml", "unknown-key at 2:8")
    [failure] = case
    assert (failure.get("message"), failure.text) == ("A sentence.", "f.yml:2:8\nA sentence.\nA hint.")


def test_junit_has_a_test_that_passed_where_nothing_failed() -> None:
    suites = ET.fromstring(as_junit([]))
    assert (suites.get("tests"), suites.get("failures")) == ("1", "0")
    assert [len(case) for case in suites.iter("testcase")] == [0]


def test_junit_stays_xml_whatever_a_message_holds() -> None:
    odd = Problem(PLACE, "unknown-key", "<&> \x1b\x00 \ufffe “x”")
    [failure] = ET.fromstring(as_junit([odd])).iter("failure")
    assert failure.get("message") == "<&> �� � “x”"


@pytest.mark.parametrize(
    ("problems", "expected"),
    [
        ([], "No problems."),
        ([ERROR], "1 error in 1 file."),
        ([WARNING], "1 warning in 1 file."),
        ([ERROR, ERROR], "2 errors in 1 file."),
        ([ERROR, WARNING, WARNING], "1 error and 2 warnings in 2 files."),
        ([NOTE, ERROR, WARNING], "1 error, 1 warning and 1 note in 3 files."),
        ([NOTE, NOTE], "2 notes in 1 file."),
    ],
)
def test_problems_are_counted_in_words(problems: list[Problem], expected: str) -> None:
    assert expected == count_line(problems)


def test_what_is_suppressed_is_counted_with_the_day_on_which_it_ends() -> None:
    new_year, spring = date(2026, 12, 31), date(2027, 3, 31)
    assert count_line([], [suppressed(new_year)]) == "No problems; 1 suppressed until 2026-12-31."
    both = count_line([ERROR], [suppressed(spring), suppressed(new_year)])
    assert both == "1 error in 1 file; 2 suppressed, the first until 2026-12-31."


def test_a_step_summary_is_a_table_with_the_gravest_first() -> None:
    odd = Problem(Place("f.yml", 3), "unknown-key", "a|b *c* <d> `e`", "f_g")
    page = step_summary([NOTE, odd, WARNING])
    assert "1 error, 1 warning and 1 note in 3 files." in page
    rows = [line for line in page.split("\n") if line.startswith("| ")][1:]
    assert [unescape(cell) for cell in rows[0].split(" | ")] == [
        "| error `unknown-key`",
        "<code>f.yml:3</code>",
        "a|b *c* <d> `e`",
        "f_g |",
    ]
    assert not set("*_[]") & set(rows[0])
    assert [row.split()[1] for row in rows] == ["error", "warning", "note"]


def test_a_step_summary_says_how_many_it_leaves_out() -> None:
    page = step_summary([ERROR] * 130)
    assert page.count("| error ") == 100
    assert "… and 30 more." in page


def colours(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], **environment: str) -> bool:
    for name, value in {"TERM": "xterm-256color", **environment}.items():
        monkeypatch.setenv(name, value)
    stderr_console().print(full(ERROR, {}))
    return "\x1b[1;31m" in capsys.readouterr().err


def test_an_error_is_red_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert colours(monkeypatch, capsys, FORCE_COLOR="1")


def test_nothing_is_coloured_where_somebody_asks_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not colours(monkeypatch, capsys, FORCE_COLOR="1", NO_COLOR="1")
