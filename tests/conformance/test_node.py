"""The alert's modules, in Node, on every case."""

import pytest

from tests.conformance.clients import Outcome, by_node, by_python
from tests.conformance.vectors import Vector, committed


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    return by_node()


@pytest.mark.parametrize("case", committed(), ids=lambda case: case["name"])
def test_the_alerts_modules_do_as_the_case_says(case: Vector, outcomes: dict[str, Outcome]) -> None:
    assert outcomes[case["name"]] == case["expected"], case["why"]


def test_python_and_node_agree_on_every_case(outcomes: dict[str, Outcome]) -> None:
    assert outcomes == {case["name"]: by_python(case) for case in committed()}
