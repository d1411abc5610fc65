"""The explanation of every code."""

import pytest

from builder.model.codes import CODES
from builder.model.explanations import explanations


def test_every_code_has_a_section_in_the_order_of_the_codes_and_no_section_has_no_code() -> None:
    assert list(CODES) == list(explanations())


@pytest.mark.parametrize("code", CODES)
def test_a_section_says_why_and_shows_a_bad_and_a_good_example(code: str) -> None:
    why, _, examples = explanations()[code].partition("\n\nBad:\n\n")
    bad, _, good = examples.partition("\n\nGood:\n\n")
    assert len(why.split()) > 10
    assert why.endswith((".", "!", "”"))
    assert bad != good
    for example in (bad, good):
        assert example.strip()
        assert [line for line in example.split("\n") if line and not line.startswith("    ")] == []
