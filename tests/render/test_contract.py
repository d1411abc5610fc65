"""Bundles against the contract that is published beside them."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from builder.model.json_bytes import json_bytes
from builder.model.release import WARNINGS
from builder.model.site import Site
from builder.pipeline import Built
from builder.render.candidates import candidates
from builder.render.contract import contract_files, schema


def files(site: Site) -> dict[str, bytes]:
    """The contract's own files, and the bundles by jurisdiction and locale."""
    contract = {
        file.path.removeprefix(WARNINGS): file.content
        for file in contract_files(site.base_url, json_bytes(site.bundles[0]))
    }
    bundles = {
        f"{found.jurisdiction}/{locale}.json": content
        for found in candidates(site)
        for locale, content in found.bundles.items()
    }
    return {**contract, **bundles}


def validator(name: str, site: Site) -> Draft202012Validator:
    published: dict[str, Any] = json.loads(files(site)[f"schema/{name}.json"])
    Draft202012Validator.check_schema(published)
    return Draft202012Validator(published, format_checker=Draft202012Validator.FORMAT_CHECKER)


def faults(name: str, site: Site, content: bytes) -> list[str]:
    return [error.message for error in validator(name, site).iter_errors(json.loads(content))]


@pytest.fixture(params=["golden_site", "shipped_site"])
def site(request: pytest.FixtureRequest) -> Site:
    planned = request.getfixturevalue(request.param)
    assert isinstance(planned, Site)
    return planned


def test_there_is_a_bundle_for_every_place_and_language(site: Site) -> None:
    expected = {f"{bundle.jurisdiction}/{bundle.locale}.json" for bundle in site.bundles}
    assert expected == {path for path in files(site) if not path.startswith(("schema/", "examples/"))}


def test_every_bundle_keeps_the_published_contract(site: Site) -> None:
    for path, content in files(site).items():
        if not path.startswith(("schema/", "examples/")):
            assert faults("bundle", site, content) == []


def test_the_example_keeps_the_published_contract(site: Site) -> None:
    assert faults("bundle", site, files(site)["examples/bundle.json"]) == []


@pytest.mark.parametrize("name", ["bundle", "envelope", "latest", "release", "trust"])
def test_every_contract_says_its_dialect_and_where_it_stands(golden_site: Site, name: str) -> None:
    published = json.loads(files(golden_site)[f"schema/{name}.json"])
    assert published["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert published["$id"] == f"https://golden.example/warnings/v1/schema/{name}.json"


@pytest.mark.parametrize("name", ["bundle", "envelope", "latest", "release", "trust"])
def test_a_reader_ignores_fields_it_does_not_know(name: str) -> None:
    assert '"additionalProperties": false' not in json.dumps(schema(name, "https://a.example/"))


def test_the_contract_notices_a_broken_bundle(golden_site: Site) -> None:
    bundle = json.loads(files(golden_site)["NO/en.json"])
    del bundle["first_call"]
    bundle["draft"] = "yes"
    bundle["contacts"][0]["checked_on"] = "yesterday"
    assert len(faults("bundle", golden_site, json.dumps(bundle).encode())) == 3


def test_bytes_are_the_one_spelling_of_their_value(site: Site) -> None:
    for path, content in files(site).items():
        if not path.startswith(("schema/", "examples/")):
            value = json.loads(content)
            expected = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
            assert expected == content


def test_texts_are_written_in_their_own_letters(golden_site: Site) -> None:
    assert "النرويج".encode() in files(golden_site)["NO/ar.json"]


def test_a_bundle_says_what_its_name_says(golden: Built) -> None:
    assert golden.site
    for path, content in files(golden.site).items():
        if not path.startswith(("schema/", "examples/")):
            bundle = json.loads(content)
            assert path == f"{bundle['jurisdiction']}/{bundle['locale']}.json"


def test_a_candidate_holds_every_word_of_its_pages_and_no_others(golden_site: Site) -> None:
    (norway,) = candidates(golden_site)
    pages = json.loads(norway.pages)
    assert set(pages) == {
        page.address
        for page in golden_site.pages
        if page.scope.root.startswith("no/")
        and page.scope.menu[-1].address != page.scope.root
        and page.scope.root.count("/") == 2
    }
    start = next(page for page in golden_site.pages if page.address == "no/en/")
    assert {start.title, start.description, *start.notices} <= set(pages["no/en/"])
