"""Filed approvals ↔ proposals: what is in the folder is believed only as far as its digests and signatures go."""

import base64
import hashlib
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from builder.keys.checking import signed_by
from builder.model.approval import Candidate, FiledRelease, Proposal, SignedRelease
from builder.model.json_bytes import json_bytes, pretty_json_bytes
from builder.model.release import FileDigest, Release, Signature, payload_type
from builder.model.trust import PARTIES, Party, PublicKey, Signer, Trust
from builder.seal.envelopes import enveloped, pre_authentication_encoding, signature
from builder.seal.releases import lifetime

_STATEMENT, _PAGES = "release.json", "pages.json"


class Unbelievable(Exception):
    """A filed release that is not what it says it is; the message says why."""


def opened(filed: FiledRelease, trust: Trust) -> Proposal:
    """The proposal in a folder, with the signatures that are valid under the trust. Raises Unbelievable."""
    statement, payload = _statement(filed)
    bundles = {entry.locale: _file(filed, f"{entry.locale}.json", entry) for entry in statement.bundles}
    content = Candidate(statement.jurisdiction, bundles, _file(filed, _PAGES, statement.pages))
    keys = dict(zip(PARTIES, trust.signers_of(statement.jurisdiction), strict=True))
    return Proposal(statement, payload, content, dict(_signatures(filed, payload, keys)))


def signed_release(proposal: Proposal) -> SignedRelease:
    """A proposal that every party has signed, as it is published."""
    signatures = (proposal.signatures[party] for party in PARTIES)
    return SignedRelease(
        proposal.statement, enveloped("release", proposal.payload, signatures), proposal.content.bundles
    )


def filed_proposal(statement: Release, content: Candidate) -> dict[str, bytes]:
    """The files of a new proposal, by name: the exact bytes to be signed, and what they name."""
    bundles = {f"{locale}.json": bundle for locale, bundle in content.bundles.items()}
    return {_STATEMENT: json_bytes(statement), _PAGES: content.pages, **bundles}


def filed_signature(proposal: Proposal, party: Party, signer: Signer) -> tuple[str, bytes]:
    """Name and content of the one file that an approval adds."""
    made = signature("release", proposal.payload, signer)
    return f"{party}.signature.json", pretty_json_bytes(made.model_dump())


def _statement(filed: FiledRelease) -> tuple[Release, bytes]:
    payload = filed.files.get(_STATEMENT, b"")
    try:
        statement = Release.model_validate_json(payload)
    except ValidationError as error:
        raise Unbelievable(f"{_STATEMENT} is missing or damaged") from error
    if json_bytes(statement) != payload:
        raise Unbelievable(f"{_STATEMENT} is not in the one spelling that is signed")
    if (statement.jurisdiction, str(statement.version)) != (filed.jurisdiction, filed.version):
        raise Unbelievable(f"{_STATEMENT} is of {statement.jurisdiction} {statement.version}")
    if statement.development:
        raise Unbelievable("it was made for development")
    if not _dated(statement):
        raise Unbelievable("its dates are not those that its version gives it")
    return statement, payload


def _dated(statement: Release) -> bool:
    """Whoever files a proposal chooses its version, but not how long the signatures that it asks for will hold."""
    try:
        return (statement.issued, statement.expires) == lifetime(statement.version)
    except ValueError:
        return False


def _file(filed: FiledRelease, name: str, promised: FileDigest) -> bytes:
    content = filed.files.get(name, b"")
    if (len(content), hashlib.sha256(content).hexdigest()) != (promised.length, promised.sha256):
        raise Unbelievable(f"{name} is missing or was changed after the proposal")
    return content


def _signatures(
    filed: FiledRelease, payload: bytes, keys: Mapping[Party, tuple[PublicKey, ...]]
) -> Iterator[tuple[Party, Signature]]:
    message = pre_authentication_encoding(payload_type("release"), payload)
    for party in PARTIES:
        name = f"{party}.signature.json"
        if name not in filed.files:
            continue
        found, sig = _signature(name, filed.files[name])
        if not any(key.keyid == found.keyid and signed_by(key, message, sig) for key in keys[party]):
            raise Unbelievable(f"{name} is not by a key of the {party} in trust.yml, or not over these bytes")
        yield party, found


def _signature(name: str, content: bytes) -> tuple[Signature, bytes]:
    """A signature and its bytes, in the one spelling of base64: clients refuse any other."""
    try:
        found = Signature.model_validate_json(content)
        sig = base64.b64decode(found.sig, validate=True)
    except ValueError as error:
        raise Unbelievable(f"{name} is damaged") from error
    if base64.b64encode(sig).decode() != found.sig:
        raise Unbelievable(f"{name} is damaged")
    return found, sig
