"""A place whose new words wait for approval: an app ships what was approved, and nothing else."""

import json
from dataclasses import replace

import pytest

from builder.approval.standing import candidate
from builder.model.approval import Candidate
from builder.model.library import Library
from builder.model.order import Order
from builder.model.output import OutputFile
from builder.model.trust import Keys
from builder.pipeline import check, make
from builder.render.fallback import fallback_files
from tests.approval.test_standing import changed
from tests.conftest import SHIPPED, TODAY, copy_project
from tests.signing import LATEST, filed, put, trust_file, trust_yml


@pytest.fixture(scope="module")
def library() -> Library:
    found = check(Order(SHIPPED, TODAY)).verdict.library
    assert found
    partners = {"SG": found.jurisdictions["SG"].facts.partners[0]}
    return replace(found.only(["SG"]), trust=trust_file(partners))


@pytest.fixture(scope="module")
def newer(library: Library) -> Candidate:
    """The words that nobody has approved yet."""
    return candidate(library, "SG", TODAY)


@pytest.fixture(scope="module")
def fallback(library: Library, newer: Candidate, tmp_path_factory: pytest.TempPathFactory) -> tuple[OutputFile, ...]:
    root = copy_project(SHIPPED, tmp_path_factory.mktemp("held") / "project")
    partners = {place: police.partner for place, police in library.trust.police.items()}
    (root / "trust.yml").write_text(trust_yml(partners), "utf-8")
    put(root, filed(changed(newer)))
    built = make(Order(root, TODAY, production=True), Keys(LATEST))
    assert built.site, built.problems
    return fallback_files(built.files)


def test_the_approved_words_are_inside_and_the_waiting_ones_are_not(
    fallback: tuple[OutputFile, ...], newer: Candidate
) -> None:
    shipped = {file.content for file in fallback}
    approved = changed(newer).bundles
    differing = {locale for locale, bundle in newer.bundles.items() if bundle != approved[locale]}
    assert differing
    assert set(approved.values()) <= shipped
    assert not {newer.bundles[locale] for locale in differing} & shipped


def test_places_that_nobody_approved_are_not_inside(fallback: tuple[OutputFile, ...]) -> None:
    places = {file.path.split("/")[2] for file in fallback if file.path.count("/") == 3}
    assert places == {"SG"}
    trust = next(json.loads(file.content) for file in fallback if file.path.endswith("trust.json"))
    assert trust["development"] is False
