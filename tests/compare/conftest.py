"""What `diff` says about an edit of the golden content."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.compare import Difference, State, compare, state_of
from builder.model.order import Order
from builder.pipeline import check, planned
from builder.plan import plan
from tests.conftest import GOLDEN, SHIPPED, TODAY, copy_project, edit

Edit = tuple[str, str, str]
Told = Callable[..., list[str]]


def state_at(root: Path) -> State:
    checked = check(Order(root, TODAY))
    site, library = planned(checked, TODAY), checked.verdict.library
    assert site, checked.verdict.problems
    assert library
    return state_of(library, site, checked.documents)


@pytest.fixture(scope="session")
def golden_now() -> State:
    return state_at(GOLDEN)


@pytest.fixture
def differing(project: Path, golden_now: State) -> Callable[..., Difference]:
    """What differs after some edits: file, old text, new text."""

    def after(*edits: Edit) -> Difference:
        for path, old, new in edits:
            edit(project, path, old, new)
        return compare(golden_now, state_at(project))

    return after


@pytest.fixture
def told(differing: Callable[..., Difference]) -> Told:
    """The same as lines: kind and sentence."""

    def lines(*edits: Edit) -> list[str]:
        return [f"{change.kind}: {change.said}" for change in differing(*edits).changes]

    return lines


@pytest.fixture(scope="session")
def shipped_states(tmp_path_factory: pytest.TempPathFactory) -> tuple[State, State]:
    """The shipped content, with and without Singapore."""
    root = copy_project(SHIPPED, tmp_path_factory.mktemp("shipped") / "project")
    with_all = state_at(root)
    library = check(Order(root, TODAY)).verdict.library
    assert library
    fewer = library.only([code for code in library.jurisdictions if code != "SG"])
    return with_all, state_of(fewer, plan(fewer, TODAY, fewer.trust.trust), ())
