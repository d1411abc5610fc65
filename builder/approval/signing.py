"""The signing day: which bytes a party is asked to sign, and the file its signature goes into."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from builder.approval.standing import Standing, candidate
from builder.model.approval import Candidate, FiledRelease, Proposal
from builder.model.library import Library
from builder.model.release import Release
from builder.model.trust import PARTIES, Party, PublicKey, Signer
from builder.seal.proposals import filed_proposal, filed_signature, opened
from builder.seal.releases import first_version, lifetime, proposed

# How long before a release ends its parties may sign the next one, though nothing has changed.
RENEWAL_DAYS = 30


class CannotApprove(Exception):
    """There is nothing to sign, or not with this key; the message says why."""


@dataclass(frozen=True)
class Asked:
    """What a party is asked to sign. `new_files` are those of a proposal that nobody has filed yet."""

    proposal: Proposal
    before: Candidate | None
    new_files: Mapping[str, bytes]

    @property
    def folder(self) -> str:
        """Where the proposal lies, below the root."""
        return f"approvals/{self.proposal.statement.jurisdiction}/{self.proposal.statement.version}"


def asked(library: Library, standing: Standing, filed: Iterable[FiledRelease], party: Party, moment: datetime) -> Asked:
    """The proposal that waits for signatures, if it is what the content says now; otherwise a new one."""
    before = standing.approved
    if standing.newest and standing.current and standing.newest.waits_for:
        if party in standing.newest.signatures:
            raise CannotApprove(
                f"Release {standing.newest.statement.version} has the signature of the {party} already."
            )
        return Asked(standing.newest, before, {})
    if standing.publishable:
        _check_renewable(standing.signed[0].statement, moment)
    content = candidate(library, standing.jurisdiction, moment.date())
    statement = _proposed(content, filed, moment)
    files = filed_proposal(statement, content)
    fresh = FiledRelease(standing.jurisdiction, str(statement.version), files)
    return Asked(opened(fresh, library.trust.trust), before, files)


def approval(asked_for: Asked, party: Party, signer: Signer, library: Library) -> dict[str, bytes]:
    """The files that a party's approval adds, by path below the root."""
    _check_key(party, signer.key, library, asked_for.proposal.statement.jurisdiction)
    name, signature = filed_signature(asked_for.proposal, party, signer)
    return {f"{asked_for.folder}/{name}": content for name, content in {**asked_for.new_files, name: signature}.items()}


def _proposed(content: Candidate, filed: Iterable[FiledRelease], moment: datetime) -> Release:
    """Counted above every folder of the day, damaged ones too: clients may have seen what stood there."""
    names = (release.version for release in filed if release.jurisdiction == content.jurisdiction)
    taken = [int(name) for name in names if re.fullmatch(f"{moment:%Y%m%d}[0-9][0-9]", name)]
    version = max([first_version(moment), *(number + 1 for number in taken)])
    if version // 100 != first_version(moment) // 100:
        raise CannotApprove(f"The folder {content.jurisdiction}/{version - 1} takes the last number of today.")
    return proposed(content, version, lifetime(version)[0])


def _check_renewable(statement: Release, moment: datetime) -> None:
    """Two releases with the same words are allowed near the end of the first, so that no day is without one."""
    renewable = statement.expires - timedelta(days=RENEWAL_DAYS)
    if moment < renewable:
        raise CannotApprove(
            f"Release {statement.version} is approved until {statement.expires:%Y-%m-%d}, and nothing has changed. "
            f"From {renewable:%Y-%m-%d} on it can be renewed."
        )


def _check_key(party: Party, key: PublicKey, library: Library, jurisdiction: str) -> None:
    keys = dict(zip(PARTIES, library.trust.trust.signers_of(jurisdiction), strict=True))
    if key not in keys[party]:
        of = f"the {party} of {jurisdiction}" if party == "police" else "the exchange"
        raise CannotApprove(f"This key is not one of {of} in trust.yml (its number is {key.keyid}).")
