"""Where every jurisdiction stands: approved, changed since, waiting for a signature, or never proposed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from pydantic import ValidationError

from builder.model.approval import Candidate, FiledRelease, Proposal, SignedRelease
from builder.model.bundle import Bundle
from builder.model.library import Library
from builder.model.trust import Trust
from builder.plan import plan_places
from builder.render.candidates import candidates
from builder.seal.proposals import Unbelievable, opened, signed_release

# Clients may hold an old pointer, so the releases before the newest one stay published.
KEPT_RELEASES = 10


@dataclass(frozen=True)
class Standing:
    """One jurisdiction.

    `signed` holds the releases that every party has signed and clients still take, newest first; `approved` the content
    of the last one signed, even if it has expired; `publishable` says whether that is what the content says now and
    clients still take it. `newest` may still wait for a party; `current` says whether it is what the content says now.
    """

    jurisdiction: str
    signed: tuple[SignedRelease, ...]
    approved: Candidate | None
    publishable: bool
    newest: Proposal | None
    current: bool
    faults: tuple[str, ...]

    @property
    def last_approved(self) -> tuple[Bundle, ...]:
        """The bundles in force, in the order of their languages; none if a later contract cannot read them."""
        try:
            return tuple(Bundle.model_validate_json(content) for content in self.signed[0].bundles.values())
        except (IndexError, ValidationError):
            return ()

    def __str__(self) -> str:
        """One sentence for the people who wait."""
        return f"{self.jurisdiction}: {self._state()}" + "".join(f" {fault}." for fault in self.faults)

    def _state(self) -> str:
        if self.newest is None:
            return "nobody has approved anything yet."
        version, waits = self.newest.statement.version, " and the ".join(self.newest.waits_for)
        waiting = f"release {version} waits for the {waits}." if self.current and waits else ""
        if self.publishable:
            in_force = self.signed[0].statement
            next_one = f" {waiting.capitalize()}" if waiting else ""
            return f"release {in_force.version} is approved until {in_force.expires:%Y-%m-%d}.{next_one}"
        if not self.signed and not waits:
            return f"release {version} has expired; sign a new one."
        still = f" Release {self.signed[0].statement.version} stays in force." if self.signed else ""
        return (waiting or f"the content has changed since release {version} was proposed.") + still


def standings(library: Library, filed: Iterable[FiledRelease], moment: datetime) -> tuple[Standing, ...]:
    """One for every jurisdiction of the content."""
    trust, by_place = library.trust.trust, list(filed)
    return tuple(
        _standing(library, place, [release for release in by_place if release.jurisdiction == place], trust, moment)
        for place in library.jurisdictions
    )


def candidate(library: Library, jurisdiction: str, day: date) -> Candidate:
    """What the parties of a jurisdiction would be asked to sign on a day."""
    site = plan_places(library.only([jurisdiction]), day, library.trust.trust, approved=True)
    return candidates(site)[0]


def _standing(library: Library, place: str, filed: list[FiledRelease], trust: Trust, moment: datetime) -> Standing:
    proposals: list[Proposal] = []
    faults: list[str] = []
    for release in reversed(filed):
        try:
            proposals.append(_on(opened(release, trust), moment))
        except Unbelievable as why:
            faults.append(f"{place} {release.version} is not believed: {why}")
    # Without all signatures a proposal ends with the time that it asked for.
    proposals = [proposal for proposal in proposals if proposal.statement.expires > moment or not proposal.waits_for]
    complete = [proposal for proposal in proposals if not proposal.waits_for]
    signed = [release for release in map(signed_release, complete) if release.valid_at(moment)][:KEPT_RELEASES]
    newest, approved = next(iter(proposals), None), next(iter(complete), None)
    return Standing(
        jurisdiction=place,
        signed=tuple(signed),
        approved=approved.content if approved else None,
        publishable=bool(signed) and _says_now(approved, library),
        newest=newest,
        current=_says_now(newest, library),
        faults=tuple(faults),
    )


def _on(proposal: Proposal, moment: datetime) -> Proposal:
    if proposal.statement.issued > moment:
        raise Unbelievable(f"it is of {proposal.statement.issued:%Y-%m-%d}, which has not come yet")
    return proposal


def _says_now(proposal: Proposal | None, library: Library) -> bool:
    """Whether the content gives the same bytes again, on the day of the proposal."""
    if proposal is None:
        return False
    statement = proposal.statement
    return candidate(library, statement.jurisdiction, statement.issued.date()) == proposal.content
