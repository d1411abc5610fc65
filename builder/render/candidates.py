"""A jurisdiction's warnings and words as exact bytes: what its parties are asked to approve."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from builder.model.approval import Candidate
from builder.model.json_bytes import json_bytes
from builder.model.site import PlannedPage, Site


def candidates(site: Site) -> tuple[Candidate, ...]:
    """One per jurisdiction, in the order of the site's bundles."""
    bundles: dict[str, dict[str, bytes]] = defaultdict(dict)
    roots: dict[str, set[str]] = defaultdict(set)
    for bundle in site.bundles:
        bundles[bundle.jurisdiction][bundle.locale] = json_bytes(bundle)
        roots[bundle.jurisdiction].add(bundle.page)
    return tuple(Candidate(place, bundles[place], json_bytes(_words(site, roots[place]))) for place in bundles)


def _words(site: Site, roots: set[str]) -> Mapping[str, list[str]]:
    """Every text of every page, by address. How a page looks is not part of an approval; what it says is."""
    return {page.address: _texts(_said(page)) for page in site.pages if page.scope.root in roots}


def _said(page: PlannedPage) -> tuple[object, ...]:
    return (page.title, page.description, page.notices, page.body)


def _texts(value: object) -> list[str]:
    """Every text and date inside, in the order of the fields."""
    found: list[str] = []
    _gather(value, found)
    return found


def _gather(value: object, found: list[str]) -> None:
    if isinstance(value, str):
        found.append(value)
    elif isinstance(value, tuple):
        for item in value:
            _gather(item, found)
    elif isinstance(value, Mapping):
        for item in value.values():
            _gather(item, found)
    elif isinstance(value, date):
        found.append(value.isoformat())
    elif hasattr(value, "__dict__"):  # a model or a dataclass
        for item in vars(value).values():
            _gather(item, found)
