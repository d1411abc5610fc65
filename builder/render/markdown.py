"""Prose in Markdown → safe HTML: raw HTML is shown as text, and what comes out is cleaned once more."""

from functools import cache

import nh3
from markdown import Markdown
from markupsafe import Markup

_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "code", "blockquote", "br"}


@cache
def _markdown() -> Markdown:
    markdown = Markdown(extensions=["sane_lists"], output_format="html")
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    return markdown


def _only_https(_tag: str, attribute: str, value: str) -> str | None:
    """Relative links could lead to another host (`//host`), so none are kept."""
    return None if attribute == "href" and not value.startswith("https://") else value


@cache
def prose(text: str) -> Markup:
    """HTML of a Markdown text; links only to https addresses."""
    html = _markdown().reset().convert(text)
    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}},
        attribute_filter=_only_https,
        url_schemes={"https"},
        link_rel="noopener noreferrer",
    )
    return Markup(cleaned)  # noqa: S704 # reason: nh3 has just left only the tags above
