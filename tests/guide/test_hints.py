"""Every field of every file an author writes is explained, with an example that the check would accept."""

import importlib
from typing import get_args

import pytest

from builder.guide.annotations import enumerations_in, fields_of
from builder.guide.hints import about, hint_of, meanings_of, read_example, read_texts
from builder.model.codes import CODES
from builder.model.content.config import SiteConfig
from builder.model.content.jurisdiction import Contact, JurisdictionFacts
from builder.model.content.partner import PartnerFacts
from builder.model.content.scalars import Authored
from builder.model.content.scam import ScamFacts
from tests.guide.models import adapter, fields, models


@pytest.mark.parametrize("model", models())
def test_every_field_is_explained_in_whole_sentences(model):
    for text in (about(model), *(hint_of(model, field).text for field in model.model_fields)):
        assert text[0].isupper()
        assert text.endswith(".")
        assert len(text) <= 240, text


@pytest.mark.parametrize("model", models())
def test_the_example_of_every_field_is_accepted_by_it(model):
    for field in model.model_fields:
        adapter(model, field).validate_python(read_example(hint_of(model, field).example))


def test_nothing_is_explained_that_does_not_exist():
    for module, classes in read_texts().items():
        if module != "choices":
            known = importlib.import_module(f"builder.model.content.{module}")
            for name, words in classes.items():
                assert set(words) <= {"about", "fields"}
                assert set(words.get("fields", ())) <= set(getattr(known, name).model_fields), name


def test_every_choice_says_what_it_means():
    for model, field in fields():
        for values in enumerations_in(model.model_fields[field].annotation):
            meanings = meanings_of(values)
            assert tuple(meanings) == values
            assert all(meaning.endswith(".") for meaning in meanings.values()), field


def test_no_choice_is_explained_that_nobody_can_make():
    used = {
        frozenset(values)
        for model, field in fields()
        for values in enumerations_in(model.model_fields[field].annotation)
    }
    assert {frozenset(meanings) for meanings in read_texts()["choices"].values()} <= used


def test_a_group_with_fixed_keys_offers_its_keys():
    assert set(hint_of(SiteConfig, "severities").choices) == set(CODES)


def test_a_choice_that_nobody_explained_is_named():
    with pytest.raises(KeyError, match="purple"):
        meanings_of(("purple",))


def test_what_many_files_share_is_said_once():
    assert hint_of(Contact, "confidence") == hint_of(PartnerFacts, "confidence")


def test_an_example_of_a_group_is_made_of_what_must_stand_in_it():
    example = read_example(hint_of(ScamFacts, "official_names").example)
    assert [set(item) for item in example] == [{"jurisdiction", "names", "confidence", "source", "checked_on"}]


def test_what_a_fact_is_stands_before_where_it_was_read():
    order = list(fields_of(Contact))
    assert order.index("id") < order.index("confidence")
    assert set(order) == set(Contact.model_fields)


def test_a_field_that_nobody_described_is_named():
    class Undescribed(Authored):
        colour: str

    Undescribed.__module__ = JurisdictionFacts.__module__
    with pytest.raises(KeyError, match=r"Undescribed\.colour"):
        hint_of(Undescribed, "colour")


def test_the_example_of_a_short_number_keeps_its_quotes():
    (phone,) = get_args(Contact.model_fields["phone"].annotation)[:1]
    assert hint_of(phone, "number").example.startswith('"')
