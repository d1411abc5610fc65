"""Filed approvals: every way in which a folder can lie, and the sentence that says so."""

import base64
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builder.model.approval import Candidate, FiledRelease
from builder.model.json_bytes import json_bytes, pretty_json_bytes
from builder.model.release import Release
from builder.model.trust import PARTIES, Party, PublicKey, Signer, Trust
from builder.seal.envelopes import signature
from builder.seal.proposals import Unbelievable, filed_signature, opened, signed_release
from builder.verify.statements import open_statement
from tests.parties import eddsa, es256
from tests.signing import EXCHANGE, VERSION, filed, police_of, proposal_files, signature_file, trust_file

CONTENT = Candidate("NO", {"en": b'{"locale":"en"}', "no": b'{"locale":"no"}'}, b'{"no/en/":["Words"]}')
TRUST = trust_file({"NO": "no-police", "SE": "se-police"}).trust
SIGNED = filed(CONTENT)
Files = dict[str, bytes]


def refusal(files: Files, jurisdiction: str = "NO", version: str = str(VERSION), trust: Trust = TRUST) -> str:
    with pytest.raises(Unbelievable) as why:
        opened(FiledRelease(jurisdiction, version, files), trust)
    return str(why.value)


def restated(change: dict[str, Any]) -> bytes:
    """The statement with other facts in it, spelled as ours."""
    return json_bytes(json.loads(SIGNED.files["release.json"]) | change)


def signed_by(party: Party, signer: Signer, payload: bytes = SIGNED.files["release.json"]) -> Files:
    return {**SIGNED.files, **signature_file(party, payload, signer)}


def test_a_release_that_all_parties_signed_is_believed() -> None:
    proposal = opened(SIGNED, TRUST)
    assert (proposal.content, proposal.waits_for) == (CONTENT, ())
    assert proposal.payload == SIGNED.files["release.json"]


@pytest.mark.parametrize(
    ("signers", "waits_for"), [((), PARTIES), (("police",), ("exchange",)), (("exchange",), ("police",))]
)
def test_a_proposal_waits_for_those_who_have_not_signed(
    signers: tuple[Party, ...], waits_for: tuple[Party, ...]
) -> None:
    assert opened(filed(CONTENT, parties=signers), TRUST).waits_for == waits_for


def test_it_is_published_with_the_bytes_that_were_signed() -> None:
    release = signed_release(opened(SIGNED, TRUST))
    envelope = json.loads(release.envelope)
    assert base64.b64decode(envelope["payload"]) == SIGNED.files["release.json"]
    assert release.bundles == CONTENT.bundles
    keys = [[key.model_dump() for key in keys] for keys in TRUST.signers_of("NO")]
    assert open_statement(release.envelope, "release", keys) == json.loads(SIGNED.files["release.json"])


def test_a_signature_may_be_spelled_for_people_to_read() -> None:
    content = json.loads(SIGNED.files["police.signature.json"])
    assert not opened(
        replace(SIGNED, files={**SIGNED.files, "police.signature.json": pretty_json_bytes(content)}), TRUST
    ).waits_for


@pytest.mark.parametrize("name", ["en.json", "no.json", "pages.json"])
@pytest.mark.parametrize(
    "change",
    [
        lambda content: content + b"\n",
        lambda content: content[:-1],
        lambda content: content[:-2] + b"!" + content[-1:],
        lambda _content: b"",
    ],
)
def test_a_file_that_was_changed_after_the_proposal_is_not_believed(
    name: str, change: Callable[[bytes], bytes]
) -> None:
    files = {**SIGNED.files, name: change(SIGNED.files[name])}
    assert refusal(files) == f"{name} is missing or was changed after the proposal"


@pytest.mark.parametrize("name", ["en.json", "no.json", "pages.json"])
def test_a_file_that_is_missing_is_not_believed(name: str) -> None:
    files = {other: content for other, content in SIGNED.files.items() if other != name}
    assert refusal(files) == f"{name} is missing or was changed after the proposal"


def test_a_statement_with_another_digest_or_length_has_no_signature() -> None:
    """Whoever changes a file and the statement about it cannot sign it."""
    other = replace(CONTENT, bundles={**CONTENT.bundles, "en": b'{"locale":"xx"}'})
    said = refusal({**SIGNED.files, **proposal_files(other)})
    assert said.startswith("exchange.signature.json is not by a key of the exchange in trust.yml, or not over")


@pytest.mark.parametrize(
    ("member", "wrong"), [("length", 14), ("length", 0), ("sha256", "0" * 64), ("sha256", "f" * 64)]
)
def test_a_digest_or_length_that_does_not_fit_its_file_is_not_believed(member: str, wrong: object) -> None:
    bundles = json.loads(SIGNED.files["release.json"])["bundles"]
    bundles[0][member] = wrong
    files = {**SIGNED.files, "release.json": restated({"bundles": bundles})}
    assert refusal(files) == "en.json is missing or was changed after the proposal"


@pytest.mark.parametrize(
    ("party", "signer"),
    [
        ("police", EXCHANGE),
        ("exchange", police_of("NO")),
        ("police", police_of("SE")),
        ("police", es256("thief")),
        ("exchange", eddsa("thief")),
    ],
)
def test_a_signature_by_anybody_else_is_not_believed(party: Party, signer: Signer) -> None:
    said = refusal(signed_by(party, signer))
    assert said == f"{party}.signature.json is not by a key of the {party} in trust.yml, or not over these bytes"


@pytest.mark.parametrize("party", PARTIES)
def test_a_signature_copied_from_another_version_is_not_believed(party: Party) -> None:
    other = filed(CONTENT, VERSION + 1).files[f"{party}.signature.json"]
    said = refusal({**SIGNED.files, f"{party}.signature.json": other})
    assert said.endswith("or not over these bytes")


def test_a_thiefs_signature_under_the_number_of_the_police_is_not_believed() -> None:
    made = signature("release", SIGNED.files["release.json"], es256("thief"))
    lie = made.model_copy(update={"keyid": police_of("NO").key.keyid})
    assert refusal({**SIGNED.files, "police.signature.json": json_bytes(lie)}).endswith("or not over these bytes")


def test_a_signature_under_the_number_of_another_key_is_not_believed() -> None:
    """Clients look the key up by its number."""
    both = TRUST.model_copy(update={"police": {"NO": (es256("successor").key, police_of("NO").key)}})
    made = signature("release", SIGNED.files["release.json"], police_of("NO"))
    lie = json_bytes(made.model_copy(update={"keyid": es256("successor").key.keyid}))
    assert refusal({**SIGNED.files, "police.signature.json": lie}, trust=both).endswith("or not over these bytes")
    unknown = json_bytes(made.model_copy(update={"keyid": "0" * 64}))
    assert refusal({**SIGNED.files, "police.signature.json": unknown}, trust=both).endswith("or not over these bytes")


def test_one_key_never_signs_for_two_parties() -> None:
    """Even if trust.yml named it for both, which the gate refuses, the other's file would have to be signed too."""
    assert opened(filed(CONTENT, parties=("exchange",)), TRUST).waits_for == ("police",)
    twice = {**filed(CONTENT, parties=("exchange",)).files}
    twice["police.signature.json"] = twice["exchange.signature.json"]
    assert refusal(twice).startswith("police.signature.json is not by a key of the police")


def test_a_place_whose_police_have_no_key_can_be_signed_by_nobody() -> None:
    without = TRUST.model_copy(update={"police": {}})
    assert refusal(dict(SIGNED.files), trust=without).startswith("police.signature.json is not by a key of the police")


def test_a_key_that_left_trust_yml_takes_its_signatures_with_it() -> None:
    key: PublicKey = es256("successor").key
    renewed = TRUST.model_copy(update={"police": {"NO": (key,)}})
    assert refusal(dict(SIGNED.files), trust=renewed).startswith("police.signature.json is not by a key of the police")


def test_either_of_two_keys_of_a_party_is_enough() -> None:
    both = TRUST.model_copy(update={"police": {"NO": (es256("successor").key, police_of("NO").key)}})
    assert opened(SIGNED, both).waits_for == ()


def spare_bits(content: bytes) -> bytes:
    """The same 64 bytes in a second spelling of base64, which no client takes."""
    made = json.loads(content)
    assert made["sig"].endswith("==")
    last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    made["sig"] = made["sig"][:-3] + last[last.index(made["sig"][-3]) + 1] + "=="
    assert base64.b64decode(made["sig"]) == base64.b64decode(json.loads(content)["sig"])
    return json_bytes(made)


def with_sig(sig: str) -> Callable[[bytes], bytes]:
    return lambda content: json_bytes(json.loads(content) | {"sig": sig})


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _content: b"",
    "half": lambda content: content[:40],
    "no UTF-8": lambda content: content.replace(b"keyid", b"key\xff"),
    "a list": lambda content: b"[%b]" % content,
    "another member": lambda content: json_bytes(json.loads(content) | {"alg": "none"}),
    "a missing member": lambda content: json_bytes({"sig": json.loads(content)["sig"]}),
    "a number for a text": lambda content: json_bytes(json.loads(content) | {"sig": 1}),
    "no base64": with_sig("!" * 88),
    "not even ASCII": with_sig("é" * 88),
    "lost padding": lambda content: content.replace(b"==", b""),
    "spare bits": spare_bits,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_signature_is_not_believed(damage: str) -> None:
    name = "police.signature.json"
    assert refusal({**SIGNED.files, name: DAMAGE[damage](SIGNED.files[name])}) == f"{name} is damaged"


@pytest.mark.parametrize("length", [0, 63, 65])
def test_a_signature_of_another_length_is_not_believed(length: int) -> None:
    wrong = with_sig(base64.b64encode(bytes(length)).decode())(SIGNED.files["police.signature.json"])
    assert refusal({**SIGNED.files, "police.signature.json": wrong}).endswith("or not over these bytes")


STATEMENT_DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _content: b"",
    "half": lambda content: content[:99],
    "a list": lambda content: b"[%b]" % content,
    "another member": lambda content: json_bytes(json.loads(content) | {"also": 1}),
    "a missing member": lambda _content: json_bytes({"version": VERSION}),
    "a version in words": lambda content: json_bytes(json.loads(content) | {"version": "newest"}),
    "not a number": lambda content: content.replace(str(VERSION).encode(), b"NaN"),
}


@pytest.mark.parametrize("damage", STATEMENT_DAMAGE)
def test_a_damaged_statement_is_not_believed(damage: str) -> None:
    files = {**SIGNED.files, "release.json": STATEMENT_DAMAGE[damage](SIGNED.files["release.json"])}
    assert refusal(files) == "release.json is missing or damaged"


SPELLINGS: dict[str, Callable[[bytes], bytes]] = {
    "extra spaces": lambda content: json.dumps(json.loads(content)).encode(),
    "a line break at the end": lambda content: content + b"\n",
    "another order": lambda content: json.dumps(dict(reversed(json.loads(content).items()))).encode(),
    "a member twice": lambda content: content.replace(b"{", b'{"version":1,', 1),
    "a number as text": lambda content: content.replace(str(VERSION).encode(), b'"%d"' % VERSION),
    "another spelling of UTC": lambda content: content.replace(b'00Z"', b'00+00:00"'),
    "an escaped letter": lambda content: content.replace(b'"NO"', b'"\\u004eO"'),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_statement_in_another_spelling_is_not_believed(spelling: str) -> None:
    files = {**SIGNED.files, "release.json": SPELLINGS[spelling](SIGNED.files["release.json"])}
    assert files["release.json"] != SIGNED.files["release.json"]
    assert refusal(files) == "release.json is not in the one spelling that is signed"


@pytest.mark.parametrize(("jurisdiction", "version"), [("SE", str(VERSION)), ("NO", str(VERSION + 1)), ("NO", "notes")])
def test_a_folder_by_another_name_is_not_believed(jurisdiction: str, version: str) -> None:
    assert refusal(dict(SIGNED.files), jurisdiction, version) == f"release.json is of NO {VERSION}"


def test_what_was_made_for_development_is_not_believed() -> None:
    files = proposal_files(CONTENT, development=True)
    signed = {**files, **signature_file("police", files["release.json"], police_of("NO"))}
    assert refusal(signed) == "it was made for development"


@pytest.mark.parametrize(
    "change",
    [
        {"expires": "2036-11-22T00:00:00Z"},
        {"expires": "2027-02-20T00:00:01Z"},
        {"expires": "2027-02-20T00:00:00"},
        {"issued": "2026-11-21T00:00:00Z"},
        {"issued": "2026-11-22T00:00:00"},
        {"issued": "2026-11-22T00:00:00+01:00"},
    ],
)
def test_dates_that_do_not_follow_from_the_version_are_not_believed(change: dict[str, Any]) -> None:
    files = {**SIGNED.files, "release.json": restated(change)}
    assert refusal(files) == "its dates are not those that its version gives it"


@pytest.mark.parametrize("version", [0, -1, 1, 2026130101, 2026023001, 10**12, 99999999999999999999])
def test_a_version_that_names_no_day_is_not_believed(version: int) -> None:
    files = {**SIGNED.files, "release.json": restated({"version": version})}
    assert refusal(files, version=str(version)) == "its dates are not those that its version gives it"


def test_other_files_in_the_folder_are_not_looked_at() -> None:
    more = {"fr.json": b"{", "thief.signature.json": b"{", "police.signature.json.orig.json": b"{"}
    proposal = opened(replace(SIGNED, files={**SIGNED.files, **more}), TRUST)
    assert (proposal.content, proposal.waits_for) == (CONTENT, ())


def test_an_approval_is_one_file_that_makes_the_proposal_complete() -> None:
    waiting = filed(CONTENT, parties=("police",))
    name, content = filed_signature(opened(waiting, TRUST), "exchange", EXCHANGE)
    assert name == "exchange.signature.json"
    assert opened(replace(waiting, files={**waiting.files, name: content}), TRUST).waits_for == ()


def test_a_proposal_names_every_file_by_its_bytes() -> None:
    statement = Release.model_validate_json(SIGNED.files["release.json"])
    assert [entry.locale for entry in statement.bundles] == ["en", "no"]
    assert {entry.locale: entry.length for entry in statement.bundles} == {"en": 15, "no": 15}
    assert statement.pages.length == len(CONTENT.pages)
