"""Where a jurisdiction stands: approved, changed, waiting, expired, or lied about."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from builder.approval.standing import KEPT_RELEASES, Standing, candidate, standings
from builder.model.approval import Candidate, FiledRelease
from builder.model.json_bytes import json_bytes
from builder.model.library import Library
from builder.model.release import RELEASE_DAYS
from builder.model.trust import Party
from tests.conftest import TODAY
from tests.signing import VERSION, at, filed

NOW = at(str(TODAY))
END = NOW + timedelta(days=RELEASE_DAYS)


def standing(library: Library, releases: Iterable[FiledRelease], moment: datetime = NOW) -> Standing:
    """Hong Kong's."""
    return standings(library, releases, moment)[0]


def changed(content: Candidate, locale: str = "en") -> Candidate:
    """The content with other words, as of an earlier proposal."""
    other = json_bytes(json.loads(content.bundles[locale]) | {"label": "Something else"})
    return replace(content, bundles={**content.bundles, locale: other})


def test_without_a_proposal_nobody_has_approved_anything(library: Library) -> None:
    places = standings(library, (), NOW)
    assert [str(place) for place in places] == [
        "HK: nobody has approved anything yet.",
        "SG: nobody has approved anything yet.",
    ]
    assert not any(place.publishable or place.current or place.signed for place in places)


def test_a_release_that_all_parties_signed_is_approved(library: Library, hong_kong: Candidate) -> None:
    place = standing(library, [filed(hong_kong)])
    assert str(place) == "HK: release 2026112201 is approved until 2027-02-20."
    assert place.publishable
    assert [release.bundles for release in place.signed] == [hong_kong.bundles]


def test_a_candidate_is_the_same_bytes_every_time(library: Library, hong_kong: Candidate) -> None:
    assert candidate(library, "HK", TODAY) == hong_kong


def test_a_candidate_does_not_depend_on_other_places(library: Library, hong_kong: Candidate) -> None:
    assert candidate(library.only(["HK"]), "HK", TODAY) == hong_kong


@pytest.mark.parametrize(
    ("parties", "waited_for"),
    [((), "exchange and the police"), (("police",), "exchange"), (("exchange",), "police")],
)
def test_it_says_who_is_waited_for(
    library: Library, hong_kong: Candidate, parties: tuple[Party, ...], waited_for: str
) -> None:
    place = standing(library, [filed(hong_kong, parties=parties)])
    assert str(place) == f"HK: release 2026112201 waits for the {waited_for}."
    assert (place.publishable, place.signed, place.current) == (False, (), True)


def test_content_that_changed_since_its_approval_is_held_back_and_the_old_release_stays(
    library: Library, hong_kong: Candidate
) -> None:
    place = standing(library, [filed(changed(hong_kong))])
    assert str(place) == (
        "HK: the content has changed since release 2026112201 was proposed. Release 2026112201 stays in force."
    )
    assert not place.publishable
    assert [release.statement.version for release in place.signed] == [VERSION]


def test_a_change_of_the_pages_alone_is_a_change(library: Library, hong_kong: Candidate) -> None:
    other = replace(hong_kong, pages=hong_kong.pages.replace(b"Hong Kong", b"Kowloon", 1))
    assert other != hong_kong
    assert not standing(library, [filed(other)]).publishable


def test_a_language_that_was_added_or_left_out_is_a_change(library: Library, hong_kong: Candidate) -> None:
    fewer = replace(hong_kong, bundles={"en": hong_kong.bundles["en"]})
    more = replace(hong_kong, bundles={**hong_kong.bundles, "xx": b"{}"})
    assert not standing(library, [filed(fewer)]).publishable
    assert not standing(library, [filed(more)]).publishable


def test_a_new_version_waits_while_the_old_one_stays_in_force(library: Library, hong_kong: Candidate) -> None:
    place = standing(library, [filed(changed(hong_kong)), filed(hong_kong, VERSION + 1, ["police"])])
    assert str(place) == "HK: release 2026112202 waits for the exchange. Release 2026112201 stays in force."
    assert (place.publishable, place.approved) == (False, changed(hong_kong))


def test_a_new_version_takes_the_place_of_the_old_one(library: Library, hong_kong: Candidate) -> None:
    place = standing(library, [filed(changed(hong_kong)), filed(hong_kong, VERSION + 1)])
    assert place.publishable
    assert [release.statement.version for release in place.signed] == [VERSION + 1, VERSION]


def test_words_that_were_changed_and_changed_back_are_still_approved(library: Library, hong_kong: Candidate) -> None:
    place = standing(library, [filed(hong_kong), filed(changed(hong_kong), VERSION + 1, ["police"])])
    assert str(place) == "HK: release 2026112201 is approved until 2027-02-20."
    assert place.publishable


def test_a_renewal_that_waits_holds_nothing_back(library: Library, hong_kong: Candidate) -> None:
    later = at("2027-02-01")
    renewal = filed(candidate(library, "HK", later.date()), 2027020101, ["police"])
    place = standing(library, [filed(hong_kong), renewal], later)
    assert str(place) == (
        "HK: release 2026112201 is approved until 2027-02-20. Release 2027020101 waits for the exchange."
    )
    assert place.publishable


def test_a_release_ends_with_its_last_moment(library: Library, hong_kong: Candidate) -> None:
    assert standing(library, [filed(hong_kong)], END - timedelta(seconds=1)).publishable
    ended = standing(library, [filed(hong_kong)], END)
    assert str(ended) == "HK: release 2026112201 has expired; sign a new one."
    assert (ended.publishable, ended.signed, ended.approved) == (False, (), hong_kong)


def test_an_expired_release_of_other_words_has_expired_too(library: Library, hong_kong: Candidate) -> None:
    ended = standing(library, [filed(changed(hong_kong))], END)
    assert str(ended) == "HK: release 2026112201 has expired; sign a new one."


def test_a_proposal_that_nobody_completed_in_its_time_is_forgotten(library: Library, hong_kong: Candidate) -> None:
    place = standing(library, [filed(hong_kong, parties=["police"])], END)
    assert str(place) == "HK: nobody has approved anything yet."
    assert place.newest is None


def test_a_release_from_the_future_is_not_believed_yet(library: Library, hong_kong: Candidate) -> None:
    tomorrow = filed(candidate(library, "HK", at("2026-11-23").date()), 2026112301)
    place = standing(library, [filed(hong_kong), tomorrow])
    assert str(place) == (
        "HK: release 2026112201 is approved until 2027-02-20. "
        "HK 2026112301 is not believed: it is of 2026-11-23, which has not come yet."
    )
    assert standing(library, [tomorrow], at("2026-11-23")).publishable


def test_the_ten_newest_releases_are_kept(library: Library, hong_kong: Candidate) -> None:
    releases = [filed(hong_kong, VERSION + number) for number in range(KEPT_RELEASES + 2)]
    kept = [release.statement.version for release in standing(library, releases).signed]
    assert kept == [VERSION + 11 - number for number in range(10)]


def test_expired_releases_are_not_kept(library: Library, hong_kong: Candidate) -> None:
    later = at("2027-02-01")
    current = filed(candidate(library, "HK", later.date()), 2027020101)
    both = standing(library, [filed(hong_kong), current], later)
    assert [release.statement.version for release in both.signed] == [2027020101, VERSION]
    assert [release.statement.version for release in standing(library, [filed(hong_kong), current], END).signed] == [
        2027020101
    ]


def test_a_lie_is_told_and_what_was_signed_before_stays(library: Library, hong_kong: Candidate) -> None:
    lie = filed(hong_kong, VERSION + 1)
    lie = replace(lie, files={**lie.files, "en.json": b"{}"})
    place = standing(library, [filed(hong_kong), lie])
    assert place.publishable
    assert str(place) == (
        "HK: release 2026112201 is approved until 2027-02-20. "
        "HK 2026112202 is not believed: en.json is missing or was changed after the proposal."
    )


def test_a_lie_about_one_place_leaves_the_others(library: Library, hong_kong: Candidate, singapore: Candidate) -> None:
    files = {**filed(hong_kong).files, "police.signature.json": filed(singapore).files["police.signature.json"]}
    lied, other = standings(library, [replace(filed(hong_kong), files=files), filed(singapore)], NOW)
    assert str(lied) == (
        "HK: nobody has approved anything yet. HK 2026112201 is not believed: "
        "police.signature.json is not by a key of the police in trust.yml, or not over these bytes."
    )
    assert other.publishable


def test_a_release_in_the_folder_of_another_place_counts_for_neither(library: Library, singapore: Candidate) -> None:
    places = standings(library, [replace(filed(singapore), jurisdiction="HK")], NOW)
    assert [place.publishable for place in places] == [False, False]
    assert places[0].faults == ("HK 2026112201 is not believed: release.json is of SG 2026112201",)


def test_folders_of_places_that_are_gone_are_not_looked_at(library: Library, hong_kong: Candidate) -> None:
    places = standings(library, [FiledRelease("XX", "2026112201", {}), filed(hong_kong)], NOW)
    assert [(place.jurisdiction, place.publishable, place.faults) for place in places] == [
        ("HK", True, ()),
        ("SG", False, ()),
    ]


@pytest.mark.parametrize("name", ["notes", "2026-11-22", "٢٠٢٦١١٢٢٠١", "", "2026112201.old"])
def test_a_folder_by_any_name_is_only_told(library: Library, hong_kong: Candidate, name: str) -> None:
    place = standing(library, [filed(hong_kong), FiledRelease("HK", name, {})])
    assert place.publishable
    assert place.faults == (f"HK {name} is not believed: release.json is missing or damaged",)
