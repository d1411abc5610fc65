"""A file is changed at one place, and nothing else in it."""

import copy
from difflib import unified_diff
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.edit.rewriting import CannotRewrite, rewritten
from builder.edit.writing import Quoted, written
from builder.model.document import Node, SourceFile
from builder.parse.files import author_files
from builder.parse.quick_yaml import read_yaml
from builder.parse.reading import read_file
from tests.conftest import SHIPPED

FILE = """\
# What this is.
title: A title   # said by the police
number: "18222"
said: 'it''s'

# Two of them.
tips:
  - title: One
    text: >-
      A long text that runs
      over two lines.
  # About the second.
  - title: Two
    text: |-
      First.

      Second.
names: [calm, "direct"]
empty:
last:
  deep: {a: b}
"""


def read(text: str) -> Any:
    return read_yaml(SourceFile("", text, "")).value


def after(change: str, *path: str | int) -> str:
    """The file with one text in the place of another; its lines that differ."""
    value = copy.deepcopy(read(FILE))
    inner = value
    for part in path[:-1]:
        inner = inner[part]
    inner[path[-1]] = change
    return differing(rewritten(FILE, value))


def differing(text: str) -> str:
    lines = list(unified_diff(FILE.splitlines(), text.splitlines(), lineterm="", n=0))[2:]
    return "\n".join(f"{line[0]} {line[1:]}" for line in lines if not line.startswith("@@"))


def without(*path: str | int) -> str:
    value = copy.deepcopy(read(FILE))
    inner = value
    for part in path[:-1]:
        inner = inner[part]
    del inner[path[-1]]
    return differing(rewritten(FILE, value))


def test_a_comment_behind_a_changed_text_stays():
    assert (
        after("Another", "title") == "- title: A title   # said by the police\n+ title: Another   # said by the police"
    )


def test_a_changed_text_keeps_its_quotes():
    assert after("1799", "number") == '- number: "18222"\n+ number: "1799"'
    assert after("they’re", "said") == "- said: 'it''s'\n+ said: 'they’re'"


def test_a_text_that_cannot_stand_without_quotes_gets_them():
    assert after("a: b # c", "title").endswith('+ title: "a: b # c"   # said by the police')


def test_a_folded_text_stays_folded():
    assert after("A short one.", "tips", 0, "text") == (
        "-       A long text that runs\n-       over two lines.\n+       A short one."
    )


def test_a_folded_text_keeps_the_lines_that_it_still_begins_with():
    assert after("A long text that runs over three lines now.", "tips", 0, "text") == (
        "-       over two lines.\n+       over three lines now."
    )


def test_sentences_of_any_script_stand_one_below_the_other():
    assert written({"steps": ["他們找上你。", "他們要錢。"]}) == "steps:\n  - 他們找上你。\n  - 他們要錢。\n"
    assert written({"places": ["HK", "US-CA"]}) == "places: [HK, US-CA]\n"


def test_one_paragraph_of_several_changes_one_line():
    assert after("First.\n\nThird.", "tips", 1, "text") == "-       Second.\n+       Third."


def test_an_empty_value_is_filled():
    assert after("x", "empty") == "- empty:\n+ empty: x"


def test_an_item_of_a_list_in_brackets_leaves_the_others_quoted_as_they_were():
    assert after("other", "names", 0) == '- names: [calm, "direct"]\n+ names: [other, "direct"]'


def test_a_removed_key_takes_its_own_lines_with_it():
    assert without("tips", 0, "text") == ("-     text: >-\n-       A long text that runs\n-       over two lines.")


def test_a_removed_item_leaves_the_comment_above_it():
    assert without("tips", 1) == "-   - title: Two\n-     text: |-\n-       First.\n- \n-       Second."


def test_a_first_key_can_be_removed_from_an_item():
    assert without("tips", 0, "title") == "-   - title: One\n-     text: >-\n+   - text: >-"


def test_a_renamed_key_keeps_its_value():
    value = {"heading" if key == "title" else key: inner for key, inner in read(FILE).items()}
    assert differing(rewritten(FILE, value)) == (
        "- title: A title   # said by the police\n+ heading: A title   # said by the police"
    )


def test_a_new_key_stands_where_the_value_has_it():
    value: dict[str, Node] = {}
    for key, inner in read(FILE).items():
        value |= {key: inner} if key != "number" else {key: inner, "hours": "24/7"}
    lines = rewritten(FILE, value).splitlines()
    assert lines[lines.index('number: "18222"') + 1] == "hours: 24/7"


def test_new_items_stand_where_the_value_has_them():
    value = copy.deepcopy(read(FILE))
    value["tips"].insert(0, {"title": "Zero", "text": "None."})
    value["tips"].append({"title": "Three", "text": Quoted("3")})
    assert differing(rewritten(FILE, value)) == (
        '+   - title: Zero\n+     text: None.\n+   - title: Three\n+     text: "3"'
    )


def test_a_new_item_keeps_the_distance_of_the_others():
    text = "contacts:\n  - id: a\n\n  # The second.\n  - id: b\n\nnext: c\n"
    value: Node = {"contacts": [{"id": "a"}, {"id": "b"}, {"id": "d"}], "next": "c"}
    assert rewritten(text, value) == text.replace("  - id: b\n", "  - id: b\n\n  - id: d\n")


def test_a_block_keeps_how_it_begins():
    assert rewritten("text: |\n  One.\n\n  Two.\n", {"text": "One.\n\n2."}) == "text: |\n  One.\n\n  2.\n"
    assert rewritten("text: |\n  One.\n\n  Two.\n", {"text": "One."}) == "text: |\n  One.\n"


def test_a_folded_text_of_several_paragraphs_becomes_a_literal_one():
    assert rewritten("a: >-\n  One.\nb: c # why\n", {"a": "One.\n\nTwo.", "b": "c"}) == (
        "a: |-\n  One.\n\n  Two.\nb: c # why\n"
    )


def test_what_already_says_it_is_returned_as_it_is():
    assert rewritten(FILE, read(FILE)) == FILE


def test_a_file_with_a_mistake_of_its_own_is_left_alone():
    with pytest.raises(CannotRewrite):
        rewritten("a: b: c\n", {"a": "b"})


NAMES = st.from_regex(r"[a-z]{1,6}", fullmatch=True)
# What an editor can type: without control characters, and without line breaks that YAML takes for its own.
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co")), max_size=200)
PARAGRAPHS = st.lists(TEXTS, max_size=4).map("\n".join).map(lambda text: text.rstrip("\n"))
VALUES = st.dictionaries(
    NAMES,
    st.recursive(
        TEXTS | PARAGRAPHS,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
    max_size=6,
)


@given(VALUES)
def test_a_new_file_reads_as_what_it_was_written_from(value: dict[str, Node]):
    text = written(value)
    assert read(text) == value
    assert all(len(line) <= 120 or " " not in line.strip() or '"' in line for line in text.splitlines()), text


@given(VALUES, VALUES)
def test_any_file_can_become_any_other(before: dict[str, Node], now: dict[str, Node]):
    assert read(rewritten(written(before), now)) == now


@given(st.data())
def test_a_changed_text_of_a_shipped_file_changes_only_its_own_lines(data: st.DataObject):
    path = data.draw(st.sampled_from([path for path in author_files(SHIPPED) if path.endswith("en.yml")]))
    source = read_file(SHIPPED, path)
    value: Any = copy.deepcopy(source.value)
    where = data.draw(st.sampled_from(list(leaves(value))))
    inner = value
    for part in where[:-1]:
        inner = inner[part]
    inner[where[-1]] = data.draw(TEXTS.filter(lambda text: "\n" not in text))
    lines, now = source.source.text.splitlines(), rewritten(source.source.text, value).splitlines()
    place = source.positions.value(where).line - 1
    assert now[:place] == lines[:place]
    assert [line for line in lines if line.lstrip().startswith("#")] == [
        line for line in now if line.lstrip().startswith("#") and line in lines
    ]


def leaves(value: Node, path: tuple[str | int, ...] = ()):
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for part, each in inner:
        yield from leaves(each, (*path, part))
    if isinstance(value, str):
        yield path
