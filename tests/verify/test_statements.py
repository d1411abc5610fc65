"""Envelopes, in the Python client; what all clients share is in `conformance/`."""

import base64
import json

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from builder.verify.failure import VerificationFailure
from builder.verify.statements import open_statement
from tests.conformance.changes import changed
from tests.conformance.invented import ONLINE, keys

LATEST = changed(()).file("latest")


def code_under(**members: str) -> str:
    with pytest.raises(VerificationFailure) as caught:
        open_statement(LATEST, "latest", [[{**keys(ONLINE)[0], **members}]])
    return caught.value.code


def spki(public: ec.EllipticCurvePublicKey | rsa.RSAPublicKey) -> str:
    return base64.b64encode(public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode()


def test_a_statement_comes_out_as_it_was_signed() -> None:
    statement = open_statement(LATEST, "latest", [keys(ONLINE)])
    assert statement == json.loads(base64.b64decode(json.loads(LATEST)["payload"]))


def test_a_key_on_another_curve_is_of_no_use() -> None:
    assert code_under(spki=spki(ec.generate_private_key(ec.SECP384R1()).public_key())) == "no-crypto"


def test_a_key_of_another_kind_is_of_no_use() -> None:
    assert code_under(spki=spki(rsa.generate_private_key(65537, 2048).public_key())) == "no-crypto"


def test_a_key_that_cannot_be_read_is_of_no_use() -> None:
    assert code_under(spki="no base64") == "no-crypto"
    assert code_under(spki="AAAA") == "no-crypto"
