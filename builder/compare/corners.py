"""What people of a place read in one language, as one tree: each text has one home in it, however often it is shown."""

from collections.abc import Iterable
from typing import Any

from builder.compare.numbers import told
from builder.model.bundle import Bundle
from builder.model.library import Library
from builder.model.printable import printable
from builder.model.site import PlannedPage, Site
from builder.model.views import Body, ContactsBody, ScamBody, StartBody, TextBody, TipsBody

# A card's lines that the bundle does not carry, or that say nothing beside those it carries.
_CARD_LINES = ("kind_label", "local_only", "source")


def with_phones(value: Any) -> Any:
    """A bundle in which each number is one text: `21 23 45 67, dials +4721234567`, so that it is told once."""
    if isinstance(value, list):
        return [with_phones(item) for item in value]
    if not isinstance(value, dict):
        return value
    made = {key: with_phones(item) for key, item in value.items()}
    return made | {"phone": told(made["phone"])} if isinstance(made.get("phone"), dict) else made


def place_tree(bundle: Bundle, pages: Iterable[PlannedPage]) -> dict[str, Any]:
    """The bundle, and what only the pages say."""
    tree: dict[str, Any] = with_phones(bundle.model_dump(mode="json", exclude={"as_of", "format", "draft"}))
    told = {scam["id"]: scam for scam in tree["scams"]}
    scams: dict[str, Any] = {}
    for page in pages:
        if isinstance(page.body, ScamBody):
            slug = _slug(page.address)
            scams[slug] = {"id": slug, "page": page.address, **told.get(slug, {}), **_scam(page.body)}
        else:
            tree |= _said(page.body, tree["contacts"])
    return {**tree, "scams": list(scams.values())}


def _said(body: Body, contacts: list[dict[str, Any]]) -> dict[str, Any]:
    """What a page of a place says beside the bundle."""
    match body:
        case StartBody():
            return {"intro": body.intro, "danger": body.danger, "figures": printable(body.figures)}
        case TipsBody():
            return {name: printable(getattr(body, name)) for name in ("tips", "never_exchange", "never_police")}
        case ContactsBody():
            lines = ({line: printable(getattr(card, line)) for line in _CARD_LINES} for card in body.contacts)
            cards = [contact | more for contact, more in zip(contacts, lines, strict=True)]
            return {"contacts": cards, "notes": list(body.notes)}
    return {}


def _scam(body: ScamBody) -> dict[str, Any]:
    words = body.words.model_dump(mode="json", exclude={"reviewed"})
    official = {"official_name": body.official_name, "source": printable(body.official_source)}
    return {**words, **official, "icon": body.icon, "vectors": list(body.vectors)}


def front_tree(library: Library, site: Site, locale: str) -> dict[str, Any]:
    """The exchange's name, the site's own words, and the pages of prose."""
    pages = {
        _slug(page.address): {"id": _slug(page.address), "title": page.title, **_prose(page.body)}
        for page in site.pages
        if isinstance(page.body, TextBody) and page.scope.locale == locale
    }
    strings = site.strings[locale].model_dump(mode="json", exclude={"reviewed"})
    in_menu_order = [pages[page.slug] for page in library.ordered_pages()]
    return {"name": library.config.brand.names[locale], "strings": strings, "pages": in_menu_order}


def _prose(body: TextBody) -> dict[str, Any]:
    return {"summary": body.summary, "sections": printable(body.sections), "figures": printable(body.figures)}


def _slug(address: str) -> str:
    """The last part of an address: `romance` of `hk/en/scams/romance/`."""
    return address.rstrip("/").rpartition("/")[2]
