"""What a party is asked to sign, and what its approval adds."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from builder.approval.signing import RENEWAL_DAYS, Asked, CannotApprove, approval, asked
from builder.approval.standing import candidate, standings
from builder.model.approval import Candidate, FiledRelease
from builder.model.library import Library
from builder.model.release import RELEASE_DAYS
from builder.model.trust import Party, Signer
from builder.seal.proposals import opened
from tests.approval.test_standing import changed
from tests.conftest import TODAY
from tests.parties import es256
from tests.signing import EXCHANGE, LATEST, VERSION, at, filed, police_of, proposal_files

NOW = at(str(TODAY))


def asked_of(
    library: Library, releases: Iterable[FiledRelease], party: Party = "exchange", moment: datetime = NOW
) -> Asked:
    """What a party of Hong Kong is asked."""
    filed_releases = tuple(releases)
    return asked(library, standings(library, filed_releases, moment)[0], filed_releases, party, moment)


def refusal(library: Library, releases: Iterable[FiledRelease], moment: datetime = NOW) -> str:
    with pytest.raises(CannotApprove) as why:
        asked_of(library, releases, moment=moment)
    return str(why.value)


def test_the_first_party_is_asked_for_a_new_proposal(library: Library, hong_kong: Candidate) -> None:
    request = asked_of(library, ())
    assert request.proposal.content == hong_kong
    assert request.new_files == proposal_files(hong_kong)
    assert (request.folder, request.before) == ("approvals/HK/2026112201", None)


def test_the_second_party_is_asked_for_the_same_bytes(library: Library, hong_kong: Candidate) -> None:
    waiting = filed(hong_kong, parties=["police"])
    request = asked_of(library, [waiting])
    assert request.proposal.payload == waiting.files["release.json"]
    assert request.new_files == {}


def test_days_later_the_second_party_is_still_asked_for_the_same_bytes(library: Library, hong_kong: Candidate) -> None:
    waiting = filed(hong_kong, parties=["police"])
    request = asked_of(library, [waiting], moment=NOW + timedelta(days=40))
    assert request.proposal.payload == waiting.files["release.json"]


def test_content_that_changed_meanwhile_needs_a_new_proposal(library: Library, hong_kong: Candidate) -> None:
    request = asked_of(library, [filed(changed(hong_kong), parties=["police"])])
    assert request.proposal.statement.version == VERSION + 1
    assert request.proposal.content == hong_kong
    assert request.proposal.waits_for == ("exchange", "police")


def test_it_is_compared_with_the_last_release_that_all_signed(library: Library, hong_kong: Candidate) -> None:
    old = changed(hong_kong)
    half = filed(changed(hong_kong, "zh-Hant"), VERSION + 1, ["police"])
    assert asked_of(library, [filed(old), half]).before == old


def test_an_expired_release_is_still_what_the_next_one_is_compared_with(library: Library, hong_kong: Candidate) -> None:
    request = asked_of(library, [filed(hong_kong)], moment=NOW + timedelta(days=RELEASE_DAYS))
    assert request.before == hong_kong
    assert request.proposal.statement.version == 2027022001


def test_nobody_signs_twice(library: Library, hong_kong: Candidate) -> None:
    assert refusal(library, [filed(hong_kong, parties=["exchange"])]) == (
        "Release 2026112201 has the signature of the exchange already."
    )


def test_what_is_approved_and_unchanged_is_not_signed_again(library: Library, hong_kong: Candidate) -> None:
    assert refusal(library, [filed(hong_kong)]) == (
        "Release 2026112201 is approved until 2027-02-20, and nothing has changed. "
        "From 2027-01-21 on it can be renewed."
    )


def test_near_its_end_a_release_can_be_renewed_unchanged(library: Library, hong_kong: Candidate) -> None:
    """Otherwise there would be days without one: the signatures of two parties take time."""
    renewable = NOW + timedelta(days=RELEASE_DAYS - RENEWAL_DAYS)
    assert refusal(library, [filed(hong_kong)], renewable - timedelta(seconds=1))
    request = asked_of(library, [filed(hong_kong)], moment=renewable)
    assert request.proposal.statement.version == 2027012101
    assert request.before == hong_kong


def test_an_expired_proposal_is_never_signed(library: Library, hong_kong: Candidate) -> None:
    later = NOW + timedelta(days=RELEASE_DAYS)
    request = asked_of(library, [filed(hong_kong, parties=["police"])], moment=later)
    assert request.proposal.statement.version == 2027022001
    assert request.proposal.statement.expires > later


def test_the_time_of_the_day_does_not_matter(library: Library) -> None:
    evening = NOW + timedelta(hours=23, minutes=59)
    assert asked_of(library, ()).new_files == asked_of(library, (), moment=evening).new_files


@pytest.mark.parametrize("version", ["2026112203", "2026112299"])
def test_a_damaged_folder_keeps_its_number(library: Library, version: str) -> None:
    damaged = FiledRelease("HK", version, {"release.json": b"{"})
    if version.endswith("99"):
        assert refusal(library, [damaged]) == "The folder HK/2026112299 takes the last number of today."
    else:
        assert asked_of(library, [damaged]).proposal.statement.version == 2026112204


@pytest.mark.parametrize(
    "name", ["notes", "9999123199", "2026112101", "٢٠٢٦١١٢٢٠٥", "2026112207.old", "20261122007", "202611220"]
)
def test_a_folder_of_another_day_or_by_another_name_takes_no_number(library: Library, name: str) -> None:
    """A version far ahead would lock every client out: they take nothing that is lower than what they have seen."""
    assert asked_of(library, [FiledRelease("HK", name, {})]).proposal.statement.version == VERSION


def test_folders_of_other_places_take_no_number(library: Library) -> None:
    assert asked_of(library, [FiledRelease("SG", "2026112207", {})]).proposal.statement.version == VERSION


@pytest.mark.parametrize(("party", "signer"), [("exchange", EXCHANGE), ("police", police_of("HK"))])
def test_an_approval_files_the_proposal_and_one_signature(
    library: Library, hong_kong: Candidate, party: Party, signer: Signer
) -> None:
    files = approval(asked_of(library, ()), party, signer, library)
    expected = filed(hong_kong, parties=[party]).files
    assert {path.removeprefix("approvals/HK/2026112201/") for path in files} == set(expected)
    assert list(files)[-1].endswith(f"/{party}.signature.json")
    named = {path.rpartition("/")[2]: content for path, content in files.items()}
    assert opened(FiledRelease("HK", str(VERSION), named), library.trust.trust).signatures.keys() == {party}


def test_the_second_approval_files_its_signature_alone(library: Library, hong_kong: Candidate) -> None:
    waiting = filed(hong_kong, parties=["police"])
    files = approval(asked_of(library, [waiting]), "exchange", EXCHANGE, library)
    assert list(files) == ["approvals/HK/2026112201/exchange.signature.json"]
    named = {path.rpartition("/")[2]: content for path, content in files.items()}
    assert not opened(replace(waiting, files={**waiting.files, **named}), library.trust.trust).waits_for


@pytest.mark.parametrize(
    ("party", "signer", "of"),
    [
        ("police", EXCHANGE, "the police of HK"),
        ("police", police_of("SG"), "the police of HK"),
        ("police", LATEST, "the police of HK"),
        ("exchange", police_of("HK"), "the exchange"),
        ("exchange", es256("thief"), "the exchange"),
    ],
)
def test_a_key_of_somebody_else_signs_nothing(library: Library, party: Party, signer: Signer, of: str) -> None:
    with pytest.raises(CannotApprove) as why:
        approval(asked_of(library, ()), party, signer, library)
    assert str(why.value) == f"This key is not one of {of} in trust.yml (its number is {signer.key.keyid})."


def test_a_proposal_by_somebody_who_has_no_key_differs_in_nothing_but_its_number(
    library: Library, hong_kong: Candidate
) -> None:
    """Whoever can change files may file an unsigned proposal; all it can choose is how it counts within a past day."""
    foreign = filed(hong_kong, VERSION + 41, parties=[])
    mine, theirs = (asked_of(library, releases).proposal for releases in ((), [foreign]))
    assert theirs.content == mine.content == candidate(library, "HK", TODAY)
    assert theirs.statement == mine.statement.model_copy(update={"version": VERSION + 41})
