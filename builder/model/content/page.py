"""A page that belongs to no jurisdiction."""

from typing import Literal

from pydantic import Field

from builder.model.content.icons import Icon
from builder.model.content.scalars import Authored, Line, Markdown, Sentence, Slug, WholeNumber
from builder.model.content.statistic import Statistic
from builder.model.content.words import Words


class PageFacts(Authored):
    """`content/pages/<slug>/page.yml`."""

    order: WholeNumber = Field(description="Place in the menu; small numbers first.")
    icon: Icon
    audience: Literal["public", "police"]
    figures: tuple[Statistic, ...] = Field(default=(), max_length=40)


class Section(Authored):
    """A heading and Markdown below it. Raw HTML is shown as text; links are placeholders such as `{portal}`."""

    heading: Line
    text: Markdown


class PageWords(Words):
    """`content/pages/<slug>/<locale>.yml`."""

    title: Line
    summary: Sentence
    figures: dict[Slug, Sentence] = Field(default_factory=dict, max_length=40)
    sections: tuple[Section, ...] = Field(min_length=1, max_length=40)
