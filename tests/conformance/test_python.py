"""The Python client on every case."""

import pytest

from tests.conformance.clients import by_python
from tests.conformance.vectors import Vector, committed


@pytest.mark.parametrize("case", committed(), ids=lambda case: case["name"])
def test_the_python_client_does_as_the_case_says(case: Vector) -> None:
    assert by_python(case) == case["expected"], case["why"]
