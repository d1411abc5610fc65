"""A campaign: what is agreed for a time, and the words of the alert it shows."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from builder.model.content.scalars import Authored, IsoDate, JurisdictionCode, Label, Line, Sentence, Slug, WholeNumber
from builder.model.content.words import Words

Placement = Literal["withdrawal", "p2p", "new-address", "card"]
Friction = Literal["acknowledge", "question"]
# Button words: short, so that they fit a phone of 320 px.
Button = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]


class Condition(Authored):
    """The alert is meant for users of whom the host app reports one of these values.

    A fact the app does not report counts as a match: it is worse to stay silent than to warn once too often.
    """

    fact: Literal["address", "asset", "channel", "first-send"]
    any_of: tuple[Label, ...] = Field(min_length=1, max_length=100)


class Variant(Authored):
    """One of several wordings, shown in proportion to its weight so that people do not grow used to one."""

    id: Slug
    weight: Annotated[WholeNumber, Field(ge=1, le=100)]


class CampaignFacts(Authored):
    """`content/campaigns/<slug>/campaign.yml`."""

    jurisdictions: tuple[JurisdictionCode, ...] = Field(min_length=1, max_length=250)
    placement: Placement
    starts_on: IsoDate
    ends_on: IsoDate = Field(description="The last day on which the alert is shown.")
    audience: tuple[Condition, ...] = Field(
        default=(), max_length=10, description="All must hold; empty means everyone."
    )
    friction: Friction = Field(description="`question`: going on asks for an answer first.")
    variants: tuple[Variant, ...] = Field(min_length=1, max_length=10)
    scams: tuple[Slug, ...] = Field(min_length=1, max_length=5)
    supersedes: Slug | None = None


class VariantWords(Authored):
    """The part of an alert that changes from variant to variant."""

    heading: Line
    consequence: Sentence = Field(description="What happens if this is a scam: that it cannot be undone.")


class CampaignWords(Words):
    """`content/campaigns/<slug>/<locale>.yml`."""

    variants: dict[Slug, VariantWords] = Field(min_length=1, max_length=10)
    question: Sentence = Field(description="The one question about the person's situation.")
    answer_yes: Button
    answer_no: Button
    advice_yes: Sentence = Field(description="Shown after a yes.")
    advice_no: Sentence = Field(description="Shown after a no.")
    scams_heading: Line
    call_heading: Line
    stop: Button
    proceed: Button
