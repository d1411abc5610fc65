"""docs/fields.md names every field once, says what it is, and leads from one group to the next."""

import re

from builder.guide.files import FILES
from builder.guide.hints import about, hint_of
from builder.guide.limits import limits_of
from builder.guide.reference import reference
from tests.guide.models import fields

PAGE = reference().content.decode()
ROWS = [line for line in PAGE.split("\n") if line.startswith(("| `", "| [`"))]


def test_every_field_has_a_row_with_its_text():
    for model, field in fields():
        text = hint_of(model, field).text.replace("|", "\\|")
        assert any(f"`{field}`" in row.split("|")[1] and text in row for row in ROWS), (model.__name__, field)


def test_every_kind_of_file_has_its_chapter():
    for kind in FILES:
        assert f"\n## {kind.title}\n\n`{kind.paths}`\n\n{about(kind.model)}\n" in PAGE


def test_every_link_leads_to_a_heading_of_the_page():
    headings = [line.lstrip("#").strip() for line in PAGE.split("\n") if line.startswith("##")]
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    links = set(re.findall(r"\]\(#([^)]+)\)", PAGE))
    assert links <= anchors
    assert len(anchors) == len(headings)


def test_what_values_mean_stands_once():
    lists = re.findall(r"What can stand in `[^`]+`:\n\n((?:- .+\n)+)", PAGE)
    assert len(lists) > 10
    assert len(lists) == len(set(lists))


def test_limits_are_said_in_words():
    text = {"maxLength": 240}
    assert limits_of(text) == "At most 240 characters."
    assert limits_of({"type": "array", "minItems": 3, "maxItems": 6, "items": text}) == (
        "3 to 6 items, each of at most 240 characters."
    )
    assert limits_of({"type": "array", "maxItems": 40, "items": {}}) == "At most 40 items."
    assert limits_of({"minimum": 1, "maximum": 100}) == "1 to 100."
    assert limits_of({"minimum": 0}) == "At least 0."
    assert limits_of({"enum": ["a"], "maxLength": 3}) == ""
    assert limits_of({"additionalProperties": text}) == "Each of at most 240 characters."
    assert limits_of({}) == ""
