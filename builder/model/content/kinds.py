"""The kinds of entry below `content/`: a folder of entries, each with one file of facts and one of words per locale."""

from dataclasses import dataclass

from builder.model.content.campaign import CampaignFacts, CampaignWords
from builder.model.content.jurisdiction import JurisdictionFacts, JurisdictionWords
from builder.model.content.page import PageFacts, PageWords
from builder.model.content.partner import PartnerFacts, PartnerWords
from builder.model.content.scalars import Authored
from builder.model.content.scam import ScamFacts, ScamWords
from builder.model.content.words import Words


@dataclass(frozen=True)
class Kind:
    """Where the files of one kind of entry stand, and what they must hold."""

    folder: str
    noun: str
    facts: type[Authored]
    words: type[Words]

    @property
    def facts_file(self) -> str:
        """The name of the file of facts: `scam.yml`."""
        return f"{self.noun}.yml"


KINDS = (
    Kind("partners", "partner", PartnerFacts, PartnerWords),
    Kind("scams", "scam", ScamFacts, ScamWords),
    Kind("jurisdictions", "jurisdiction", JurisdictionFacts, JurisdictionWords),
    Kind("campaigns", "campaign", CampaignFacts, CampaignWords),
    Kind("pages", "page", PageFacts, PageWords),
)
