"""The pointer, signed again by a timer: only what the same key has signed, and only while it is true."""

import base64
import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from builder.model.json_bytes import json_bytes
from builder.model.release import LATEST_HOURS, RELEASE_DAYS
from builder.model.trust import Signer
from builder.pipeline import Built
from builder.seal.envelopes import enveloped, signature
from builder.seal.releases import LATEST
from builder.seal.renewal import NotRenewable, Read, renewal
from builder.verify.client import load_release
from builder.verify.failure import VerificationFailure
from tests.conftest import TODAY
from tests.parties import PARTIES, eddsa, es256
from tests.signing import at

ISSUED = at(str(TODAY))
TRUST = "warnings/v1/trust.json"
Files = dict[str, bytes]


@pytest.fixture
def files(golden: Built) -> Files:
    """The golden build as it is published."""
    return {file.path: file.content for file in golden.files}


def reader(files: Files) -> Read:
    def read(part: str, path: str) -> bytes:
        if path not in files:
            raise VerificationFailure(f"{part}-missing")
        return files[path]

    return read


def statement(envelope: bytes) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(base64.b64decode(json.loads(envelope)["payload"]))
    return value


def renewed(files: Files, moment: datetime, signer: Signer = PARTIES.latest) -> dict[str, Any]:
    file, expired = renewal(reader(files), moment, signer)
    assert (file.path, expired) == (LATEST, ())
    return statement(file.content)


def refusal(files: Files, moment: datetime = ISSUED, signer: Signer = PARTIES.latest) -> str:
    with pytest.raises(NotRenewable) as why:
        renewal(reader(files), moment, signer)
    return str(why.value)


def repointed(files: Files, change: dict[str, Any], signer: Signer = PARTIES.latest) -> Files:
    """The files with another pointer, validly signed."""
    payload = json_bytes(statement(files[LATEST]) | change)
    return {**files, LATEST: enveloped("latest", payload, [signature("latest", payload, signer)])}


def release_path(files: Files) -> str:
    (path,) = (path for path in files if path.startswith("warnings/v1/NO/release."))
    return path


def test_a_renewal_changes_the_dates_and_the_version_and_nothing_else(files: Files) -> None:
    moment = ISSUED + timedelta(hours=30, minutes=45)
    before, after = statement(files[LATEST]), renewed(files, moment)
    assert after == before | {
        "version": 2026112327,
        "issued": "2026-11-23T06:45:00Z",
        "expires": "2026-11-26T06:45:00Z",
    }
    assert before["version"] == 2026112200


def test_it_lives_for_72_hours_and_its_version_grows_every_quarter_of_an_hour(files: Files) -> None:
    quarters = [renewed(files, ISSUED + timedelta(minutes=15 * number)) for number in range(200)]
    versions = [after["version"] for after in quarters]
    assert sorted(set(versions)) == versions
    lifetimes = {
        datetime.fromisoformat(after["expires"]) - datetime.fromisoformat(after["issued"]) for after in quarters
    }
    assert lifetimes == {timedelta(hours=LATEST_HOURS)}


def test_a_client_takes_what_was_renewed(files: Files) -> None:
    moment = ISSUED + timedelta(days=40)
    file, _ = renewal(reader(files), moment, PARTIES.latest)
    trust = json.loads(files[TRUST])
    read = reader({**files, LATEST: file.content})
    proved = load_release(trust, "NO", moment, lambda part, path: read(part, f"warnings/v1/{path}"))
    assert proved.freshness == "fresh"


def test_what_was_renewed_can_be_renewed_again(files: Files) -> None:
    file, _ = renewal(reader(files), ISSUED + timedelta(hours=6), PARTIES.latest)
    again = renewed({**files, LATEST: file.content}, ISSUED + timedelta(hours=12))
    assert again["version"] == 2026112248


def test_the_same_quarter_gives_the_same_bytes(files: Files) -> None:
    assert renewal(reader(files), ISSUED, PARTIES.latest)[0].content == files[LATEST]


def test_an_expired_pointer_can_be_renewed(files: Files) -> None:
    assert renewed(files, ISSUED + timedelta(days=30))["issued"] == "2026-12-22T00:00:00Z"


@pytest.mark.parametrize(("after_its_end", "expired"), [(timedelta(seconds=-1), ()), (timedelta(), ("NO",))])
def test_a_release_that_has_expired_is_told_and_the_rest_renewed(
    files: Files, after_its_end: timedelta, expired: tuple[str, ...]
) -> None:
    file, found = renewal(reader(files), ISSUED + timedelta(days=RELEASE_DAYS) + after_its_end, PARTIES.latest)
    assert found == expired
    assert statement(file.content)["releases"] == statement(files[LATEST])["releases"]


@pytest.mark.parametrize("signer", [es256("thief"), eddsa("latest"), PARTIES.parties["exchange"]])
def test_another_key_renews_nothing(files: Files, signer: Signer) -> None:
    assert refusal(files, signer=signer) == "This key is not the one of “latest” in the published trust.json."


def test_a_pointer_that_another_trusted_key_signed_is_not_signed_again(files: Files) -> None:
    """Otherwise whoever can write to the folder would add a key to trust.json and have anything signed."""
    thief = es256("thief")
    trust = json.loads(files[TRUST])
    trust["latest"].append(thief.key.model_dump())
    forged = repointed(files, {}, thief) | {TRUST: json_bytes(trust)}
    assert refusal(forged) == "What is published does not verify: latest-signature."


def test_no_byte_of_the_pointer_may_differ(files: Files) -> None:
    content = files[LATEST]
    for at_byte in range(0, len(content), 5):
        damaged = content[:at_byte] + bytes([content[at_byte] ^ 1]) + content[at_byte + 1 :]
        assert refusal({**files, LATEST: damaged}).startswith("What is published does not verify: latest-")


@pytest.mark.parametrize(
    ("path", "content", "sentence"),
    [
        (LATEST, None, "latest-missing"),
        (LATEST, b"", "latest-malformed"),
        (LATEST, b"[]", "latest-malformed"),
        (TRUST, None, "page-missing"),
        (TRUST, b"", "trust.json or latest.json is damaged"),
        (TRUST, b"[]", "trust.json or latest.json is damaged"),
        (TRUST, b'{"latest":1}', "trust.json or latest.json is damaged"),
    ],
)
def test_what_is_missing_or_damaged_is_not_renewed(
    files: Files, path: str, content: bytes | None, sentence: str
) -> None:
    broken = {name: found for name, found in files.items() if name != path}
    if content is not None:
        broken[path] = content
    assert refusal(broken) == f"What is published does not verify: {sentence}."


def test_a_signed_pointer_of_another_shape_is_not_renewed(files: Files) -> None:
    changes: list[dict[str, Any]] = [{"releases": "all"}, {"also": 1}, {"version": "newest"}]
    for change in changes:
        assert refusal(repointed(files, change)) == (
            "What is published does not verify: trust.json or latest.json is damaged."
        )


def test_a_release_that_is_missing_or_was_changed_stops_the_renewal(files: Files) -> None:
    path = release_path(files)
    missing = {name: content for name, content in files.items() if name != path}
    assert refusal(missing) == "The release of NO does not verify: release-missing."
    changed = {**files, path: files[path][:-1] + b" "}
    assert refusal(changed) == "The release of NO does not verify: release-digest."


def test_a_release_that_a_party_has_not_signed_stops_the_renewal(files: Files) -> None:
    trust = json.loads(files[TRUST])
    trust["police"]["NO"] = [es256("successor").key.model_dump()]
    assert refusal({**files, TRUST: json_bytes(trust)}) == "The release of NO does not verify: release-signature."


def test_a_place_that_trust_json_does_not_name_stops_the_renewal(files: Files) -> None:
    trust = json.loads(files[TRUST]) | {"police": {}}
    assert refusal({**files, TRUST: json_bytes(trust)}) == "The release of NO does not verify: unknown-jurisdiction."


def test_a_clock_that_went_back_renews_nothing(files: Files) -> None:
    """Its version would be lower than what clients have seen, and they would refuse it."""
    assert refusal(files, ISSUED - timedelta(minutes=15)) == (
        "The published one is of 2026-11-22 00:00 UTC, which this clock has not reached."
    )


def test_what_was_made_for_development_stays_so(files: Files) -> None:
    trust = json.loads(files[TRUST]) | {"development": True}
    assert renewed({**files, TRUST: json_bytes(trust)}, ISSUED)["development"] is True
