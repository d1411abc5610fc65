"""Statements about bundles: what the parties sign, and the envelopes they are published in.

An envelope is DSSE 1.0.2: the signature covers the payload's type and its exact bytes, so nothing is canonicalised.
"""

from datetime import datetime
from typing import Literal

from pydantic import Field

from builder.model.published import Published

# Where everything for apps is published, below the site; /v2/ would stand beside it.
WARNINGS = "warnings/v1/"
# Longest time a client may rely on a statement: the pointer is renewed by a timer, a release by people.
LATEST_HOURS = 72
RELEASE_DAYS = 90

StatementName = Literal["latest", "release"]


def payload_type(name: StatementName) -> str:
    """The media type that a signature binds a statement to."""
    return f"application/vnd.antiscam.{name}.v1+json"


class FileDigest(Published):
    """A file by its bytes."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="In hex; its first 16 digits are in the file's name.")
    length: int = Field(description="In bytes.")


class BundleDigest(FileDigest):
    """A bundle in a release."""

    locale: str


class Statement(Published):
    """What both statements share. `version` is YYYYMMDDNN; clients refuse a lower one than they have seen."""

    version: int
    issued: datetime = Field(description="In UTC, to the second.")
    expires: datetime = Field(description="From then on the statement is out of date.")
    development: bool = Field(default=False, description="Signed by a developer's machine, for nobody else.")


class Release(Statement):
    """The bundles of one jurisdiction that belong together. NN counts the releases of a day from 01."""

    jurisdiction: str
    bundles: tuple[BundleDigest, ...]
    pages: FileDigest = Field(description="All words of the jurisdiction's pages, as its approval shows them.")


class ReleaseDigest(FileDigest):
    """A release in the pointer: the digest is that of its whole envelope."""

    jurisdiction: str
    version: int


class Off(Published):
    """What is not to be shown although it is signed: alerts by their id, and all alerts of a group."""

    alerts: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


NOTHING_OFF = Off()


class Latest(Statement):
    """The pointer to the current release of every jurisdiction; short-lived, so that an old one shows itself.

    NN is the quarter of the hour it was issued in, 00 to 95, so that a renewal counts up without knowing the last one.
    """

    releases: tuple[ReleaseDigest, ...]
    off: Off = NOTHING_OFF


class Signature(Published):
    """One party's signature over an envelope's payload and type."""

    keyid: str
    sig: str = Field(description="64 bytes as base64: r and s of ES256, or an Ed25519 signature.")


class Envelope(Published):
    """DSSE. Signature n is by a key of party n; there are no others."""

    payload: str = Field(description="The statement's bytes as base64.")
    payloadType: str  # noqa: N815 # reason: DSSE spells this member so
    signatures: tuple[Signature, ...]
