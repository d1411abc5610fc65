"""The frame around a page: Material's and our layout, rendered once for all pages that look alike, then filled.

A frame differs by the words of the site, by the depth of the address and by what its menu and its notices are; all else
in it, such as the title, is put into open places.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from jinja2 import Template
from markupsafe import Markup, escape

from builder.model.content.strings import Strings
from builder.model.site import Link, PlannedPage, Scope
from builder.model.views import ScamBody
from builder.render.material import material_context
from builder.render.security import inline_scripts, with_policy

# Two control characters around a name, which no author can write and no template changes.
_OPEN = re.compile("\x02([a-z0-9-]+)\x03")


class Frame:
    """Text between open places."""

    def __init__(self, html: str) -> None:
        self.scripts = inline_scripts(html)
        self._texts = _OPEN.split(with_policy(html))

    def filled(self, values: Mapping[str, str]) -> str:
        """The whole page. Values are HTML already."""
        texts = self._texts.copy()
        texts[1::2] = [values[name] for name in texts[1::2]]
        return "".join(texts)


class Frames:
    """All frames of a site, each made when the first page needs it, and kept as long as the words are the same."""

    def __init__(self, layout: Template, base_url: str, styles: str) -> None:
        self._layout, self._base_url, self._styles = layout, base_url, styles
        self._kept: dict[str, _InOneLanguage] = {}

    def of(self, page: PlannedPage) -> Frame:
        """The frame of a page."""
        frames, look = self._of_language(page.scope), _look(page)
        if look not in frames:
            frames[look] = self._made(page)
        return frames[look]

    def _of_language(self, scope: Scope) -> dict[object, Frame]:
        kept = self._kept.get(scope.locale)
        # Mostly it is the very same object, which is seen at once; two that are equal take a moment to compare.
        if kept and (kept.strings is scope.strings or kept.strings == scope.strings):
            return kept.frames
        self._kept[scope.locale] = _InOneLanguage(scope.strings, {})
        return self._kept[scope.locale].frames

    def around(self, page: PlannedPage, article: str) -> str:
        """The page as HTML. `article` is HTML already."""
        return self.of(page).filled({"article": article, **_own(page, self._base_url)})

    def _made(self, page: PlannedPage) -> Frame:
        opened = _opened(page)
        context = material_context(opened, self._base_url)
        context["page"]["canonical_url"] = _open("canonical")
        own = {"planned": opened, "strings": page.scope.strings, "styles": self._styles, "article": _open("article")}
        return Frame(self._layout.render({**context, **own}))


@dataclass(frozen=True)
class _InOneLanguage:
    """The frames made with these words, by what else they depend on."""

    strings: Strings
    frames: dict[object, Frame]


def _look(page: PlannedPage) -> object:
    """What a frame depends on beside the words: pages for which this is the same have the same one."""
    scope = page.scope
    return (
        scope.root.count("/"),
        _without_place(page),
        tuple((link.title, link.address.removeprefix(scope.root)) for link in scope.menu),
        tuple((link.title, link.language) for link in page.alternates),
        len(page.notices),
        scope.call is not None,
    )


def _without_place(page: PlannedPage) -> str:
    """The address below the language root, or below the site; all scams of a place are framed alike."""
    if isinstance(page.body, ScamBody):
        return "scams/*/"
    root = page.scope.root
    return page.address.removeprefix(root) if page.address.startswith(root) else f"/{page.address}"


def _opened(page: PlannedPage) -> PlannedPage:
    """The page with open places for whatever is its own."""
    scope, call = page.scope, page.scope.call
    return replace(
        page,
        address=_opened_address(page, page.address),
        title=_open("title"),
        description=_open("description"),
        notices=tuple(_open(f"notice-{number}") for number in range(len(page.notices))),
        alternates=tuple(replace(link, address=_opened_address(page, link.address)) for link in page.alternates),
        scope=replace(scope, site_name=_open("site"), call=Link(_open("call"), _open("number")) if call else None),
    )


def _opened_address(page: PlannedPage, address: str) -> str:
    """A scam's page in any language, with its name left open."""
    if not isinstance(page.body, ScamBody):
        return address
    folder, name, _ = address.rsplit("/", 2)
    return f"{folder}/{_open('name')}/" if name else address


def _own(page: PlannedPage, base_url: str) -> dict[str, str]:
    """What is put into the open places, as HTML."""
    scope, call = page.scope, page.scope.call
    values: dict[str, str] = {f"notice-{number}": escape(notice) for number, notice in enumerate(page.notices)}
    return values | {
        "title": escape(page.title),
        "description": escape(page.description),
        "site": escape(scope.site_name),
        "canonical": escape(base_url + page.address),
        "name": escape(page.address.rsplit("/", 2)[-2] if "/" in page.address else ""),
        "call": escape(call.title if call else ""),
        "number": escape(call.address if call else ""),
    }


def _open(name: str) -> Markup:
    return Markup(f"\x02{name}\x03")  # noqa: S704 # reason: a name of ours between two marks
