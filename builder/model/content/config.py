"""`site_config.yml`: brand, addresses, languages and policy windows."""

from typing import Annotated

from pydantic import Field

from builder.model.codes import Code
from builder.model.content.scalars import (
    Authored,
    Boolean,
    FolderUrl,
    IsoDate,
    Line,
    LocaleCode,
    Sentence,
    Slug,
    Url,
    WholeNumber,
)
from builder.model.problem import Severity


class Brand(Authored):
    """The exchange that publishes the warnings."""

    names: dict[LocaleCode, Line] = Field(min_length=1, description="The exchange's name in every language.")
    website: Url
    verify_tool: Url = Field(description="Where a user checks whether a message is really from the exchange.")
    help_centre: Url
    police_portal: Url = Field(description="Where a police officer files a request; never for victims.")


class SiteLocale(Authored):
    """A language of the site."""

    code: LocaleCode
    partial: Boolean = Field(
        default=False, description="Texts may be missing; the page then says so and shows English."
    )


class Windows(Authored):
    """How old a check may be before it is reported, in days."""

    contact_days: Annotated[WholeNumber, Field(ge=1, le=1000)]
    statistic_days: Annotated[WholeNumber, Field(ge=1, le=1000)]


class Suppression(Authored):
    """A problem that is left out of the reports for a while."""

    code: Code = Field(description="The code of the problem.")
    file: Line = Field(description="The file it is reported in; * stands for any characters.")
    reason: Sentence = Field(description="Why this may stay as it is, for whoever reads it next.")
    until: IsoDate = Field(description="The last day, at most a year ahead; from the next day on it is reported again.")


class SiteConfig(Authored):
    """The whole of `site_config.yml`."""

    base_url: FolderUrl = Field(description="Where the site is published; ends with a slash.")
    brand: Brand
    locales: tuple[SiteLocale, ...] = Field(min_length=1, description="The first is the language others are held to.")
    windows: Windows
    groups: tuple[Slug, ...] = Field(
        default=(), max_length=50, description="Names under which campaigns can be turned off together."
    )
    severities: dict[Code, Severity] = Field(
        default_factory=dict, description="How grave a problem is here, by its code: error, warning or note."
    )
    suppressions: tuple[Suppression, ...] = Field(
        default=(), max_length=100, description="Problems that are left out of the reports, each for a while."
    )

    @property
    def source_locale(self) -> str:
        """The language the texts are written in first, and that translations are compared with."""
        return self.locales[0].code
