"""`docs/problems.md`: every code, with why, how grave, and how it is written rightly."""

import pytest

from builder.model.codes import CODES, GROUPS
from builder.model.protection import MAY_BE_LOWERED, WARNINGS
from builder.report.codes_page import problems_page
from tests.conftest import SHIPPED

PAGE = SHIPPED / "docs/problems.md"


def section(code: str) -> str:
    _, _, rest = problems_page().partition(f"\n### {code}\n")
    return rest.partition("\n### ")[0].partition("\n## ")[0]


def test_the_page_is_what_the_explanations_say(rewrite: bool) -> None:
    if rewrite:
        PAGE.write_text(problems_page(), "utf-8")
    assert PAGE.read_text("utf-8") == problems_page()


def test_every_code_stands_in_one_group_and_in_the_order_of_all() -> None:
    assert [code for codes in GROUPS.values() for code in codes] == list(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_section_shows_how_grave_it_is_and_both_examples(code: str) -> None:
    text = section(code)
    assert ("This is a warning." in text) == (code in WARNINGS)
    assert ("can be lowered or suppressed" in text) == (code in MAY_BE_LOWERED)
    assert text.index("Bad:\n\n```yaml\n") < text.index("Good:\n\n```yaml\n")
    assert text.count("```") == 4
