"""What may go out: everything under a developer's keys, or in production what the parties have approved."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from builder.approval.standing import Standing
from builder.model.approval import SignedRelease
from builder.model.bundle import Bundle
from builder.model.library import Library
from builder.model.output import CannotPublish
from builder.model.site import Site
from builder.model.trust import Keys, Trust
from builder.plan import plan
from builder.render.candidates import candidates
from builder.seal.releases import signed_for_everybody


@dataclass(frozen=True)
class Publication:
    """The content that goes out, and the keys that its clients pin. `standings` are empty outside production."""

    library: Library
    trust: Trust
    keys: Keys
    standings: tuple[Standing, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no jurisdiction could be published, now or as it was approved last."""
        return bool(self.standings) and not any(place.signed for place in self.standings)

    @property
    def held(self) -> tuple[tuple[Bundle, ...], ...]:
        """The last approved bundles of places whose new content waits: an older warning is better than none."""
        waiting = (place for place in self.standings if not place.publishable)
        return tuple(place.last_approved for place in waiting if place.last_approved)

    def planned(self, today: date) -> Site:
        """The site."""
        return plan(self.library, today, self.trust, approved=bool(self.standings), held=self.held)

    def releases(self, site: Site, moment: datetime) -> tuple[tuple[SignedRelease, ...], ...]:
        """By jurisdiction, the newest first: as the parties signed them, or signed by the builder for everybody."""
        if self.standings:
            return tuple(place.signed for place in self.standings if place.signed)
        return tuple((release,) for release in signed_for_everybody(candidates(site), self.keys, moment))

    def shown(self, site: Site) -> tuple[Bundle, ...]:
        """The bundles whose numbers stand on pages."""
        return (*site.bundles, *(bundle for together in self.held for bundle in together))


def everything(library: Library, keys: Keys) -> Publication:
    """All content, for a preview."""
    return Publication(library, keys.trust(library.jurisdictions), keys)


def approved(library: Library, standings: Iterable[Standing], keys: Keys) -> Publication:
    """The jurisdictions whose content is what the parties approved. Raises CannotPublish for a key nobody pins."""
    trust, found = library.trust.trust, tuple(standings)
    if keys.latest.key not in trust.latest:
        raise CannotPublish("The key given is not the one of “latest” in trust.yml.")
    return Publication(library.only([place.jurisdiction for place in found if place.publishable]), trust, keys, found)
