"""Parts that stand on pages of several kinds, all texts finished in the page's language."""

from dataclasses import dataclass

from builder.model.content.jurisdiction import ContactKind


@dataclass(frozen=True)
class SourceLine:
    """A source as shown: what was read, where, and how sure that makes us."""

    title: str
    url: str
    confidence: str


@dataclass(frozen=True)
class ContactCard:
    """A contact with every line ready to show; an empty line is left out."""

    id: str
    kind: ContactKind
    kind_label: str
    name: str
    operator: str
    helps_with: str
    limits: str
    number: str
    is_short: bool
    href: str
    hours: str
    local_only: str
    url: str
    url_shown: str
    checked: str
    stale: bool
    source: SourceLine


@dataclass(frozen=True)
class FigureLine:
    """A figure as a sentence, with its source."""

    text: str
    source: SourceLine


@dataclass(frozen=True)
class ScamCard:
    """A scam in a list."""

    address: str
    icon: str
    language: str
    title: str
    summary: str
    official_name: str
    signs: tuple[str, ...]


@dataclass(frozen=True)
class PlaceChoice:
    """A place in the chooser, once per language. `wordings` are those of its alerts, as the gallery reads them."""

    name: str
    address: str
    locale: str
    language: str
    direction: str
    wordings: str = ""


@dataclass(frozen=True)
class Place:
    """A jurisdiction in the chooser."""

    code: str
    choices: tuple[PlaceChoice, ...]
