"""Marks fit where they stand, so that a file with marks is read like one with words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.edit.scaffold.marks import fitted, to_translate, to_write
from builder.model.content.campaign import CampaignWords
from builder.model.content.jurisdiction import ContactWords, JurisdictionWords
from builder.model.content.partner import PartnerWords
from builder.model.content.scalars import Authored
from builder.model.content.scam import ScamWords
from builder.model.content.strings import Strings
from builder.model.content.unfinished import MARK, is_unfinished
from builder.parse.reading import read_file
from tests.conftest import GOLDEN, SHIPPED

NAMES = {"contacts": ("police", "advice"), "variants": ("calm",)}


@pytest.mark.parametrize("model", [ScamWords, JurisdictionWords, CampaignWords, ContactWords, PartnerWords])
def test_all_that_must_be_written_fits_its_model(model: type[Authored]) -> None:
    assert model.model_validate(to_write(model, NAMES))


@pytest.mark.parametrize("root", [GOLDEN, SHIPPED])
def test_the_sites_own_words_are_all_marked_and_fit(root: object) -> None:
    value = read_file(root, "content/strings/en.yml").value  # type: ignore[arg-type]
    assert isinstance(value, dict)
    marked = to_translate(Strings, value)
    assert Strings.model_validate(marked)
    assert _leaves(marked) == len([text for text in _texts(marked) if is_unfinished(text)]) > 100


def test_who_has_reviewed_the_source_has_not_reviewed_the_marks() -> None:
    assert to_translate(PartnerWords, {"reviewed": {"by": "A", "on": "2026-01-01"}, "name": "B"}) == {"name": "TODO: B"}


@given(st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=6), st.sampled_from((40, 60, 120, 240, 600)))
def test_no_mark_is_longer_than_its_limit(sentences: list[str], most: int) -> None:
    mark = fitted(". ".join(sentences), most)
    assert len(mark) <= most
    assert is_unfinished(mark)


@pytest.mark.parametrize("model", [ScamWords, JurisdictionWords, CampaignWords, ContactWords, PartnerWords])
def test_a_text_to_write_without_the_word_of_its_mark_is_no_text_yet(model: type[Authored]) -> None:
    marks = [text for text in _texts(to_write(model, NAMES)) if is_unfinished(text)]
    assert marks
    for mark in marks:
        left = mark.removeprefix(MARK)
        assert left != mark
        assert is_unfinished(left)
        assert is_unfinished(f"{left} And some words of my own.")


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts(item)]
    return [text for item in value for text in _texts(item)] if isinstance(value, list) else [str(value)]


def _leaves(value: object) -> int:
    return len(_texts(value))
