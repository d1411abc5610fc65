"""A few answers → the files of a new entry, complete but for the words; each text to write is marked and listed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from builder.edit.scaffold import campaign, contact, jurisdiction, language, partner, scam
from builder.edit.scaffold.draft import Draft
from builder.edit.scaffold.questions import Answers, Question
from builder.edit.scaffold.shelf import Shelf


@dataclass(frozen=True)
class Scaffold:
    """What is asked about one kind of entry, and what the answers make."""

    says: str
    questions: tuple[Question, ...]
    draft: Callable[[Shelf, Answers], Draft]


SCAFFOLDS: Mapping[str, Scaffold] = {
    "jurisdiction": Scaffold(
        "A place: its first contact, its words, and if wished its police and a campaign.",
        jurisdiction.QUESTIONS,
        jurisdiction.jurisdiction,
    ),
    "scam": Scaffold("A type of scam, shown in the places you name.", scam.QUESTIONS, scam.scam),
    "campaign": Scaffold("A campaign: an alert with its words.", campaign.QUESTIONS, campaign.campaign),
    "locale": Scaffold("A language of the site.", language.QUESTIONS, language.language),
    "contact": Scaffold("A contact of a place.", contact.QUESTIONS, contact.contact),
    "partner": Scaffold("A police body of a place.", partner.QUESTIONS, partner.partner),
}
