"""What the parties approve: releases whose bytes are kept, so that they can be published as they were signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from builder.model.release import Release, Signature
from builder.model.trust import PARTIES, Party


@dataclass(frozen=True)
class Candidate:
    """A jurisdiction's warnings as they would be published on a day: exact bytes by locale, and its pages' words."""

    jurisdiction: str
    bundles: Mapping[str, bytes]
    pages: bytes


@dataclass(frozen=True)
class FiledRelease:
    """A folder below `approvals/`: the files in it by name, whatever they hold."""

    jurisdiction: str
    version: str
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class Proposal:
    """A release that parties are asked to sign, and the valid signatures it has so far."""

    statement: Release
    payload: bytes
    content: Candidate
    signatures: Mapping[Party, Signature]

    @cached_property
    def waits_for(self) -> tuple[Party, ...]:
        """The parties that have not signed."""
        return tuple(party for party in PARTIES if party not in self.signatures)


@dataclass(frozen=True)
class SignedRelease:
    """A release with the signatures of all its parties, and the bundles it names."""

    statement: Release
    envelope: bytes
    bundles: Mapping[str, bytes]

    def valid_at(self, moment: datetime) -> bool:
        """Whether a client would still take it."""
        return moment < self.statement.expires
