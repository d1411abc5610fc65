"""A scam: one type of story that scammers tell."""

from typing import Literal, get_args

from pydantic import Field

from builder.model.content.icons import Icon
from builder.model.content.scalars import Authored, JurisdictionCode, Line, LocaleCode, Paragraph, Sentence
from builder.model.content.source import Sourced
from builder.model.content.words import Words

# The taxonomy is the project's own; `official_names` maps it to what each authority calls the same story.
ScamType = Literal[
    "authority",
    "extortion",
    "giveaway",
    "invest-groomed",
    "invest-platform",
    "job-task",
    "known-person",
    "mule",
    "platform-support",
    "recovery",
    "redirect",
    "remote-access",
    "romance",
    "trade-purchase",
    "unlock-fee",
    "wallet-drain",
]
Vector = Literal["phone-call", "text-message", "e-mail", "direct-message", "advert", "app", "in-person"]
Stage = Literal["lure", "first-payment", "escalation", "unlock-fee", "recovery"]
Speaker = Literal["scammer", "you", "note"]
Tactic = Literal["trust", "authority", "urgency", "secrecy", "fear", "greed", "guided", "shame"]


class OfficialName(Sourced):
    """What the authorities of one place call this scam."""

    jurisdiction: JurisdictionCode
    names: dict[LocaleCode, Line] = Field(min_length=1)


class ScamFacts(Authored):
    """`content/scams/<slug>/scam.yml`."""

    type: ScamType = Field(
        description="The story told, apart from how it arrives (`vectors`) and how far it is (`stages`)."
    )
    icon: Icon
    vectors: tuple[Vector, ...] = Field(min_length=1, max_length=len(get_args(Vector)))
    stages: tuple[Stage, ...] = Field(min_length=1, max_length=len(get_args(Stage)))
    tactics: tuple[Tactic, ...] = Field(min_length=1, max_length=len(get_args(Tactic)))
    example_vector: Vector
    official_names: tuple[OfficialName, ...] = Field(default=(), max_length=100)


class ExampleLine(Authored):
    """One message or spoken sentence; `note` is our own remark between the lines."""

    who: Speaker
    text: Sentence


class Example(Authored):
    """A worked example, invented but true to type."""

    setting: Sentence
    lines: tuple[ExampleLine, ...] = Field(min_length=4, max_length=12)


class ScamWords(Words):
    """`content/scams/<slug>/<locale>.yml`."""

    title: Line
    summary: Sentence
    question: Sentence = Field(description="Asked in the self-check: a yes points to this scam.")
    how_it_works: tuple[Sentence, ...] = Field(min_length=3, max_length=6)
    red_flags: tuple[Sentence, ...] = Field(min_length=3, max_length=6)
    example: Example
    what_to_do: tuple[Paragraph, ...] = Field(min_length=3, max_length=6)
