"""A production build of two places: one is approved as it is, the other one has changed since."""

import base64
import hashlib
import json

import pytest

from builder.approval.standing import Standing, standings
from builder.model.approval import Candidate
from builder.model.bundle import Bundle
from builder.model.json_bytes import json_bytes
from builder.model.library import Library
from builder.model.order import Order
from builder.model.trust import Keys
from builder.pipeline import Built, make
from tests.approval.test_standing import changed
from tests.conftest import SHIPPED, TODAY, copy_project
from tests.signing import LATEST, VERSION, at, filed, put, trust_yml

WARNINGS = "warnings/v1/"


@pytest.fixture(scope="module")
def older(singapore: Candidate) -> Candidate:
    """What Singapore's parties approved before its words were changed."""
    return changed(singapore)


@pytest.fixture(scope="module")
def built(library: Library, hong_kong: Candidate, older: Candidate, tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = copy_project(SHIPPED, tmp_path_factory.mktemp("held") / "project")
    partners = {place: police.partner for place, police in library.trust.police.items()}
    (root / "trust.yml").write_text(trust_yml(partners), "utf-8")
    for release in (filed(hong_kong), filed(older, VERSION)):
        put(root, release)
    return make(Order(root, TODAY, production=True), Keys(LATEST))


@pytest.fixture(scope="module")
def published(built: Built) -> dict[str, bytes]:
    assert built.site, built.problems
    return {file.path: file.content for file in built.files}


def named(locale: str, content: bytes) -> str:
    return f"{locale}.{hashlib.sha256(content).hexdigest()[:16]}.json"


def test_every_place_says_where_it_stands(built: Built) -> None:
    sentences = {told.place: told.held_back for told in built.told}
    assert sentences["HK"] == ""
    assert sentences["SG"] == (
        "SG: the content has changed since release 2026112201 was proposed. Release 2026112201 stays in force."
    )
    assert sentences["GB"] == "GB: nobody has approved anything yet."


def test_the_pointer_names_both_and_nobody_else(published: dict[str, bytes]) -> None:
    latest = json.loads(base64.b64decode(json.loads(published[f"{WARNINGS}latest.json"])["payload"]))
    assert [(entry["jurisdiction"], entry["version"]) for entry in latest["releases"]] == [
        ("HK", VERSION),
        ("SG", VERSION),
    ]
    for entry in latest["releases"]:
        content = published[f"{WARNINGS}{entry['jurisdiction']}/release.{entry['sha256'][:16]}.json"]
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (entry["sha256"], entry["length"])


def test_every_place_is_published_as_its_parties_signed_it(
    published: dict[str, bytes], hong_kong: Candidate, older: Candidate
) -> None:
    for content in (hong_kong, older):
        folder = f"{WARNINGS}{content.jurisdiction}/"
        bundles = {
            path: found for path, found in published.items() if path.startswith(folder) and "/release." not in path
        }
        assert bundles == {f"{folder}{named(locale, bundle)}": bundle for locale, bundle in content.bundles.items()}


def test_words_that_nobody_approved_are_nowhere(published: dict[str, bytes], singapore: Candidate) -> None:
    assert not [path for path in published if path.startswith(("gb/", f"{WARNINGS}GB/"))]
    assert f"{WARNINGS}SG/{named('en', singapore.bundles['en'])}" not in published


def test_nothing_calls_itself_a_draft(published: dict[str, bytes]) -> None:
    assert json.loads(published[f"{WARNINGS}trust.json"])["development"] is False
    bundles = [content for path, content in published.items() if path.startswith((f"{WARNINGS}HK/", f"{WARNINGS}SG/"))]
    assert {json.loads(content)["draft"] for content in bundles if b'"draft"' in content} == {False}


def test_what_is_in_force_can_be_read_again(library: Library, hong_kong: Candidate) -> None:
    place = _hong_kong(library, hong_kong)
    assert place.last_approved == tuple(
        Bundle.model_validate_json(content) for _, content in sorted(hong_kong.bundles.items())
    )
    assert standings(library, (), at(str(TODAY)))[0].last_approved == ()


def test_what_a_later_contract_cannot_read_is_published_and_not_shown(library: Library, hong_kong: Candidate) -> None:
    later = {
        locale: json_bytes({**json.loads(bundle), "format": "antiscam-bundle/9"})
        for locale, bundle in hong_kong.bundles.items()
    }
    place = _hong_kong(library, Candidate("HK", later, hong_kong.pages))
    assert place.last_approved == ()
    assert place.signed[0].bundles == later


def _hong_kong(library: Library, content: Candidate) -> Standing:
    return standings(library, [filed(content)], at(str(TODAY)))[0]
