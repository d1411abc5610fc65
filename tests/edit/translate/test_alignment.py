"""Which item of a list is which of its earlier version."""

from builder.edit.translate.alignment import Item, aligned


def items(*texts: str) -> tuple[Item, ...]:
    return tuple((((), text),) for text in texts)


def test_nothing_moves_where_nothing_has_changed() -> None:
    assert aligned(items("a", "b", "c"), items("a", "b", "c")) == {0: 0, 1: 1, 2: 2}


def test_an_item_put_first_is_new_and_the_others_are_what_they_were() -> None:
    assert aligned(items("a", "b"), items("new", "a", "b")) == {1: 0, 2: 1}


def test_items_that_changed_places_are_found_again() -> None:
    assert aligned(items("a", "b", "c"), items("c", "a", "b")) == {0: 2, 1: 0, 2: 1}


def test_a_reworded_item_stays_itself() -> None:
    assert aligned(items("a", "b", "c"), items("a", "reworded", "c")) == {0: 0, 1: 1, 2: 2}


def test_a_reworded_item_is_told_from_a_new_one_beside_it() -> None:
    old = items("First.", "Never send money to somebody you have not met.")
    new = items("First.", "Ask a friend.", "Never send crypto to somebody you have not met.")
    assert aligned(old, new) == {0: 0, 2: 1}


def test_two_items_of_the_same_words_are_two() -> None:
    assert aligned(items("a", "a"), items("a", "b", "a")) == {0: 0, 2: 1}


def test_an_item_of_a_new_list_was_nowhere() -> None:
    assert aligned((), items("a", "b")) == {}
