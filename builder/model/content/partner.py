"""A partner: the police body of a jurisdiction."""

from pydantic import Field

from builder.model.content.scalars import JurisdictionCode, Line, ListedUrl
from builder.model.content.source import Sourced
from builder.model.content.words import Words


class PartnerFacts(Sourced):
    """`content/partners/<id>/partner.yml`."""

    jurisdiction: JurisdictionCode
    url: ListedUrl | None = Field(default=None, description="The body's own site, if somebody has opened it.")


class PartnerWords(Words):
    """`content/partners/<id>/<locale>.yml`."""

    name: Line
    short_name: Line
