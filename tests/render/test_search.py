"""A search index for each place and language."""

import json
import re
from typing import Any

import pytest

from builder.model.site import Site
from builder.pipeline import Built
from builder.render.search import search_indexes, search_language


def indexes(site: Site) -> dict[str, Any]:
    return {
        file.path.removesuffix("search/search_index.json"): json.loads(file.content) for file in search_indexes(site)
    }


def test_every_root_has_its_own_index(golden_site: Site) -> None:
    assert [scope.root for scope in golden_site.scopes] == list(indexes(golden_site))


def test_an_index_holds_the_pages_below_its_root_and_no_others(shipped_site: Site) -> None:
    for root, index in indexes(shipped_site).items():
        # The front door and the page for lost readers use a root's words but stand outside of it.
        expected = {page.address for page in shipped_site.pages if page.scope.root == root}
        expected = {address for address in expected if address.startswith(root)}
        assert expected == {root + entry["location"] for entry in index["docs"]}
        assert len(expected) == len(index["docs"])


def test_what_is_found_is_text_inside_paragraphs(shipped_site: Site) -> None:
    for index in indexes(shipped_site).values():
        for entry in index["docs"]:
            assert re.fullmatch(r"(<p>[^<>]*</p>)+", entry["text"])


def test_a_scam_is_found_by_its_signs(golden_site: Site) -> None:
    entries = {entry["location"]: entry for entry in indexes(golden_site)["no/en/"]["docs"]}
    assert "<p>An officer asks for crypto.</p>" in entries["scams/fake-officer/"]["text"]


def test_a_contact_is_found_by_its_number(golden_site: Site) -> None:
    entries = {entry["location"]: entry for entry in indexes(golden_site)["no/en/"]["docs"]}
    assert "21 23 45 67" in entries["contacts/"]["text"]


def test_prose_is_found_without_its_markup(golden_site: Site) -> None:
    (entry,) = (entry for entry in indexes(golden_site)["en/"]["docs"] if entry["location"] == "about/")
    assert "invented" in entry["text"]
    assert re.findall(r"[*\[\]{}]|https:", entry["text"]) == []


@pytest.mark.parametrize(
    ("locale", "expected"), [("en", "en"), ("no", "no"), ("ar", "ar"), ("zh-Hant", "en"), ("pt-BR", "pt"), ("cy", "en")]
)
def test_a_language_without_a_stemmer_is_searched_like_english(locale: str, expected: str) -> None:
    assert expected == search_language(locale)


def test_the_dictionary_of_every_language_is_published_and_no_other(shipped: Built, shipped_site: Site) -> None:
    folder = "assets/javascripts/lunr/min/lunr."
    published = {file.path[len(folder) : -len(".min.js")] for file in shipped.files if file.path.startswith(folder)}
    languages = {index["config"]["lang"][0] for index in indexes(shipped_site).values()}
    assert published == (languages - {"en"}) | {"stemmer.support"}


def test_two_chinese_characters_are_split_so_that_they_are_found_anywhere(golden_site: Site) -> None:
    separator = indexes(golden_site)["en/"]["config"]["separator"]
    assert [part for part in re.split(separator, "請致電 the police") if part] == ["請", "致", "電", "the", "police"]
