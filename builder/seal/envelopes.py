"""Statements → DSSE envelopes."""

import base64
from collections.abc import Iterable

from builder.model.json_bytes import json_bytes
from builder.model.release import Envelope, Signature, Statement, StatementName, payload_type
from builder.model.trust import Signer


def signed(name: StatementName, statement: Statement, signers: Iterable[Signer]) -> bytes:
    """The envelope of a statement, with one signature per signer in the given order."""
    payload = json_bytes(statement)
    return enveloped(name, payload, (signature(name, payload, signer) for signer in signers))


def signature(name: StatementName, payload: bytes, signer: Signer) -> Signature:
    """One party's signature over a statement's bytes."""
    sig = signer.sign(pre_authentication_encoding(payload_type(name), payload))
    return Signature(keyid=signer.key.keyid, sig=base64.b64encode(sig).decode())


def enveloped(name: StatementName, payload: bytes, signatures: Iterable[Signature]) -> bytes:
    """Payload and signatures that were made apart, as one file."""
    text = base64.b64encode(payload).decode()
    return json_bytes(Envelope(payload=text, payloadType=payload_type(name), signatures=tuple(signatures)))


def pre_authentication_encoding(kind: str, payload: bytes) -> bytes:
    """What is really signed: type and payload with their lengths (DSSE 1.0.2, PAE)."""
    return b" ".join([b"DSSEv1", str(len(kind)).encode(), kind.encode(), str(len(payload)).encode(), payload])
