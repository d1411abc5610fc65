"""What is published, at which address: pages hold finished texts and know nothing of HTML."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from builder.model.bundle import Bundle
from builder.model.content.strings import Baseline, Strings
from builder.model.trust import Trust
from builder.model.views import Body


@dataclass(frozen=True)
class Link:
    """A place on the site. `address` is below the site: `hk/en/tips/`, or empty for the start page."""

    title: str
    address: str
    language: str = ""


@dataclass(frozen=True)
class Scope:
    """A language root: everything a reader of one place and language moves in, and searches.

    `formats` is the tag by which dates and amounts are written, such as `en-HK`. `standing` says who has approved what
    stands here, or that it is a draft.
    """

    root: str
    locale: str
    formats: str
    direction: str
    strings: Strings
    site_name: str
    home: str
    menu: tuple[Link, ...]
    call: Link | None
    draft: bool
    standing: tuple[str, ...]


@dataclass(frozen=True)
class PlannedPage:
    """A page with its final address. `body` decides the template; `sources` are the authors' files it came from."""

    address: str
    scope: Scope
    title: str
    description: str
    body: Body
    alternates: tuple[Link, ...]
    notices: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def file(self) -> str:
        """The file behind the address."""
        return self.address if self.address.endswith(".html") else f"{self.address}index.html"


@dataclass(frozen=True)
class BaselineWarning:
    """The warning compiled into the alert, in one language."""

    language: str
    direction: str
    notices: tuple[str, ...]
    words: Baseline


@dataclass(frozen=True)
class Site:
    """All that is published, or a part of it: one jurisdiction, or what belongs to none. No two pages share an address.

    `held` are the approved bundles of places whose new content waits.
    """

    base_url: str
    as_of: date
    trust: Trust
    scopes: tuple[Scope, ...]
    pages: tuple[PlannedPage, ...]
    bundles: tuple[Bundle, ...]
    held: tuple[tuple[Bundle, ...], ...]
    baselines: tuple[BaselineWarning, ...]
    strings: Mapping[str, Strings]

    @property
    def shown(self) -> tuple[tuple[Bundle, ...], ...]:
        """The bundles whose words and numbers stand on pages, by jurisdiction and in the order of their codes."""
        by_place: dict[str, tuple[Bundle, ...]] = {}
        for bundle in (*chain.from_iterable(self.held), *self.bundles):
            by_place[bundle.jurisdiction] = (*by_place.get(bundle.jurisdiction, ()), bundle)
        return tuple(by_place[code] for code in sorted(by_place))
