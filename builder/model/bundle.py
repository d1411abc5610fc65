"""The published contract: the JSON of one jurisdiction in one locale, for the alert and for native apps.

Additive within version 1: a client ignores fields and enum values it does not know. All texts are plain text.
"""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from builder.model.content.campaign import Friction, Placement
from builder.model.content.jurisdiction import ContactKind
from builder.model.content.phone import PhoneKind


class Published(BaseModel):
    """A mapping in a published file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class BundlePhone(Published):
    """A number to dial."""

    kind: PhoneKind
    number: str = Field(description="As stored: digits, an e164 number with its +.")
    display: str = Field(description="As people of the place write it.")
    href: str = Field(description="A tel: address. Short numbers have no country code: they work only inside.")


class BundleContact(Published):
    """Somebody who helps, in the order to try them."""

    id: str
    kind: ContactKind
    name: str
    operator: str | None
    helps_with: str
    limits: str | None
    phone: BundlePhone | None
    url: str | None
    hours: str | None = Field(description="In words, in the bundle's language.")
    checked_on: date
    checked: str = Field(description="When it was checked, as a sentence; to be shown at least when `stale`.")
    stale: bool = Field(description="The check is older than the publisher's own limit.")


class BundleScam(Published):
    """A type of scam and its signs."""

    id: str
    language: str
    title: str
    summary: str
    red_flags: tuple[str, ...]
    page: str = Field(description="Address below the site, such as hk/en/scams/romance/.")


class BundleCondition(Published):
    """Holds if the app reports one of these values, or does not report the fact at all."""

    fact: str
    any_of: tuple[str, ...]


class BundleVariant(Published):
    """A wording, chosen in proportion to its weight."""

    id: str
    weight: int
    heading: str
    consequence: str


class BundleAlert(Published):
    """What a user sees at a placement, between two dates, both included, in UTC."""

    id: str
    language: str
    placement: Placement
    starts_on: date
    ends_on: date
    audience: tuple[BundleCondition, ...] = Field(description="All must hold; empty means everyone.")
    friction: Friction
    variants: tuple[BundleVariant, ...]
    question: str
    answer_yes: str
    answer_no: str
    advice_yes: str
    advice_no: str
    scams_heading: str
    scams: tuple[str, ...] = Field(description="Ids of scams in this bundle.")
    call_heading: str
    stop: str
    proceed: str
    supersedes: str | None


class Bundle(Published):
    """Everything an app needs to warn a user in one place and language."""

    format: Literal["antiscam-bundle/1"]
    jurisdiction: str
    locale: str
    direction: Literal["ltr", "rtl"]
    place: str
    as_of: date
    draft: bool = Field(description="True until the police partner and the exchange have approved these words.")
    label: str
    speaker: str = Field(description="One line that names who speaks.")
    notices: tuple[str, ...] = Field(description="Always shown: whose advice is used, and what is not approved.")
    page: str = Field(description="Address of the jurisdiction's page below the site.")
    first_call: str = Field(description="Id of the contact to show largest.")
    contacts: tuple[BundleContact, ...]
    scams: tuple[BundleScam, ...]
    alerts: tuple[BundleAlert, ...]
