"""Two texts → their pieces, the changed ones marked."""

from hypothesis import given
from hypothesis import strategies as st

from builder.compare.pieces import Piece, pieces_of


def changed(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.changed]


def test_only_the_word_that_changed_is_marked() -> None:
    before, after = pieces_of("Hang up. Call the police.", "Hang up. Call the bank.")
    assert (changed(before), changed(after)) == (["police"], ["bank"])


def test_chinese_is_marked_sign_by_sign() -> None:
    before, after = pieces_of("立即致電警方", "立即致電銀行")
    assert (changed(before), changed(after)) == (["警方"], ["銀行"])


def test_a_new_text_is_marked_as_a_whole() -> None:
    assert pieces_of("", "All new.") == ((), (Piece("All new.", changed=True),))


@given(before=st.text(), after=st.text())
def test_the_pieces_make_the_texts_again(before: str, after: str) -> None:
    was, now = pieces_of(before, after)
    assert "".join(piece.text for piece in was) == before
    assert "".join(piece.text for piece in now) == after
    assert [piece.text for piece in was if not piece.changed] == [piece.text for piece in now if not piece.changed]
