"""Statements about bundles, in the fields that the parties will sign."""

from datetime import datetime
from typing import Literal

from builder.model.bundle import Published

# Where everything for apps is published, below the site; /v2/ would stand beside it.
WARNINGS = "warnings/v1/"


class FileDigest(Published):
    """A file by its bytes."""

    sha256: str
    length: int


class BundleDigest(FileDigest):
    """A bundle in a release."""

    locale: str


class Release(Published):
    """The bundles of one jurisdiction that belong together. `version` is YYYYMMDDNN, NN counting releases of a day."""

    format: Literal["antiscam-release/1"]
    jurisdiction: str
    version: int
    issued: datetime
    expires: datetime
    bundles: tuple[BundleDigest, ...]


class ReleaseDigest(FileDigest):
    """A release in the pointer."""

    jurisdiction: str
    version: int


class Latest(Published):
    """The pointer to the current release of every jurisdiction; short-lived, so that an old one shows itself."""

    format: Literal["antiscam-latest/1"]
    version: int
    issued: datetime
    expires: datetime
    releases: tuple[ReleaseDigest, ...]
