"""What may go out of a jurisdiction: everything, for a developer, or in production what its parties have approved."""

from dataclasses import astuple, dataclass
from datetime import date, datetime
from itertools import chain

from builder.approval.standing import Standing
from builder.model.approval import SignedRelease
from builder.model.chapter import Chapter, Told
from builder.model.json_bytes import json_bytes
from builder.model.library import Library
from builder.model.output import OutputFile
from builder.model.release import WARNINGS
from builder.model.site import Site
from builder.plan import plan_places
from builder.plan.general_pages import choices
from builder.render import Renderer
from builder.render.candidates import candidates
from builder.seal.agreement import numbers_of
from builder.seal.releases import bundle_files, digest_of, of_the_day, release_files


@dataclass(frozen=True)
class Publication:
    """The site of one jurisdiction and its releases, the newest first; without any, the builder signs one itself."""

    place: str
    site: Site
    signed: tuple[SignedRelease, ...] = ()
    held_back: str = ""

    def chapter(self, renderer: Renderer, moment: datetime) -> Chapter:
        """Its files. Raises ValueError if a page shows another number than its bundle."""
        site, unsigned = self.site, b""
        files = list(renderer.places(site))
        if self.signed:
            # Two releases may hold the same bundle.
            files += {file.path: file for release in self.signed for file in release_files(release)}.values()
        elif site.bundles:
            (candidate,) = candidates(site)
            unsigned = json_bytes(of_the_day(candidate, moment))
            files += bundle_files(self.place, candidate.bundles)
        return Chapter(tuple(files), self._told(files, renderer, unsigned))

    def _told(self, files: list[OutputFile], renderer: Renderer, unsigned: bytes) -> Told:
        shown = tuple(chain.from_iterable(self.site.shown))
        return Told(
            place=self.place,
            choices=tuple(astuple(choice) for place in choices(self.site.shown) for choice in place.choices),
            pages=len(self.site.pages),
            bundles=len(self.site.bundles),
            example=next((file.path for file in files if _is_example(file, self.site)), ""),
            scripts=tuple(sorted(renderer.scripts(self.site.pages))),
            numbers=numbers_of(files, shown),
            unsigned=unsigned.decode(),
            release=digest_of(self.signed[0]).model_dump() if self.signed else {},
            held_back=self.held_back,
        )


def _is_example(file: OutputFile, site: Site) -> bool:
    first = site.bundles[0] if site.bundles else None
    return first is not None and file.path.startswith(f"{WARNINGS}{first.jurisdiction}/{first.locale}.")


def everything(library: Library, today: date) -> Publication:
    """All content of the one jurisdiction in the library, for a preview."""
    (place,) = library.jurisdictions
    return Publication(place, plan_places(library, today, library.trust.trust))


def approved_content(library: Library, standing: Standing, today: date) -> Publication:
    """The jurisdiction in the library if its content is what the parties approved, otherwise as they approved it last.

    An older warning is better than none.
    """
    trust = library.trust.trust
    if standing.publishable:
        site = plan_places(library, today, trust, approved=True)
        return Publication(standing.jurisdiction, site, standing.signed)
    held = (standing.last_approved,) if standing.last_approved else ()
    site = plan_places(library.only([]), today, trust, approved=True, held=held)
    return Publication(standing.jurisdiction, site, standing.signed, str(standing))
