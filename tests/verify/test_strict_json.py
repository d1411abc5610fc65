"""JSON in its one spelling, compared with what Node's `JSON.stringify` really writes."""

import json
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.verify.failure import VerificationFailure
from builder.verify.strict_json import strict_json
from tests.conformance.clients import NODE

TEXTS = st.text(st.characters(), max_size=8)
WHOLE = st.integers(-(2**53) + 1, 2**53 - 1)
NAMES = TEXTS | st.integers(0, 2**33).map(str)
VALUES = st.recursive(
    st.none() | st.booleans() | WHOLE | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)
_STRINGIFY = """
  const texts = JSON.parse(require("fs").readFileSync(0, "utf-8"));
  console.log(JSON.stringify(texts.map((text) => JSON.stringify(JSON.parse(text)))));
"""


def spelled_by_node(texts: list[str]) -> list[str]:
    ran = subprocess.run([NODE, "-e", _STRINGIFY], input=json.dumps(texts), capture_output=True, text=True, check=True)
    return list(json.loads(ran.stdout))


def accepted(text: str) -> bool:
    try:
        strict_json(text.encode("utf-8", "surrogatepass"), "refused")
    except VerificationFailure:
        return False
    return True


def test_what_node_writes_is_accepted_and_every_other_spelling_is_not() -> None:
    texts: list[str] = []

    @given(VALUES)
    def collect(value: object) -> None:
        texts.append(json.dumps(value, ensure_ascii=False, separators=(",", ":")))

    collect()
    for before, after in zip(texts, spelled_by_node(texts), strict=True):
        assert accepted(after), after
        assert accepted(before) == (before == after), before


@pytest.mark.parametrize("text", ["9" * 5000, "[" * 100_000, "", "nul", "\ufeff1", '{"a":1}}', "1e400"])
def test_what_is_hard_to_read_is_refused_with_the_given_code(text: str) -> None:
    with pytest.raises(VerificationFailure, match=r"^refused$"):
        strict_json(text.encode(), "refused")


def test_a_hundred_levels_are_read() -> None:
    assert accepted("[" * 100 + "]" * 100)
