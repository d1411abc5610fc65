"""Whatever befalls a run, readers see a whole site, and the next run succeeds."""

import pytest

from tests.faults.fresh import attacked
from tests.faults.kinds import CONTROL, KINDS


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != CONTROL])
def test_the_site_stays_whole_and_the_next_run_succeeds(kind: str) -> None:
    tally = attacked(kind, at_length=False)
    assert tally.runs
    assert tally.harm == {}
    if "every step" in kind or "disk full" in kind:
        assert tally.old, "no attack came before the rename"
        assert tally.new, "no attack came after the rename"


def test_the_same_attacks_harm_a_publisher_that_copies_in_place() -> None:
    tally = attacked(CONTROL, at_length=False)
    assert tally.mixed, "no kill left files of two builds"
    assert tally.torn, "no reader saw files of two builds"
