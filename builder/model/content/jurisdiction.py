"""A jurisdiction: whom to call there, which scams are common, and what is known in figures."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from builder.model.content.hosts import Host
from builder.model.content.phone import Phone
from builder.model.content.refusal import refusal
from builder.model.content.scalars import (
    Authored,
    JurisdictionCode,
    Line,
    ListedUrl,
    LocaleCode,
    Paragraph,
    Sentence,
    Slug,
)
from builder.model.content.source import Sourced
from builder.model.content.statistic import Statistic
from builder.model.content.words import Words

ContactKind = Literal["emergency", "hotline", "report-online", "check-tool", "regulator-warning-list", "advice"]
_DAY = "(Mo|Tu|We|Th|Fr|Sa|Su)"
_TIME = "([01][0-9]|2[0-3]):[0-5][0-9]"
HOURS = f"24/7|{_DAY}-{_DAY} {_TIME}-({_TIME}|24:00)"


def _opening_hours(text: str) -> str:
    opens, _, closes = text.partition(" ")[2].partition("-")
    if re.fullmatch(HOURS, text) and (text == "24/7" or opens < closes):
        return text
    raise refusal("bad-hours", "“{text}” are not opening hours.", text)


# The form of schema.org `openingHours`.
Hours = Annotated[str, AfterValidator(_opening_hours)]


class Contact(Sourced):
    """Somebody who helps. It has a number or an address or both."""

    id: Slug
    kind: ContactKind
    phone: Phone | None = None
    url: ListedUrl | None = None
    hours: Hours | None = Field(default=None, description="24/7, or like Mo-Fr 08:00-20:00; only if a source says so.")
    check: Literal["source-read", "dialled"] = Field(description="How the last check was made.")


class JurisdictionFacts(Authored):
    """`content/jurisdictions/<CC>/jurisdiction.yml`."""

    code: JurisdictionCode
    locales: tuple[LocaleCode, ...] = Field(min_length=1, max_length=20, description="The commonest language first.")
    partners: tuple[Slug, ...] = Field(default=(), max_length=20)
    first_call: Slug = Field(description="Id of the one contact shown first and largest.")
    scams: tuple[Slug, ...] = Field(min_length=1, max_length=40, description="Commonest first.")
    allowed_hosts: tuple[Host, ...] = Field(
        max_length=40, description="Hosts that contacts and partners here may link to, subdomains included."
    )
    contacts: tuple[Contact, ...] = Field(min_length=1, max_length=40)
    statistics: tuple[Statistic, ...] = Field(default=(), max_length=40)


class ContactWords(Authored):
    """A contact in words. Never a number or an address: those stand once, in the facts."""

    name: Line
    operator: Line | None = None
    helps_with: Sentence
    limits: Sentence | None = Field(default=None, description="What this contact cannot do.")


class Tip(Authored):
    """One piece of advice."""

    title: Line
    text: Paragraph


class NeverAsks(Authored):
    """What a real exchange and the real police never ask for."""

    exchange: tuple[Sentence, ...] = Field(min_length=2, max_length=8)
    police: tuple[Sentence, ...] = Field(min_length=2, max_length=8)


class JurisdictionWords(Words):
    """`content/jurisdictions/<CC>/<locale>.yml`."""

    name: Line
    intro: Paragraph
    contacts: dict[Slug, ContactWords] = Field(max_length=40)
    statistics: dict[Slug, Sentence] = Field(default_factory=dict, max_length=40)
    tips: tuple[Tip, ...] = Field(min_length=3, max_length=10)
    never_asks: NeverAsks
    local_notes: tuple[Sentence, ...] = Field(default=(), max_length=20)
