"""A published pointer → the same pointer with a new date."""

from collections.abc import Callable
from datetime import datetime

from builder.model.output import OutputFile
from builder.model.release import WARNINGS, Latest, Off
from builder.model.trust import Signer, Trust
from builder.seal.releases import LATEST, renewed
from builder.verify.client import load_release
from builder.verify.failure import VerificationFailure
from builder.verify.statements import open_statement

Read = Callable[[str, str], bytes]


class NotRenewable(Exception):
    """What is published is not ours to renew; the message says why."""


def renewal(read: Read, moment: datetime, signer: Signer, off: Off | None = None) -> tuple[OutputFile, tuple[str, ...]]:
    """The new `latest.json`, and the jurisdictions whose release has expired.

    `read` gives a published file by its part and path. What this very key has not signed is not signed again. `off` are
    the alerts to turn off from now on; without it, those stay off that were.
    """
    trust, latest = _published(read, signer)
    if latest.issued > moment:
        raise NotRenewable(
            f"The published one is of {latest.issued:%Y-%m-%d %H:%M} UTC, which this clock has not reached."
        )
    expired = tuple(
        entry.jurisdiction for entry in latest.releases if _expired(entry.jurisdiction, read, trust, moment)
    )
    new = renewed(latest.releases, moment, signer, latest.off if off is None else off, development=trust.development)
    return new, expired


def _published(read: Read, signer: Signer) -> tuple[Trust, Latest]:
    try:
        trust = Trust.model_validate_json(read("page", f"{WARNINGS}trust.json"))
        if signer.key not in trust.latest:
            raise NotRenewable("This key is not the one of “latest” in the published trust.json.")
        statement = open_statement(read("latest", LATEST), "latest", [[signer.key.model_dump()]])
        return trust, Latest.model_validate(statement)
    except VerificationFailure as error:
        raise NotRenewable(f"What is published does not verify: {error}.") from error
    except ValueError as error:
        raise NotRenewable("What is published does not verify: trust.json or latest.json is damaged.") from error


def _expired(place: str, read: Read, trust: Trust, moment: datetime) -> bool:
    """Proves the release as clients do; an expired one is renewed with the others, and told."""
    try:
        load_release(trust.model_dump(), place, moment, lambda part, path: read(part, WARNINGS + path))
    except VerificationFailure as failure:
        if failure.code == "release-expired":
            return True
        raise NotRenewable(f"The release of {place} does not verify: {failure}.") from failure
    return False
