"""What Material's templates read, made from our page. The only module that knows Material's vocabulary.

`tests/render/test_material_contract.py` holds the variables those templates read against a committed list.
"""

from dataclasses import dataclass
from typing import Any

from builder.model.site import PlannedPage, Scope
from builder.render.addresses import link

# Material's files whose names are more than a language, and one of ours in theme/partials/languages/.
_LANGUAGE_FILES = frozenset({"zh-Hans", "zh-Hant", "zh-TW", "pt-BR", "ku-IQ"})
_NOT_USED: dict[str, Any] = dict.fromkeys(
    (
        "annotate", "consent", "polyfills", "social", "status", "tags", "version", "analytics", "alternate", "homepage",
    )
)  # fmt: skip


def language_file(locale: str) -> str:
    """Material's name for the language of its own words."""
    return locale if locale in _LANGUAGE_FILES else locale.split("-", maxsplit=1)[0]


@dataclass(frozen=True)
class NavItem:
    """An entry of the menu. Material compares these by identity and asks for fields of sections we do not have."""

    title: str
    url: str
    active: bool
    is_section: bool = False
    is_page: bool = True
    is_index: bool = False
    is_link: bool = False
    encrypted: bool = False
    typeset: None = None
    children: tuple[()] = ()
    pages: tuple[()] = ()
    meta: None = None


@dataclass(frozen=True)
class Nav:
    """The menu. An object, since `nav.items` of a dict would be its method."""

    items: tuple[NavItem, ...]
    homepage: NavItem


@dataclass(frozen=True)
class _Plugin:
    config: dict[str, Any]


def material_context(page: PlannedPage, base_url: str) -> dict[str, Any]:
    """`config`, `nav`, `page` and `base_url` as Material expects them."""
    scope = page.scope
    items = tuple(NavItem(link.title, link.address, link.address == page.address) for link in scope.menu)
    return {
        "config": _config(page, base_url),
        "nav": Nav(items, NavItem(scope.menu[0].title, scope.home, active=False)),
        "page": {
            "title": page.title, "url": page.address, "canonical_url": base_url + page.address,
            "is_homepage": False, "toc": [{"url": "#content", "title": page.title, "level": 2, "children": []}],
            "meta": {
                "title": page.title, "description": page.description, "author": None, "hide": ["navigation", "toc"],
            },
            "content": "", "ancestors": [], "edit_url": None, "previous_page": None, "next_page": None, "active": True,
        },
        # The search worker reads its index below this address, so it is the language root.
        "base_url": link(scope.root, page.address, base_url),
        "mkdocs_version": None,
    }  # fmt: skip


def _config(page: PlannedPage, base_url: str) -> dict[str, Any]:
    scope = page.scope
    alternates = [{"name": link.title, "link": link.address, "lang": link.language} for link in page.alternates]
    return {
        "site_name": scope.site_name, "site_description": scope.strings.site.description, "site_author": None,
        "site_url": base_url, "copyright": None, "repo_url": None, "repo_name": None,
        "extra_css": [], "extra_javascript": [], "mdx_configs": {"toc": {"title": None}},
        "plugins": {"material/search": _Plugin({"enabled": True})},
        "theme": {
            "language": language_file(scope.locale), "direction": scope.direction, "font": False, "logo": None,
            "favicon": "assets/images/favicon.png", "features": ["navigation.tabs"], "palette": _palette(scope),
            "icon": {
                "logo": "material/shield-check", "menu": None, "search": None, "close": None, "previous": None,
                "next": None, "top": None, "alternate": None, "admonition": None, "annotation": None, "tag": None,
            },
        },
        "extra": {**_NOT_USED, "polyfills": [], "alternate": alternates if len(alternates) > 1 else None,
                  "homepage": scope.home, "generator": False,
                  # Where the choice of light or dark is remembered: the whole site.
                  "scope": link("", page.address, base_url)},
    }  # fmt: skip


def _palette(scope: Scope) -> list[dict[str, Any]]:
    site = scope.strings.site
    light = {"icon": "material/weather-night", "name": site.dark}
    dark = {"icon": "material/weather-sunny", "name": site.light}
    shared = {"primary": "custom", "accent": "custom"}
    return [
        {"media": "(prefers-color-scheme: light)", "scheme": "default", "toggle": light, **shared},
        {"media": "(prefers-color-scheme: dark)", "scheme": "slate", "toggle": dark, **shared},
    ]
