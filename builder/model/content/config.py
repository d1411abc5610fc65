"""`site_config.yml`: brand, addresses, languages and policy windows."""

from typing import Annotated

from pydantic import Field

from builder.model.content.scalars import Authored, Boolean, FolderUrl, Line, LocaleCode, Slug, Url, WholeNumber


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


class SiteConfig(Authored):
    """The whole of `site_config.yml`."""

    base_url: FolderUrl = Field(description="Where the site is published; ends with a slash.")
    brand: Brand
    locales: tuple[SiteLocale, ...] = Field(min_length=1, description="The first is the language others are held to.")
    windows: Windows
    groups: tuple[Slug, ...] = Field(
        default=(), max_length=50, description="Names under which campaigns can be turned off together."
    )

    @property
    def source_locale(self) -> str:
        """The language the texts are written in first, and that translations are compared with."""
        return self.locales[0].code
