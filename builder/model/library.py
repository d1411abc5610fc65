"""The content as a whole: after the gate it is complete and consistent, and no one checks again."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from builder.model.content.campaign import CampaignFacts, CampaignWords
from builder.model.content.config import SiteConfig
from builder.model.content.jurisdiction import JurisdictionFacts, JurisdictionWords
from builder.model.content.page import PageFacts, PageWords
from builder.model.content.partner import PartnerFacts, PartnerWords
from builder.model.content.phone import ShortCode
from builder.model.content.scalars import Authored
from builder.model.content.scam import ScamFacts, ScamWords
from builder.model.content.strings import Strings
from builder.model.content.switches import Switches
from builder.model.content.trust import TrustFile
from builder.model.content.words import Words

F = TypeVar("F", bound=Authored)
W = TypeVar("W", bound=Words)

SHORT_CODES = "content/short_codes.yml"


@dataclass(frozen=True)
class Entry(Generic[F, W]):
    """One scam, jurisdiction, campaign, page or partner: facts once, words per locale."""

    slug: str
    facts_file: str
    facts: F
    words: Mapping[str, W]

    def words_file(self, locale: str) -> str:
        """Path of the file of words of a locale."""
        return f"{self.facts_file.rpartition('/')[0]}/{locale}.yml"

    def files(self, locale: str, fallback: str) -> tuple[str, str]:
        """The two files that an entry comes from in a locale."""
        return self.facts_file, self.words_file(self.in_locale(locale, fallback).language)

    def in_locale(self, locale: str, fallback: str) -> "Translated[W]":
        """The words in a locale, or, where the locale is partial and lacks them, in the fallback."""
        language = locale if locale in self.words else fallback
        return Translated(language, self.words[language])


@dataclass(frozen=True)
class Translated(Generic[W]):
    """Words, and the language they are really in."""

    language: str
    words: W


Partner = Entry[PartnerFacts, PartnerWords]
Scam = Entry[ScamFacts, ScamWords]
Jurisdiction = Entry[JurisdictionFacts, JurisdictionWords]
Campaign = Entry[CampaignFacts, CampaignWords]
Page = Entry[PageFacts, PageWords]


@dataclass(frozen=True)
class Library:
    """Everything authors wrote, typed. Mappings are sorted by slug."""

    config: SiteConfig
    trust: TrustFile
    switches: Switches
    strings: Mapping[str, Strings]
    short_codes: tuple[ShortCode, ...]
    partners: Mapping[str, Partner]
    scams: Mapping[str, Scam]
    jurisdictions: Mapping[str, Jurisdiction]
    campaigns: Mapping[str, Campaign]
    pages: Mapping[str, Page]

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages of the site, the source language first."""
        return tuple(locale.code for locale in self.config.locales)

    def only(self, places: Collection[str]) -> "Library":
        """The same content for fewer jurisdictions."""
        kept = {code: place for code, place in self.jurisdictions.items() if code in places}
        return replace(self, jurisdictions=kept)

    def with_drafts_running(self) -> "Library":
        """The same content, with campaigns that are still drafts as they will be."""
        running = {"status": "Actual"}
        campaigns = {
            slug: replace(each, facts=each.facts.model_copy(update=running)) if each.facts.status == "Draft" else each
            for slug, each in self.campaigns.items()
        }
        return replace(self, campaigns=campaigns)

    def ordered_pages(self) -> tuple[Page, ...]:
        """The pages that belong to no jurisdiction, in the order of the menu."""
        return tuple(sorted(self.pages.values(), key=lambda page: page.facts.order))

    def partners_of(self, jurisdiction: Jurisdiction) -> tuple[Partner, ...]:
        """The police bodies of a jurisdiction, in its own order."""
        return tuple(self.partners[slug] for slug in jurisdiction.facts.partners)
