"""Whatever single text is changed: something is told exactly if the public gets something else, of the right file."""

from functools import cache

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builder.compare import State, compare
from builder.model.content.kinds import KINDS
from tests.compare.leaves import Leaf, changed, documents, leaves, made, other_than

LEAVES = leaves()
NAMES = {kind.facts_file for kind in KINDS}


@cache
def golden() -> tuple[State, object]:
    found = made(documents())
    assert found
    return found


def test_the_same_content_differs_in_nothing() -> None:
    again = made(documents())
    assert again
    assert compare(golden()[0], again[0]).changes == ()
    assert compare(golden()[0], again[0], in_full=True).changes == ()


@settings(max_examples=100, deadline=None)
@given(leaf=st.sampled_from(LEAVES))
def test_one_text_that_differs_is_told_where_it_stands(leaf: Leaf) -> None:
    other = made(changed(leaf, other_than(leaf.text)))
    assume(other is not None)
    assert other
    difference = compare(golden()[0], other[0])
    assert bool(difference.changes) == (golden()[1] != other[1])
    for change in difference.changes:
        assert {origin.file for origin in change.origins} == {leaf.file}, change.said
        assert {spot.corner.place for spot in change.spots} <= {"", "NO"}
        if not leaf.file.endswith(tuple(NAMES)) and leaf.file != "site_config.yml":
            # Words of English are also shown in Arabic, which is partial here.
            stem = leaf.file.rpartition("/")[2].removesuffix(".yml")
            assert set(change.locales) <= {stem, "ar" if stem == "en" else stem}


@settings(max_examples=50, deadline=None)
@given(leaf=st.sampled_from(LEAVES))
def test_back_again_is_the_same_told_the_other_way_round(leaf: Leaf) -> None:
    other = made(changed(leaf, other_than(leaf.text)))
    assume(other is not None)
    assert other
    there, back = compare(golden()[0], other[0]), compare(other[0], golden()[0])
    assert {(change.kind, change.before, change.after) for change in there.changes} == {
        (change.kind, change.after, change.before) for change in back.changes
    }


@settings(max_examples=25, deadline=None)
@given(one=st.sampled_from(LEAVES), two=st.sampled_from(LEAVES))
def test_those_who_sign_are_told_no_less(one: Leaf, two: Leaf) -> None:
    other = made(changed(one, other_than(two.text)))
    assume(other is not None)
    assert other
    short = compare(golden()[0], other[0])
    full = compare(golden()[0], other[0], in_full=True)
    told = {(change.kind, change.before, change.after) for change in full.changes}
    assert {(change.kind, change.before, change.after) for change in short.changes} <= told
