"""A campaign: what is agreed for a time, and the words of the alert it shows."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from builder.model.content.audience import Condition
from builder.model.content.scalars import Authored, IsoDate, JurisdictionCode, Line, Sentence, Slug, WholeNumber
from builder.model.content.words import Words

Placement = Literal["withdrawal", "p2p", "new-address", "card"]
# How much stands between a person and going on, from little to much.
Friction = Literal["acknowledge", "question", "pause", "cool-off"]
# The axes of the Common Alerting Protocol 1.2 (OASIS, July 2010), in its own spelling: three questions, not one “risk”.
Status = Literal["Actual", "Exercise", "System", "Test", "Draft"]
Urgency = Literal["Immediate", "Expected", "Future", "Past", "Unknown"]
Severity = Literal["Extreme", "Severe", "Moderate", "Minor", "Unknown"]
Certainty = Literal["Observed", "Likely", "Possible", "Unlikely", "Unknown"]
# What a person may recognise of their own situation; the words stand in `content/strings/`.
Situation = Literal["guided", "secret", "new-friend", "fee"]
Hours = Annotated[WholeNumber, Field(ge=1, le=720)]
# Button words: short, so that they fit a phone of 320 px.
Button = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]


class Variant(Authored):
    """One of several wordings, shown in proportion to its weight so that people do not grow used to one."""

    id: Slug
    weight: Annotated[WholeNumber, Field(ge=1, le=100)]


class Exposure(Authored):
    """How often one device shows the alert before it rests: a warning seen too often is no longer read."""

    most: Annotated[WholeNumber, Field(ge=1, le=100)] = Field(description="Showings within `within_hours`.")
    within_hours: Hours
    rest_hours: Hours = Field(description="Counted from the last showing.")


class CampaignFacts(Authored):
    """`content/campaigns/<slug>/campaign.yml`."""

    jurisdictions: tuple[JurisdictionCode, ...] = Field(min_length=1, max_length=250)
    placement: Placement
    group: Slug | None = Field(default=None, description="Campaigns that one entry of switches.yml turns off together.")
    status: Status = Field(default="Actual", description="Everything else is never shown to users.")
    urgency: Urgency = "Expected"
    severity: Severity = "Severe"
    certainty: Certainty = Field(default="Possible", description="Observed or Likely: the alert may use red.")
    starts_on: IsoDate
    ends_on: IsoDate = Field(description="The last day on which the alert is shown.")
    cancelled_on: IsoDate | None = Field(default=None, description="Taken back; users see the general warning.")
    audience: tuple[Condition, ...] = Field(
        default=(), max_length=10, description="All must hold; empty means everyone."
    )
    friction: Friction = Field(
        description="`question`: going on asks for an answer first. `pause`: the same, and a pause is offered. "
        "`cool-off`: the same as `question`, and the app holds the transfer."
    )
    pauses: tuple[Hours, ...] = Field(default=(), max_length=4, description="Hours to choose from, with `pause`.")
    cool_off_hours: Hours | None = Field(default=None, description="How long the app holds it, with `cool-off`.")
    exposure: Exposure | None = None
    holdout: Annotated[WholeNumber, Field(ge=0, le=50)] = Field(
        default=0, description="Percent of devices that see no alert, so that its effect can be told."
    )
    variants: tuple[Variant, ...] = Field(min_length=1, max_length=10)
    scams: tuple[Slug, ...] = Field(min_length=1, max_length=5)
    situations: dict[Situation, Slug] = Field(default_factory=dict, description="Which scam each points to.")
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
