"""What differs between two releases: every digit of a number is seen, and first."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from builder.approval.signing import Asked
from builder.compare import Change, Difference, Kind, compare, state_of_candidate
from builder.model.approval import Candidate
from builder.model.json_bytes import json_bytes
from builder.report.approvals import approval_lines
from builder.seal.proposals import opened
from tests.signing import filed, trust_file

ADDRESSES = {"number", "display", "href", "url", "page"}
DATES = {"starts_on", "ends_on", "checked_on"}


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from leaves(inner, (*path, key))
    if not isinstance(value, dict | list):
        yield path, value


def differences(before: Candidate | None, after: Candidate) -> Difference:
    return compare(state_of_candidate(before), state_of_candidate(after), in_full=True)


def dangerous_changes(before: Candidate | None, after: Candidate) -> tuple[Change, ...]:
    return differences(before, after).dangerous


def with_value(content: Candidate, locale: str, path: tuple[Any, ...], value: Any) -> Candidate:
    """The content with one value replaced in the bundle of one language."""
    bundle = json.loads(content.bundles[locale])
    inner = bundle
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return replace(content, bundles={**content.bundles, locale: json_bytes(bundle)})


def shown(before: Candidate | None, after: Candidate) -> list[str]:
    """What a party reads before it signs, as lines."""
    trust = trust_file({"HK": "hk-police"}).trust
    request = Asked(opened(filed(after, parties=[]), trust), before, {})
    return [line for text in approval_lines(request) for line in text.plain.split("\n")]


def numbers_shown(before: Candidate, after: Candidate) -> list[str]:
    """The part that comes first."""
    lines = shown(before, after)
    start = next(at for at, line in enumerate(lines) if line.startswith("Numbers, addresses and dates"))
    end = next((at for at, line in enumerate(lines) if at > start and not line.startswith(" ")), len(lines))
    return lines[start + 1 : end]


def values(content: Candidate, members: set[str]) -> Iterator[tuple[str, tuple[Any, ...], str]]:
    for locale, bundle in content.bundles.items():
        for path, value in leaves(json.loads(bundle)):
            if path[-1] in members and value is not None:
                yield locale, path, value


def test_without_a_difference_nothing_is_shown(hong_kong: Candidate) -> None:
    assert dangerous_changes(hong_kong, hong_kong) == ()
    assert differences(hong_kong, hong_kong).changes == ()
    assert "Numbers, addresses and dates that differ: 0" in shown(hong_kong, hong_kong)


@pytest.mark.parametrize("place", ["hong_kong", "singapore"])
def test_every_digit_of_every_number_is_shown_among_the_numbers(place: str, request: pytest.FixtureRequest) -> None:
    content: Candidate = request.getfixturevalue(place)
    cases = 0
    for locale, path, value in values(content, {"number", "display", "href"}):
        for at, digit in ((at, digit) for at, digit in enumerate(value) if digit.isdigit()):
            other = f"{value[:at]}{(int(digit) + 1) % 10}{value[at + 1 :]}"
            changes = dangerous_changes(content, with_value(content, locale, path, other))
            assert any(other.removeprefix("tel:") in change.after for change in changes)
            assert any(value.removeprefix("tel:") in change.before for change in changes)
            cases += 1
    assert cases > 40


def test_a_digit_that_differs_stands_in_the_first_part_of_what_is_shown(hong_kong: Candidate) -> None:
    for locale, path, value in values(hong_kong, {"number"}):
        other = value[:-1] + str((int(value[-1]) + 1) % 10)
        lines = numbers_shown(hong_kong, with_value(hong_kong, locale, path, other))
        assert any(line.startswith("  PHONE NUMBER ") and other in line.rpartition(" → ")[2] for line in lines)
        assert any(line.startswith("  PHONE NUMBER ") and value in line.rpartition(" → ")[0] for line in lines)


def test_every_letter_of_every_address_and_date_is_shown(hong_kong: Candidate) -> None:
    for locale, path, value in values(hong_kong, ADDRESSES | DATES):
        other = value[:-1] + ("0" if value[-1] != "0" else "1")
        changes = dangerous_changes(hong_kong, with_value(hong_kong, locale, path, other))
        assert any(other.removeprefix("tel:") in change.after for change in changes)


def test_no_value_of_a_bundle_changes_unseen(hong_kong: Candidate) -> None:
    """Numbers and addresses first, everything else among the texts: what is signed is what was shown."""
    content = replace(hong_kong, pages=b"{}")  # they have a test of their own
    for locale, bundle in content.bundles.items():
        for path, value in leaves(json.loads(bundle)):
            other = f"{value}x" if isinstance(value, str) else "x"
            after = with_value(content, locale, path, other)
            found = shown(content, after)
            assert any(other.removeprefix("tel:") in line for line in found), path


def test_no_text_of_a_page_changes_unseen(hong_kong: Candidate) -> None:
    pages = json.loads(hong_kong.pages)
    for address, texts in pages.items():
        locale = next(
            code for code, bundle in hong_kong.bundles.items() if address.startswith(json.loads(bundle)["page"])
        )
        for at in range(0, len(texts), 7):
            other = {**pages, address: [*texts[:at], f"{texts[at]} (new)", *texts[at + 1 :]]}
            after = replace(hong_kong, pages=json_bytes(other))
            told = [
                change
                for change in differences(hong_kong, after).changes
                if (change.before, change.after) == (texts[at], f"{texts[at]} (new)")
            ]
            assert [change.pages for change in told] == [(address,)]
            assert told[0].locales == (locale,)


def test_the_number_that_a_page_dials_is_shown_where_it_differs(hong_kong: Candidate) -> None:
    dialled = re.search(rb'"tel:([0-9+]+)"', hong_kong.pages)
    assert dialled
    other = dialled[1][:-1] + (b"0" if dialled[1][-1:] != b"0" else b"1")
    after = replace(hong_kong, pages=hong_kong.pages.replace(b'"tel:%b"' % dialled[1], b'"tel:%b"' % other))
    lines = numbers_shown(hong_kong, after)
    assert any(line.startswith("  PHONE NUMBER ") and f"tel:{other.decode()}" in line for line in lines)


def test_numbers_come_before_all_else(hong_kong: Candidate) -> None:
    changes = [change.kind is Kind.phone for change in dangerous_changes(None, hong_kong)]
    assert changes == sorted(changes, reverse=True)
    assert sum(changes) >= 2


def test_a_new_place_shows_every_number_and_text(hong_kong: Candidate) -> None:
    lines = "\n".join(shown(None, hong_kong))
    assert "Nothing was approved before: all is new." in lines
    for _, _, value in values(hong_kong, ADDRESSES | DATES):
        assert value.removeprefix("tel:") in lines
    for text in {text for texts in json.loads(hong_kong.pages).values() for text in texts}:
        assert text.replace("\n", "\n      ").removeprefix("tel:") in lines


def test_what_all_languages_share_stands_once(hong_kong: Candidate) -> None:
    told = [change.said for change in dangerous_changes(None, hong_kong)]
    assert len(set(told)) == len(told)
    first = json.loads(hong_kong.bundles["en"])["contacts"][0]
    whole = f"Hong Kong: contact “{first['name']}”, number: nothing → {first['phone']['display']}"
    assert sum(line.startswith(whole) for line in told) == 1


def test_a_number_that_differs_in_one_language_names_it(hong_kong: Candidate) -> None:
    locale, path, value = next(found for found in values(hong_kong, {"number"}) if found[0] == "zh-Hant")
    (change,) = dangerous_changes(hong_kong, with_value(hong_kong, locale, path, "999999"))
    assert change.where.startswith("Hong Kong, Chinese (Traditional): contact ")
    assert "999999" in change.after
    assert value in change.before


def test_a_contact_that_is_gone_shows_the_number_that_is_lost(hong_kong: Candidate) -> None:
    bundles = {}
    for locale, content in sorted(hong_kong.bundles.items()):
        bundle = json.loads(content)
        lost = bundle["contacts"].pop(0)
        bundles[locale] = json_bytes(bundle)
    name = json.loads(hong_kong.bundles["en"])["contacts"][0]["name"]
    lines = numbers_shown(hong_kong, replace(hong_kong, bundles=bundles))
    said = f"  PHONE NUMBER Hong Kong: contact “{name}”, number: {lost['phone']['display']}"
    assert lines[0].startswith(said)
    assert lines[0].endswith(" → nothing")


def test_two_numbers_that_changed_places_are_two_changes(hong_kong: Candidate) -> None:
    phones = [(locale, path, value) for locale, path, value in values(hong_kong, {"number"}) if locale == "en"][:2]
    (_, one, first), (_, two, second) = phones
    swapped = with_value(with_value(hong_kong, "en", one, second), "en", two, first)
    found = [(change.before, change.after) for change in dangerous_changes(hong_kong, swapped)]
    assert len(found) == 2
    assert all(second in after for before, after in found if before.startswith(first))
    assert all(first in after for before, after in found if before.startswith(second))


def test_a_language_that_is_new_or_gone_shows_all_its_words(hong_kong: Candidate) -> None:
    english = replace(hong_kong, bundles={"en": hong_kong.bundles["en"]})
    new, gone = differences(english, hong_kong), differences(hong_kong, english)
    of_chinese = [change for change in new.of(Kind.text) if change.locales == ("zh-Hant",)]
    assert {change.before for change in of_chinese} == {""}
    assert {change.after for change in of_chinese} == {
        change.before for change in gone.of(Kind.text) if change.locales == ("zh-Hant",)
    }
    assert len(of_chinese) > 50


def test_the_digests_of_what_is_signed_stand_at_the_end(hong_kong: Candidate) -> None:
    digests = [hashlib.sha256(bundle).hexdigest() for _, bundle in sorted(hong_kong.bundles.items())]
    ends = [line.rpartition(" ")[2] for line in shown(hong_kong, hong_kong)[-len(digests) :]]
    assert ends == digests
