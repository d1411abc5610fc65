"""The published contract: the JSON of one jurisdiction in one locale, for the alert and for native apps.

Additive within version 1: a client ignores fields and enum values it does not know. All texts are plain text.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from builder.model.content.campaign import Certainty, Friction, Placement, Severity, Situation, Status, Urgency
from builder.model.content.jurisdiction import ContactKind
from builder.model.content.phone import PhoneKind
from builder.model.content.scam import ScamType, Speaker
from builder.model.content.strings import EvidenceField
from builder.model.published import Published


class BundlePhone(Published):
    """A number to dial."""

    kind: PhoneKind
    number: str = Field(description="As stored: digits, an e164 number with its +.")
    display: str = Field(description="As people of the place write it.")
    href: str = Field(
        pattern=r"^tel:\+?[0-9]{2,15}$",
        description="A tel: address. Short numbers have no country code: they work only inside.",
    )


class BundleContact(Published):
    """Somebody who helps, in the order to try them."""

    id: str
    kind: ContactKind
    name: str
    operator: str | None = Field(description="Who runs it.")
    helps_with: str = Field(description="What it is for, as a sentence.")
    limits: str | None = Field(description="What it cannot do; to be shown with it.")
    phone: BundlePhone | None = Field(description="A contact has a phone or a `url` or both.")
    url: str | None = Field(
        pattern=r"^https://[a-z0-9.-]+(/[A-Za-z0-9/._~-]*)?$", description="A plain https address, or nothing."
    )
    hours: str | None = Field(description="In words, in the bundle's language.")
    checked_on: date
    checked: str = Field(description="When it was checked, as a sentence; to be shown at least when `stale`.")
    stale: bool = Field(description="The check is older than the publisher's own limit.")


class BundleLine(Published):
    """A line of a worked example."""

    who: Speaker
    speaker: str = Field(description="Who speaks, as a word to show.")
    text: str


class BundleExample(Published):
    """An invented conversation that is true to type."""

    setting: str
    lines: tuple[BundleLine, ...]


class BundleScam(Published):
    """A type of scam and its signs."""

    id: str
    type: ScamType
    language: str
    icon: str = Field(description="Outline of a drawing of 24 by 24, as the `d` of an SVG path.")
    title: str
    summary: str
    red_flags: tuple[str, ...]
    example: BundleExample
    page: str = Field(description="Address below the site, such as hk/en/scams/romance/.")


class BundleCondition(Published):
    """Holds if the app reports one of these values, or does not report the fact at all."""

    fact: str
    any_of: tuple[str, ...]


class BundleVariant(Published):
    """A wording, chosen in proportion to its weight."""

    id: str
    weight: int = Field(ge=1, description="Drawn in proportion to the sum of all weights.")
    heading: str
    consequence: str


class BundleSituation(Published):
    """What a person may recognise of their own situation, and the scam it points to."""

    id: Situation
    text: str
    scam: str = Field(description="Id of one of the alert's scams.")


class BundlePause(Published):
    """A pause that the person may choose."""

    hours: int
    label: str = Field(description="For the button.")


class BundleExposure(Published):
    """After `most` showings on a device in the last `within_hours`, the alert rests, `rest_hours` from the last one."""

    most: int
    within_hours: int
    rest_hours: int


class BundleAlert(Published):
    """What a user sees at a placement, between two dates, both included, in UTC.

    `status`, `urgency`, `severity` and `certainty` are those of the Common Alerting Protocol 1.2.
    """

    id: str
    language: str
    placement: Placement
    group: str | None = Field(description="Alerts that the pointer can turn off together.")
    status: Status = Field(description="Only `Actual` is for users.")
    urgency: Urgency
    severity: Severity
    certainty: Certainty
    starts_on: date = Field(description="The first day, in UTC.")
    ends_on: date = Field(description="The last day, included, in UTC.")
    audience: tuple[BundleCondition, ...] = Field(description="All must hold; empty means everyone.")
    friction: Friction
    pauses: tuple[BundlePause, ...] = Field(description="With `pause`: what may be chosen.")
    cool_off_hours: int | None = Field(description="With `cool-off`: how long the app holds the transfer.")
    cool_off: str | None = Field(description="The same as a sentence for the person.")
    exposure: BundleExposure | None
    holdout: int = Field(description="Percent of devices that are shown nothing, to tell the effect of the alert.")
    variants: tuple[BundleVariant, ...] = Field(min_length=1)
    question: str
    answer_yes: str
    answer_no: str
    advice_yes: str
    advice_no: str
    scams_heading: str
    scams: tuple[str, ...] = Field(description="Ids of scams in this bundle.")
    situations: tuple[BundleSituation, ...]
    call_heading: str
    stop: str
    proceed: str
    supersedes: str | None = Field(description="Id of an alert that is not shown while this one is.")


class BundleSent(Published):
    """What to do if the money is already gone."""

    heading: str
    lead: str
    steps: tuple[str, ...]


class BundleField(Published):
    """A line to fill in."""

    id: EvidenceField
    label: str


class BundleEvidence(Published):
    """What to keep for the police: filled in and saved on the device, sent to nobody."""

    heading: str
    lead: str
    fields: tuple[BundleField, ...]
    save: str
    saved: str
    note: str = Field(description="That nothing leaves the device.")


class BundleLabels(Published):
    """Short words of the alert that are the same in every campaign."""

    signs: str
    example: str
    read_more: str
    pauses: str = Field(description="Above the pauses.")


class Bundle(Published):
    """Everything an app needs to warn a user in one place and language."""

    format: Literal["antiscam-bundle/1"]
    jurisdiction: str = Field(description="ISO 3166 code, such as HK or US-CA.")
    locale: str = Field(description="BCP 47 tag, such as zh-Hant.")
    direction: Literal["ltr", "rtl"]
    place: str = Field(description="The name of the jurisdiction, in the bundle's language.")
    as_of: date = Field(description="The day the bundle was made.")
    draft: bool = Field(description="True until the police partner and the exchange have approved these words.")
    label: str = Field(description="The word for a warning, above its heading.")
    speaker: str = Field(description="One line that names who speaks.")
    notices: tuple[str, ...] = Field(description="Always shown: whose advice is used, and what is not approved.")
    page: str = Field(description="Address of the jurisdiction's page below the site.")
    first_call: str = Field(description="Id of the contact to show largest.")
    contacts: tuple[BundleContact, ...]
    scams: tuple[BundleScam, ...]
    alerts: tuple[BundleAlert, ...]
    cancelled: tuple[str, ...] = Field(description="Ids of alerts taken back: not to be shown from any older copy.")
    sent: BundleSent
    evidence: BundleEvidence
    labels: BundleLabels
