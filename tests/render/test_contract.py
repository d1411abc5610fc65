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

NAMES = ("bundle", "envelope", "latest", "release", "trust")


def contract(site: Site) -> dict[str, bytes]:
    """The contract's own files, by path below `warnings/v1/`."""
    made = contract_files(site.base_url, json_bytes(site.bundles[0]))
    return {file.path.removeprefix(WARNINGS): file.content for file in made}


def bundles(site: Site) -> dict[str, bytes]:
    """The bundles by jurisdiction and locale."""
    return {
        f"{found.jurisdiction}/{locale}.json": content
        for found in candidates(site)
        for locale, content in found.bundles.items()
    }


def validator(name: str, site: Site) -> Draft202012Validator:
    published: dict[str, Any] = json.loads(contract(site)[f"schema/{name}.json"])
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
    assert expected == bundles(site).keys()


def test_every_bundle_keeps_the_published_contract(site: Site) -> None:
    for content in bundles(site).values():
        assert faults("bundle", site, content) == []


def test_the_example_keeps_the_published_contract(site: Site) -> None:
    assert faults("bundle", site, contract(site)["examples/bundle.json"]) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_contract_says_its_dialect_and_where_it_stands(golden_site: Site, name: str) -> None:
    published = json.loads(contract(golden_site)[f"schema/{name}.json"])
    assert published["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert published["$id"] == f"https://golden.example/warnings/v1/schema/{name}.json"


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_ignores_members_it_does_not_know(name: str) -> None:
    assert '"additionalProperties": false' not in json.dumps(schema(name, "https://a.example/"))


@pytest.mark.parametrize("name", NAMES)
def test_every_contract_says_its_promise_where_tools_show_it(name: str) -> None:
    said = schema(name, "https://a.example/")["description"]
    assert "ignore members and values that you do not know" in said


def test_a_reader_ignores_values_it_does_not_know_but_not_another_type(golden_site: Site) -> None:
    bundle = json.loads(bundles(golden_site)["NO/en.json"])
    bundle["contacts"][0]["kind"] = "video-call"
    assert faults("bundle", golden_site, json.dumps(bundle).encode()) == []
    bundle["contacts"][0]["kind"] = 7
    assert len(faults("bundle", golden_site, json.dumps(bundle).encode())) == 1


def test_a_member_named_title_keeps_its_place() -> None:
    scam = schema("bundle", "https://a.example/")["$defs"]["BundleScam"]
    assert "title" in scam["properties"]
    assert "title" not in scam["properties"]["title"]


def test_without_a_bundle_there_is_a_contract_without_examples(golden_site: Site) -> None:
    made = {file.path.removeprefix(WARNINGS) for file in contract_files(golden_site.base_url, b"")}
    assert made == {*(f"schema/{name}.json" for name in NAMES), "types.d.ts", "openapi.json"}


def test_the_contract_notices_a_broken_bundle(golden_site: Site) -> None:
    bundle = json.loads(bundles(golden_site)["NO/en.json"])
    del bundle["first_call"]
    bundle["draft"] = "yes"
    bundle["contacts"][0]["checked_on"] = "yesterday"
    assert len(faults("bundle", golden_site, json.dumps(bundle).encode())) == 3


def test_bytes_are_the_one_spelling_of_their_value(site: Site) -> None:
    for content in bundles(site).values():
        value = json.loads(content)
        expected = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        assert expected == content


def test_texts_are_written_in_their_own_letters(golden_site: Site) -> None:
    assert "النرويج".encode() in bundles(golden_site)["NO/ar.json"]


def test_a_bundle_says_what_its_name_says(golden: Built) -> None:
    assert golden.site
    for path, content in bundles(golden.site).items():
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
