"""trust.yml: keys are what they say, stand once, and belong to the partner of their place."""

from dataclasses import replace
from pathlib import Path

import pytest

from builder.model.library import Library
from builder.model.order import Order
from builder.model.trust import PublicKey
from builder.pipeline import check
from builder.validate import trust
from builder.validate.review import Review
from builder.validate.surroundings import AuthorFiles, Surroundings
from tests.conftest import SHIPPED, TODAY, edit, found
from tests.parties import eddsa
from tests.signing import EXCHANGE, LATEST, entry, police_of, trust_file, trust_yml, with_trust

POLICE = police_of("NO").key


@pytest.fixture
def trusted(project: Path) -> Path:
    return with_trust(project)


def test_a_project_without_keys_is_sound(project: Path) -> None:
    assert found(project) == []
    (project / "trust.yml").write_text("latest: []\nexchange: []\npolice: {}\n", "utf-8")
    assert found(project) == []


def test_keys_of_all_parties_are_sound(trusted: Path) -> None:
    assert found(trusted) == []
    library = check(Order(trusted, TODAY)).verdict.library
    assert library
    assert library.trust.trust == trust_file({"NO": "no-police"}).trust


def test_an_ed25519_key_is_sound(project: Path) -> None:
    (project / "trust.yml").write_text(trust_yml(latest=eddsa("latest").key), "utf-8")
    assert found(project) == []


@pytest.mark.parametrize("line", ["latest: []\n", "exchange: []\n"])
def test_two_keys_of_a_party_are_sound_and_five_are_too_many(trusted: Path, line: str) -> None:
    party = line.partition(":")[0]
    old = entry(LATEST.key if party == "latest" else EXCHANGE.key)
    further = [entry(eddsa(str(number)).key) for number in range(4)]
    edit(trusted, "trust.yml", f"{party}:\n{old}", f"{party}:\n{old}{further[0]}")
    assert found(trusted) == []
    edit(trusted, "trust.yml", further[0], "".join(further))
    assert [code for _, _, code in found(trusted)] == ["wrong-count"]


@pytest.mark.parametrize(("key", "line"), [(LATEST.key, 4), (EXCHANGE.key, 10), (POLICE, 19)])
def test_a_wrong_number_of_any_party_is_found_at_its_line(trusted: Path, key: PublicKey, line: int) -> None:
    last = "0" if key.keyid[-1] != "0" else "1"
    edit(trusted, "trust.yml", f"keyid: {key.keyid}", f"keyid: {key.keyid[:-1]}{last}")
    assert found(trusted) == [("trust.yml", line, "bad-key")]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (f"keyid: {POLICE.keyid}", f"keyid: {POLICE.keyid.upper()}", "bad-key"),
        (f"keyid: {POLICE.keyid}", "keyid: 3fa9", "bad-key"),
        (f"spki: {POLICE.spki}", f"spki: {POLICE.spki[:-2]}", "bad-key"),
        (f"spki: {POLICE.spki}", "spki: AAAA", "bad-key"),
        (f"spki: {POLICE.spki}", f"spki: {'A' * 200}", "bad-key"),
        (f"spki: {POLICE.spki}", f"spki: {'A' * 201}", "bad-key"),
        (f"        spki: {POLICE.spki}\n", "", "missing-key"),
        ("partner: no-police", "partner: No Police", "bad-name"),
        ("  NO:\n", "  no:\n", "bad-jurisdiction"),
    ],
)
def test_a_slip_is_found(trusted: Path, old: str, new: str, code: str) -> None:
    edit(trusted, "trust.yml", old, new)
    assert [found_code for _, _, found_code in found(trusted)] == [code]


def test_a_private_key_has_no_place(trusted: Path) -> None:
    edit(trusted, "trust.yml", f"        spki: {POLICE.spki}\n", f"        spki: {POLICE.spki}\n        secret: abc\n")
    assert [code for _, _, code in found(trusted)] == ["unknown-key"]


@pytest.mark.parametrize("other", [LATEST.key, EXCHANGE.key])
def test_one_key_for_two_parties_is_found_once_where_it_stands_again(trusted: Path, other: PublicKey) -> None:
    edit(trusted, "trust.yml", POLICE.keyid, other.keyid)
    edit(trusted, "trust.yml", POLICE.spki, other.spki)
    assert found(trusted) == [("trust.yml", 19, "duplicate-id")]


def test_a_police_key_of_two_places_is_found(trusted_library: Library) -> None:
    police = trusted_library.trust.police
    shared = {**police, "SG": police["SG"].model_copy(update={"keys": police["HK"].keys})}
    assert told(trusted_library, police=shared) == [("duplicate-id", "This key stands here a second time")]


@pytest.fixture(scope="module")
def trusted_library() -> Library:
    """Hong Kong and Singapore of the shipped content, with keys."""
    library = check(Order(SHIPPED, TODAY)).verdict.library
    assert library
    partners = {place: library.jurisdictions[place].facts.partners[0] for place in ("HK", "SG")}
    return replace(library, trust=trust_file(partners))


def told(library: Library, **changes: object) -> list[tuple[str, str]]:
    """Codes and the beginnings of the sentences."""
    changed = replace(library, trust=library.trust.model_copy(update=changes))
    documents = {document.source.path: document for document in check(Order(SHIPPED, TODAY)).documents}
    review = Review(changed, documents, TODAY, Surroundings(AuthorFiles(frozenset(documents))))
    problems = [*trust.keys(review), *trust.parties(review)]
    return [(problem.code, problem.message.partition(";")[0]) for problem in problems]


def test_the_partner_of_another_place_is_found(trusted_library: Library) -> None:
    police = trusted_library.trust.police
    swapped = {"HK": police["HK"], "SG": police["SG"].model_copy(update={"partner": police["HK"].partner})}
    partner = police["HK"].partner
    assert told(trusted_library, police=swapped) == [("unknown-reference", f"“{partner}” is no partner of SG.")]


def test_keys_of_a_place_that_is_not_there_are_found_once(trusted: Path) -> None:
    edit(trusted, "trust.yml", "  NO:\n", "  SE:\n")
    assert found(trusted) == [("trust.yml", 14, "unknown-reference")]


def test_a_partner_whose_own_file_is_broken_is_not_reported_again(trusted: Path) -> None:
    edit(trusted, "content/partners/no-police/partner.yml", "confidence: high", "confidence: certain")
    assert {file for file, _, _ in found(trusted)} == {"content/partners/no-police/partner.yml"}
