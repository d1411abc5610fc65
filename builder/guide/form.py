"""The models and what the content holds → the configuration of the form: its files, and what each asks for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from builder.guide.form_fields import Asking, fields_of
from builder.guide.form_ground import Entry, Ground
from builder.guide.form_words import titled
from builder.guide.hints import about
from builder.model.content.config import SiteConfig
from builder.model.content.kinds import KINDS, Kind
from builder.model.content.phone import LongNumbers, ShortCodes
from builder.model.content.scalars import Authored
from builder.model.content.strings import Strings

Config = dict[str, Any]
# By folder: what a kind is called in the list, and the icon beside it (Material Symbols).
_KINDS = {
    "jurisdictions": ("Places", "public"),
    "scams": ("Scams", "theater_comedy"),
    "campaigns": ("Alerts", "campaign"),
    "partners": ("Police partners", "local_police"),
    "pages": ("Pages", "article"),
}
_SLUG = ["^[a-z0-9]+(-[a-z0-9]+)*$", "Use small letters, digits and hyphens."]
_SLUG_HINT = "A short name that never changes: small letters, digits, hyphens. The folder of the entry is called by it."
# Where nobody else keeps the day, the form keeps the style of our files as far as its writer of YAML can.
_STYLE = {"omit_empty_optional_fields": True, "yaml": {"quote": "none", "indent_size": 2, "indent_sequences": True}}


@dataclass(frozen=True)
class Host:
    """Where the form saves. `backend` and `more` are its own parts of the configuration, `format` how it writes a file.

    Under `antiscam serve` values go to and fro as they are (theme/admin/bridge.js names that format), and the preview
    turns what differs into the smallest change of the YAML.
    """

    format: str = "values"
    backend: Config = field(default_factory=lambda: {"name": "test-repo"})
    more: Config = field(default_factory=dict)


def form_config(ground: Ground, host: Host | None = None) -> Config:
    """What the form reads as its configuration; plain values, ready for JSON."""
    host = host or Host()
    return {
        "backend": host.backend,
        **host.more,
        "app_title": f"Editors’ form – {ground.exchange}" if ground.exchange else "Editors’ form",
        "logo": {"src": "logo.svg"},
        "media_folder": "media",
        "show_preview_links": False,
        "slug": {"lowercase": False},
        "editor": {"preview": False},
        "output": _STYLE,
        "i18n": {"structure": "multiple_files", "locales": list(ground.locales), "default_locale": ground.locales[0]},
        "collections": list(_collections(ground, host)),
        "singletons": list(_singletons(ground, host)),
    }


def _collections(ground: Ground, host: Host) -> Iterator[Config]:
    kinds = {kind.folder: kind for kind in KINDS}
    for folder, (label, icon) in _KINDS.items():
        if ground.entries[folder]:
            yield _words(kinds[folder], ground, host, label, icon)
    yield {"divider": True}
    for folder, (label, icon) in _KINDS.items():
        yield _facts(kinds[folder], ground, host, label, icon)
    yield {"divider": True}


def _words(kind: Kind, ground: Ground, host: Host, label: str, icon: str) -> Config:
    """One page per entry, with its languages side by side."""
    return {
        "name": f"{kind.folder}-words",
        "label": f"{label}: words",
        "icon": icon,
        "description": about(kind.words),
        "i18n": True,
        "format": host.format,
        "files": [_file(kind, entry, ground) for entry in ground.entries[kind.folder]],
    }


def _file(kind: Kind, entry: Entry, ground: Ground) -> Config:
    return {
        "name": entry.name,
        "label": titled(entry.name, entry.title),
        "file": f"content/{kind.folder}/{entry.name}/{{{{locale}}}}.yml",
        "i18n": _languages(entry.locales, ground.partial),
        "fields": fields_of(kind.words, Asking(ground, entry, translated=True)),
    }


def _languages(locales: tuple[str, ...], partial: frozenset[str]) -> Config:
    """A language that may lack texts begins switched off where it has none yet."""
    chosen = {"locales": list(locales), "default_locale": locales[0]}
    whole = [locale for locale in locales if locale not in partial]
    return chosen if len(whole) == len(locales) else {**chosen, "initial_locales": whole or "default"}


def _facts(kind: Kind, ground: Ground, host: Host, label: str, icon: str) -> Config:
    """New entries begin here. Nothing is deleted in the form: what is published would break."""
    by_code = kind.folder == "jurisdictions"
    return {
        "name": f"{kind.folder}-facts",
        "label": f"{label}: facts",
        "label_singular": kind.noun,
        "icon": icon,
        "description": about(kind.facts),
        "folder": f"content/{kind.folder}",
        "path": f"{{{{slug}}}}/{kind.noun}",
        "extension": "yml",
        "format": host.format,
        "slug": {"template": "{{code}}", "editable": False}
        if by_code
        else {"editable": ["create"], "pattern": _SLUG, "hint": _SLUG_HINT},
        "identifier_field": next(iter(kind.facts.model_fields)),
        "summary": "{{slug}}",
        "sortable_fields": ["slug"],
        "delete": False,
        "duplicate": False,
        "thumbnail": False,
        "fields": fields_of(kind.facts, Asking(ground)),
    }


def _singletons(ground: Ground, host: Host) -> Iterator[Config]:
    yield {
        **_single("strings", "Words of the site", "translate", "content/strings/{{locale}}.yml", host),
        "i18n": _languages(ground.locales, frozenset()),
        "fields": fields_of(Strings, Asking(ground, translated=True)),
    }
    tables: tuple[tuple[str, str, str, type[Authored]], ...] = (
        ("short_codes", "Short numbers", "dialpad", ShortCodes),
        ("long_numbers", "Long numbers", "call", LongNumbers),
    )
    for name, label, icon, model in tables:
        yield {
            **_single(name, label, icon, f"content/{name}.yml", host),
            "fields": fields_of(model, Asking(ground)),
        }
    settings = _single("site_config", "Settings of the site", "settings", "site_config.yml", host)
    yield {**settings, "fields": fields_of(SiteConfig, Asking(ground))}


def _single(name: str, label: str, icon: str, path: str, host: Host) -> Config:
    return {"name": name, "label": label, "icon": icon, "file": path, "format": host.format}
