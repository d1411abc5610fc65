"""Parties with keys, and what they have signed: for tests of approvals, without a command line."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat

from builder.keys.private import PrivateKey
from builder.model.approval import Candidate, FiledRelease
from builder.model.content.trust import TrustedKey, TrustFile
from builder.model.json_bytes import json_bytes
from builder.model.trust import PARTIES, Party, PublicKey, Signer
from builder.seal.envelopes import signature
from builder.seal.proposals import filed_proposal
from builder.seal.releases import lifetime, proposed
from tests.parties import es256

VERSION = 2026112201
PASSPHRASE = "a sentence nobody knows"
LATEST, EXCHANGE = es256("latest"), es256("exchange")
GOLDEN_PARTNERS: Mapping[str, str] = MappingProxyType({"NO": "no-police"})


def police_of(place: str) -> PrivateKey:
    return es256(f"police of {place}")


def signers_of(place: str) -> dict[Party, Signer]:
    return {"exchange": EXCHANGE, "police": police_of(place)}


def trusted(name: str, key: PublicKey) -> TrustedKey:
    return TrustedKey.model_validate({"name": name, "added_on": "2026-11-01", **key.model_dump()})


def trust_file(partners: Mapping[str, str]) -> TrustFile:
    """`trust.yml` as the builder sees it, for places and their police partners."""
    police = {
        place: {"partner": partner, "keys": (trusted(partner, police_of(place).key),)}
        for place, partner in partners.items()
    }
    return TrustFile(
        latest=(trusted("Timer", LATEST.key),),
        exchange=(trusted("Exchange", EXCHANGE.key),),
        police=police,
    )


def entry(key: PublicKey, indent: str = "  ", name: str = "Safe of the second floor") -> str:
    """A key in `trust.yml`, as “antiscam key show” prints it."""
    facts = {"added_on": "2026-11-01", **key.model_dump()}
    return f"{indent}- name: {name}\n" + "".join(f"{indent}  {fact}: {value}\n" for fact, value in facts.items())


def trust_yml(
    partners: Mapping[str, str] = GOLDEN_PARTNERS, latest: PublicKey = LATEST.key, exchange: PublicKey = EXCHANGE.key
) -> str:
    """The text of a `trust.yml` for places and their police partners."""
    text = f"latest:\n{entry(latest)}exchange:\n{entry(exchange)}police:\n"
    for place, partner in partners.items():
        text += f"  {place}:\n    partner: {partner}\n    keys:\n{entry(police_of(place).key, '      ')}"
    return text


def with_trust(project: Path) -> Path:
    (project / "trust.yml").write_text(trust_yml(), "utf-8")
    return project


def pem(path: Path, key: PrivateKey, passphrase: str = PASSPHRASE) -> Path:
    """The key as a file; without a passphrase it is not encrypted."""
    encryption = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    path.write_bytes(key.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption))
    return path


def proposal_files(content: Candidate, version: int = VERSION, *, development: bool = False) -> dict[str, bytes]:
    statement = proposed(content, version, lifetime(version)[0])
    return filed_proposal(statement.model_copy(update={"development": development}), content)


def signature_file(party: Party, payload: bytes, signer: Signer) -> dict[str, bytes]:
    return {f"{party}.signature.json": json_bytes(signature("release", payload, signer))}


def filed(content: Candidate, version: int = VERSION, parties: Iterable[Party] = PARTIES) -> FiledRelease:
    """A release that some parties have signed, as it lies in its folder."""
    files = proposal_files(content, version)
    signers = signers_of(content.jurisdiction)
    for party in parties:
        files |= signature_file(party, files["release.json"], signers[party])
    return FiledRelease(content.jurisdiction, str(version), files)


def put(root: Path, release: FiledRelease) -> Path:
    """Writes a release into its folder."""
    folder = root / "approvals" / release.jurisdiction / release.version
    folder.mkdir(parents=True)
    for name, content in release.files.items():
        (folder / name).write_bytes(content)
    return folder


def at(day: str) -> datetime:
    """Midnight of a day, in UTC."""
    return datetime.fromisoformat(day).replace(tzinfo=UTC)
