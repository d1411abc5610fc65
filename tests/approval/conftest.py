"""The shipped content with keys for the parties of two places, checked once."""

from dataclasses import replace

import pytest

from builder.approval.standing import candidate
from builder.model.approval import Candidate
from builder.model.library import Library
from builder.model.order import Order
from builder.pipeline import check
from tests.conftest import SHIPPED, TODAY
from tests.signing import trust_file


@pytest.fixture(scope="session")
def library() -> Library:
    """Hong Kong and Singapore."""
    found = check(Order(SHIPPED, TODAY)).verdict.library
    assert found
    partners = {place: found.jurisdictions[place].facts.partners[0] for place in ("HK", "SG")}
    return replace(found.only(["HK", "SG"]), trust=trust_file(partners))


@pytest.fixture(scope="session")
def hong_kong(library: Library) -> Candidate:
    return candidate(library, "HK", TODAY)


@pytest.fixture(scope="session")
def singapore(library: Library) -> Candidate:
    return candidate(library, "SG", TODAY)
