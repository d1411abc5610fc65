"""DSSE envelopes: one text for signers and readers, bytes kept exactly, a signature for each party in order."""

import base64
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.keys.checking import signed_by
from builder.keys.private import PrivateKey
from builder.model.approval import Candidate
from builder.model.json_bytes import json_bytes
from builder.model.release import StatementName, payload_type
from builder.seal.envelopes import enveloped, pre_authentication_encoding, signature, signed
from builder.seal.releases import lifetime, proposed
from builder.verify.failure import VerificationFailure
from builder.verify.statements import open_statement
from tests.parties import eddsa, es256

EXCHANGE, POLICE = es256("exchange"), eddsa("police")
KEYS = [[EXCHANGE.key.model_dump()], [POLICE.key.model_dump()]]

# What JavaScript writes again as it was: whole numbers that it keeps exactly, no members named like an index.
_NAMES = st.text(st.characters(exclude_categories=["Cs"])).filter(lambda name: not name.isdecimal())
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(1 - 2**53, 2**53 - 1) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_NAMES, inner, max_size=4),
    max_leaves=20,
)


def envelope_of(payload: bytes, *signers: PrivateKey, name: StatementName = "release") -> bytes:
    return enveloped(name, payload, [signature(name, payload, signer) for signer in signers])


def refused(content: bytes, name: str = "release") -> str:
    with pytest.raises(VerificationFailure) as failure:
        open_statement(content, name, KEYS)
    return failure.value.code


def test_what_is_signed_is_the_published_example_of_dsse() -> None:
    """The test vector of the DSSE protocol, version 1.0.2."""
    encoded = pre_authentication_encoding("http://example.com/HelloWorld", b"hello world")
    assert encoded == b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"


def test_lengths_are_counted_in_bytes() -> None:
    assert pre_authentication_encoding("t", "ø☂".encode()) == "DSSEv1 1 t 5 ø☂".encode()
    assert pre_authentication_encoding("", b"") == b"DSSEv1 0  0 "


@settings(deadline=None)
@given(st.text(max_size=9), st.binary(max_size=9), st.text(max_size=9), st.binary(max_size=9))
def test_no_two_statements_are_signed_as_the_same_bytes(kind: str, payload: bytes, other: str, another: bytes) -> None:
    same = pre_authentication_encoding(kind, payload) == pre_authentication_encoding(other, another)
    assert same == ((kind, payload) == (other, another))


@settings(deadline=None)
@given(st.dictionaries(_NAMES, _VALUES, max_size=5))
def test_every_signed_value_opens_again(value: dict[str, Any]) -> None:
    payload = json_bytes(value)
    content = envelope_of(payload, EXCHANGE, POLICE)
    assert open_statement(content, "release", KEYS) == value
    assert base64.b64decode(json.loads(content)["payload"]) == payload


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_payload_bytes_are_kept_exactly_whatever_they_are(payload: bytes) -> None:
    envelope = json.loads(envelope_of(payload, EXCHANGE))
    assert base64.b64decode(envelope["payload"], validate=True) == payload
    (made,) = envelope["signatures"]
    message = pre_authentication_encoding(envelope["payloadType"], payload)
    assert signed_by(EXCHANGE.key, message, base64.b64decode(made["sig"]))


def test_signatures_stand_in_the_order_of_the_signers() -> None:
    keyids = [made["keyid"] for made in json.loads(envelope_of(b"{}", EXCHANGE, POLICE))["signatures"]]
    assert keyids == [EXCHANGE.key.keyid, POLICE.key.keyid]
    assert refused(envelope_of(b"{}", POLICE, EXCHANGE)) == "release-signature"


@pytest.mark.parametrize(
    "signers",
    [(), (EXCHANGE,), (EXCHANGE, EXCHANGE), (POLICE, POLICE), (EXCHANGE, POLICE, POLICE), (EXCHANGE, es256("thief"))],
)
def test_nothing_but_one_signature_of_each_party_is_enough(signers: tuple[PrivateKey, ...]) -> None:
    assert refused(envelope_of(b"{}", *signers)) == "release-signature"


def test_a_statement_of_one_kind_is_never_taken_for_another() -> None:
    content = envelope_of(b"{}", EXCHANGE, POLICE, name="latest")
    assert refused(content) == "release-type"
    relabelled = json.loads(content) | {"payloadType": payload_type("release")}
    assert refused(json_bytes(relabelled)) == "release-signature"


def test_an_envelope_is_one_line_in_the_one_spelling() -> None:
    content = envelope_of(b"{}", EXCHANGE, POLICE)
    assert content == json_bytes(json.loads(content))
    assert list(json.loads(content)) == ["payload", "payloadType", "signatures"]


def test_the_same_statement_gives_the_same_envelope() -> None:
    statement = proposed(Candidate("NO", {"en": b"{}"}, b"{}"), 2026112201, lifetime(2026112201)[0])
    first, second = (signed("release", statement, [EXCHANGE, POLICE]) for _ in range(2))
    assert first == second
    assert open_statement(first, "release", KEYS) == statement.model_dump(mode="json")
