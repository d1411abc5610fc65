"""What a police partner's monitor finds."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from builder.pipeline import Built
from builder.verify.client import Seen
from builder.verify.failure import VerificationFailure
from builder.verify.monitor import WARNINGS, Finding, Inspection, inspect
from builder.verify.sources import Read
from tests.conformance.changes import Change, changed, put
from tests.conformance.invented import TRUST

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
PAGE = '<a href="tel:18222">18222</a>'
ON_PAGE = put("bundle", "page", "hk/en/")


def reading(files: Mapping[str, bytes]) -> Read:
    def read(part: str, path: str) -> bytes:
        if path not in files:
            raise VerificationFailure(f"{part}-missing")
        return files[path]

    return read


def simulated(*changes: Change, page: str = PAGE, contacts: str = "") -> Read:
    responses = changed((ON_PAGE, *changes)).responses()
    pages = {"hk/en/": page.encode(), "hk/en/contacts/": contacts.encode()}
    return reading({**{WARNINGS + path: at.body for path, at in responses.items()}, **pages})


def inspected(*changes: Change, page: str = PAGE, now: datetime = NOW, **more: Any) -> Inspection:
    return inspect(TRUST, simulated(*changes, page=page), now, ["HK"], **more)


def found(*changes: Change, **more: Any) -> list[tuple[str, str]]:
    return [(finding.code, finding.detail) for finding in inspected(*changes, **more).findings]


@pytest.mark.parametrize("which", ["golden", "shipped"])
def test_what_we_publish_passes_with_the_partners_own_list(which: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(which)
    files = {file.path.removesuffix("index.html"): file.content for file in built.files}
    trust = json.loads(files[f"{WARNINGS}trust.json"])
    numbers: dict[str, set[str]] = {}
    for path, content in files.items():
        if path.startswith(WARNINGS) and path.count("/") == 3 and b'"antiscam-bundle/1"' in content[:20000]:
            bundle = json.loads(content)
            if "contacts" in bundle and "examples" not in path:
                listed = numbers.setdefault(bundle["jurisdiction"], set())
                listed |= {contact["phone"]["number"] for contact in bundle["contacts"] if contact["phone"]}
    result = inspect(trust, reading(files), NOW, sorted(trust["police"]), numbers)
    assert result.findings == ()
    assert result.proved >= 3
    assert sorted(result.seen) == sorted(trust["police"])


def test_a_sound_place_has_no_finding() -> None:
    result = inspected(numbers={"HK": ["18222"]})
    assert (result.findings, result.proved) == ((), 1)
    assert result.seen["HK"].version == 2026112224


def test_what_cannot_be_proved_is_found_with_its_place() -> None:
    result = inspect(TRUST, simulated(put("bundle", "label", "")), NOW, ["HK", "GB", "FR"])
    codes = [("HK", "bundle-malformed"), ("GB", "release-missing"), ("FR", "unknown-jurisdiction")]
    assert result.findings == tuple(Finding(place, code) for place, code in codes)


def test_with_half_of_its_time_gone_somebody_should_look() -> None:
    def at(text: str) -> list[tuple[str, str]]:
        return found(now=datetime.fromisoformat(text))

    end = "2026-11-25T06:00:00Z"
    assert at("2026-11-23T18:00:00Z") == []
    assert at("2026-11-23T18:00:01Z") == [("latest-ageing", end)]
    assert at("2026-11-25T05:59:59Z") == [("latest-ageing", end)]
    assert at(end) == [("latest-expired", end)]


def test_numbers_that_the_list_does_not_have_or_alone_has_are_found() -> None:
    assert found(numbers={"HK": ["999"], "GB": ["18222"]}) == [("number-unknown", "18222"), ("number-missing", "999")]
    assert found(numbers={}) == [("number-unknown", "18222")]
    assert found(numbers=None) == []


def test_a_page_that_dials_something_else_is_found() -> None:
    page = PAGE + '<a href="tel:18223">18222</a><a href="tel:é">'
    assert found(page=page)[0] == ("page-number-unknown", "hk/en/ 18223")
    assert len(found(page=page)) == 2


def test_a_contacts_page_that_dials_something_else_is_found() -> None:
    read = simulated(contacts='<a href="tel:18223">18222</a>')
    findings = inspect(TRUST, read, NOW, ["HK"]).findings
    assert findings == (Finding("HK", "page-number-unknown", "hk/en/contacts/ 18223"),)


@pytest.mark.parametrize(("code", "expected"), [("page-missing", ()), ("page-unreachable", ("page-unreachable",))])
def test_only_the_contacts_page_may_be_missing(code: str, expected: tuple[str, ...]) -> None:
    sound = simulated()

    def read(part: str, path: str) -> bytes:
        if path.endswith("contacts/"):
            raise VerificationFailure(code)
        return sound(part, path)

    assert tuple(finding.code for finding in inspect(TRUST, read, NOW, ["HK"]).findings) == expected


def test_a_release_that_ends_soon_calls_the_parties_together() -> None:
    late = datetime(2027, 2, 10, 12, tzinfo=UTC)
    codes = [finding.code for finding in inspected(now=late).findings]
    assert "release-ageing" in codes
    assert "release-ageing" not in [finding.code for finding in inspected(now=NOW).findings]


def test_a_page_that_is_gone_is_found() -> None:
    files = {WARNINGS + path: at.body for path, at in changed((ON_PAGE,)).responses().items()}
    assert inspect(TRUST, reading(files), NOW, ["HK"]).findings == (Finding("HK", "page-missing"),)


@pytest.mark.parametrize("page", [None, 1, "", "/etc/", "../", "hk/../../", "hk", "é/", "hk//", "hk/\n", "http://x/"])
def test_a_bundle_whose_page_is_no_address_is_found(page: object) -> None:
    assert found(put("bundle", "page", page)) == [("page-unknown", "")]


def phone(number: str, display: str, href: str) -> Change:
    return put("bundle", "contacts.0.phone", {"kind": "e164", "number": number, "display": display, "href": href})


@pytest.mark.parametrize(
    ("number", "display"),
    [
        ("18222", "18222"), ("+443001232040", "0300 123 2040"), ("+443001232040", "+44 300 123 2040"),
        ("+4721234567", "21 23 45 67"), ("+390612345678", "06 1234 5678"), ("+9718002626", "800 2626"), ("999", "999"),
    ],
)  # fmt: skip
def test_a_number_may_be_shown_as_people_write_it(number: str, display: str) -> None:
    assert found(phone(number, display, f"tel:{number}"), page="") == []


@pytest.mark.parametrize(
    ("number", "display"),
    [
        ("18222", "18223"), ("18222", "8222"), ("18222", "+852 18222"), ("+443001232040", "0300 123 2041"),
        ("+443001232040", "1232040"), ("+443001232040", "00000000"), ("+443001232040", "2040"), ("999", "call us"),
        ("+443001232040", "0300 123 2040 1"),
    ],
)  # fmt: skip
def test_a_number_may_not_be_shown_as_another(number: str, display: str) -> None:
    [(code, detail)] = found(phone(number, display, f"tel:{number}"), page="")
    assert (code, detail) == ("number-differs", f"{number} {display} tel:{number}")


def test_a_number_may_not_dial_another() -> None:
    assert [code for code, _ in found(phone("18222", "18222", "tel:18223"), page="")] == ["number-differs"]


def test_a_contact_without_a_number_is_fine() -> None:
    assert found(put("bundle", "contacts.0.phone", None), page="") == []


def test_something_older_than_before_is_found_and_the_memory_kept() -> None:
    seen = {"HK": Seen(2026112225, {"version": 2026112001, "sha256": "a" * 64})}
    result = inspected(seen=seen)
    assert [finding.code for finding in result.findings] == ["latest-rollback"]
    assert result.seen == seen


def test_a_place_that_is_not_looked_at_stays_in_the_memory() -> None:
    gb = Seen(2026112225, {"version": 2026112001, "sha256": "a" * 64})
    result = inspected(seen={"GB": gb})
    assert (sorted(result.seen), result.seen["GB"]) == (["GB", "HK"], gb)
