"""Content, or a candidate for approval → everything the public gets of it, as trees of texts by place and language."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from builder.compare.corners import front_tree, place_tree, with_phones
from builder.compare.difference import Corner
from builder.compare.trees import leaves
from builder.model.approval import Candidate
from builder.model.document import Document
from builder.model.library import Library
from builder.model.printable import printable
from builder.model.site import PlannedPage, Site
from builder.model.views import GalleryBody, PreviewBody, SpecimenBody

# Where the site's own settings stand: they belong to no place and no language.
EVERYWHERE = Corner("", "")


@dataclass(frozen=True)
class PageTexts:
    """A page: its corner, its title, and every text on it in order."""

    corner: Corner
    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class State:
    """All that is public. `trees` have a home for each text; `pages` are by address; `documents` by path."""

    trees: Mapping[Corner, Any] = field(default_factory=dict)
    pages: Mapping[str, PageTexts] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)

    @property
    def corners(self) -> frozenset[Corner]:
        """Every place in every one of its languages."""
        return frozenset(corner for corner in self.trees if corner.place)


def state_of(library: Library, site: Site, documents: Iterable[Document]) -> State:
    """What the public would get if this content were published."""
    trees: dict[Corner, Any] = {EVERYWHERE: _settings(library)}
    for locale in library.locales:
        trees[Corner("", locale)] = front_tree(library, site, locale)
    for bundle in site.bundles:
        pages = [page for page in site.pages if page.scope.root == bundle.page]
        trees[Corner(bundle.jurisdiction, bundle.locale)] = place_tree(bundle, pages)
    places = {bundle.page: bundle.jurisdiction for bundle in site.bundles}
    texts = {page.address: _texts(page, places.get(page.scope.root, "")) for page in site.pages if _is_said(page)}
    return State(trees, texts, {document.source.path: document for document in documents})


def state_of_candidate(candidate: Candidate | None) -> State:
    """The exact bytes that a party is asked to sign, or has signed; nothing, where there are none yet."""
    if candidate is None:
        return State()
    bundles = {locale: json.loads(content) for locale, content in candidate.bundles.items()}
    trees = {Corner(candidate.jurisdiction, locale): with_phones(bundle) for locale, bundle in bundles.items()}
    roots = {bundle["page"]: locale for locale, bundle in bundles.items()}
    pages = {
        address: PageTexts(Corner(candidate.jurisdiction, locale), texts[0] if texts else "", tuple(texts))
        for address, texts in json.loads(candidate.pages).items()
        for root, locale in roots.items()
        if address.startswith(root)
    }
    return State(trees, pages)


def _is_said(page: PlannedPage) -> bool:
    """The demo, the gallery and its specimen say nothing that does not stand in the words of the site or an alert."""
    return not isinstance(page.body, GalleryBody | PreviewBody | SpecimenBody)


def _texts(page: PlannedPage, place: str) -> PageTexts:
    said = printable((page.title, page.description, page.notices, page.body))
    texts = tuple(text for path, text in leaves(said) if path[-1] not in ("wordings", "stale", "is_short"))
    return PageTexts(Corner(place, page.scope.locale), page.title, texts)


def _settings(library: Library) -> dict[str, Any]:
    """What is the same in every language: addresses of the exchange, what is turned off, whose signatures count."""
    config, off = library.config, library.switches.published
    return {
        "brand": {"base_url": config.base_url, **config.brand.model_dump(exclude={"names"})},
        "off": {"alerts": dict.fromkeys(off.alerts, "off"), "groups": dict.fromkeys(off.groups, "off")},
        "keys": _keys(library),
    }


def _keys(library: Library) -> dict[str, Any]:
    trust = library.trust.trust
    parties = {"pointer": trust.latest, "exchange": trust.exchange}
    parties |= {f"police of {place}": keys for place, keys in trust.police.items()}
    return {party: {key.keyid: key.algorithm for key in keys} for party, keys in parties.items()}
