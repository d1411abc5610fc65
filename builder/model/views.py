"""What templates receive: one typed object per kind of page, all texts finished in the page's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.model.cards import ContactCard, FigureLine, Place, PlaceChoice, ScamCard, SourceLine
from builder.model.content.jurisdiction import Tip
from builder.model.content.scam import ScamWords


@dataclass(frozen=True)
class AboutLink:
    """A page that belongs to no place."""

    address: str
    icon: str
    title: str
    summary: str


@dataclass(frozen=True)
class HomeBody:
    """The chooser."""

    places: tuple[Place, ...]
    about: tuple[AboutLink, ...]


@dataclass(frozen=True)
class HeldScam:
    """A scam of an approved bundle."""

    language: str
    title: str
    summary: str
    signs: tuple[str, ...]


@dataclass(frozen=True)
class StartBody:
    """A jurisdiction's first page, in the order a person in panic needs."""

    place: str
    intro: str
    approval: str
    first: ContactCard
    danger: str
    danger_href: str
    contacts: tuple[ContactCard, ...]
    check_tools: tuple[ContactCard, ...]
    scams: tuple[ScamCard, ...]
    never_exchange: tuple[str, ...]
    never_police: tuple[str, ...]
    figures: tuple[FigureLine, ...]
    notes: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    as_of: str
    not_dialled: str
    verify_url: str
    verify_shown: str
    police_page: str
    check_page: str


@dataclass(frozen=True)
class HeldBody:
    """What was approved last of a place whose new content waits: whom to call, and the signs of each scam."""

    contacts: tuple[ContactCard, ...]
    scams: tuple[HeldScam, ...]


@dataclass(frozen=True)
class ScamListBody:
    """All scams of a place."""

    scams: tuple[ScamCard, ...]


@dataclass(frozen=True)
class ScamBody:
    """One scam, told in a place."""

    words: ScamWords
    language: str
    icon: str
    vectors: tuple[str, ...]
    official_name: str
    official_source: SourceLine | None
    first: ContactCard


@dataclass(frozen=True)
class TipsBody:
    """Advice and never-asks."""

    tips: tuple[Tip, ...]
    never_exchange: tuple[str, ...]
    never_police: tuple[str, ...]


@dataclass(frozen=True)
class ContactsBody:
    """Everyone who helps."""

    contacts: tuple[ContactCard, ...]
    not_dialled: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class CheckQuestion:
    """A question of the self-check that points to a scam."""

    question: str
    link_title: str
    address: str


@dataclass(frozen=True)
class CheckBody:
    """The self-check; works without JavaScript."""

    scam_questions: tuple[CheckQuestion, ...]
    first: ContactCard


@dataclass(frozen=True)
class TextSection:
    """A heading and Markdown, placeholders already filled."""

    heading: str
    markdown: str


@dataclass(frozen=True)
class TextBody:
    """A page of prose."""

    summary: str
    language: str
    sections: tuple[TextSection, ...]
    figures: tuple[FigureLine, ...]


@dataclass(frozen=True)
class NotFoundBody:
    """Shown by the web server for any address that does not exist."""

    home: str


@dataclass(frozen=True)
class PreviewBody:
    """The demo withdrawal: places with their locales, and its words by locale for its script."""

    places: tuple[Place, ...]
    words: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Wording:
    """A variant of a published alert. A number drawn at `chance`, in [0, 1), chooses it."""

    jurisdiction: str
    place: PlaceChoice
    placement: str
    alert: str
    variant: str
    chance: str


@dataclass(frozen=True)
class GalleryBody:
    """Every published wording; `source_locale` is the language that untranslated alerts are in."""

    wordings: tuple[Wording, ...]
    source_locale: str


@dataclass(frozen=True)
class SpecimenBody:
    """A pretend app that mounts one example of the alert; its words by locale for its script."""

    words: Mapping[str, Mapping[str, object]]


Body = (
    HomeBody
    | StartBody
    | HeldBody
    | ScamListBody
    | ScamBody
    | TipsBody
    | ContactsBody
    | CheckBody
    | TextBody
    | NotFoundBody
    | PreviewBody
    | GalleryBody
    | SpecimenBody
)
