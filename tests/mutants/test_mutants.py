"""The mistakes still fit the code. That tests notice them is shown by `python -m tests.mutants`, which takes long."""

import pytest

from tests.mutants.killing import killer
from tests.mutants.mutant import ALERT, VERIFY, Mutant, mutants


def test_every_mistake_fits_its_file_exactly_once() -> None:
    misfits = []
    for mutant in mutants():
        try:
            mutant.text()
        except ValueError as error:
            misfits.append(str(error))
    assert misfits == []


def test_there_are_many_in_both_clients() -> None:
    in_python = [mutant.in_python for mutant in mutants()]
    assert in_python.count(False) >= 100
    assert in_python.count(True) >= 50


def test_a_mistake_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="stands 0 times"):
        Mutant(VERIFY / "client.py", "nothing", "no such text", "").text()


def test_a_serious_mistake_is_noticed_in_both_clients() -> None:
    serious = [mutant for mutant in mutants() if mutant.why == "hash not checked"]
    assert [mutant.in_python for mutant in serious] == [False, True]
    assert None not in map(killer, serious)


def test_a_change_that_is_no_mistake_is_let_alone() -> None:
    other_words = Mutant(VERIFY / "failure.py", "a comment", "The codes that every client shares.", "The codes.")
    assert killer(other_words) is None
    assert killer(Mutant(ALERT / "keep.js", "a comment", "// full, or not allowed:", "// full:")) is None
