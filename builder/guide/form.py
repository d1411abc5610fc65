"""The models and what the content holds → the configuration of the form: its files, and what each asks for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from builder.guide.form_fields import Asking, fields_of
from builder.guide.form_ground import Entry, Ground
from builder.guide.form_words import titled
from builder.guide.hints import about
from builder.guide.patterns import SHORT_NAME
from builder.model.content.config import SiteConfig
from builder.model.content.kinds import KINDS, Kind
from builder.model.content.phone import LongNumbers, ShortCodes
from builder.model.content.scalars import Authored
from builder.model.content.strings import Strings

Config = dict[str, Any]


class _Name(NamedTuple):
    """What a kind is called in the list, what one of it is called, and the icon beside it (Material Symbols)."""

    label: str
    one: str
    icon: str


# By folder.
_KINDS = {
    "jurisdictions": _Name("Places", "place", "public"),
    "scams": _Name("Scams", "scam", "theater_comedy"),
    "campaigns": _Name("Alerts", "alert", "campaign"),
    "partners": _Name("Police partners", "police partner", "local_police"),
    "pages": _Name("Pages", "page", "article"),
}
# What stands behind the name of an entry in a list: the form cannot look into its words.
_MORE = {
    "scams": "{{fields.type | truncate(60)}}",
    "campaigns": "{{fields.placement | truncate(60)}}",
    "partners": "{{fields.jurisdiction}}",
}
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
    for folder, name in _KINDS.items():
        if ground.entries[folder]:
            yield _words(kinds[folder], ground, host, name)
    yield {"divider": True}
    for folder, name in _KINDS.items():
        yield _facts(kinds[folder], ground, host, name)
    yield {"divider": True}


def _words(kind: Kind, ground: Ground, host: Host, name: _Name) -> Config:
    """One page per entry, with its languages side by side."""
    return {
        "name": f"{kind.folder}-words",
        "label": f"{name.label}: words",
        "label_singular": f"{name.one}: words",
        "icon": name.icon,
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
        "i18n": _languages(entry.locales),
        "fields": fields_of(kind.words, Asking(ground, entry, translated=True)),
    }


def _languages(locales: tuple[str, ...]) -> Config:
    return {"locales": list(locales), "default_locale": locales[0]}


def _facts(kind: Kind, ground: Ground, host: Host, name: _Name) -> Config:
    """New entries begin here. Nothing is deleted in the form: what is published would break."""
    by_code = kind.folder == "jurisdictions"
    return {
        "name": f"{kind.folder}-facts",
        "label": f"{name.label}: facts",
        "label_singular": name.one,
        "icon": name.icon,
        "description": about(kind.facts),
        "folder": f"content/{kind.folder}",
        "path": f"{{{{slug}}}}/{kind.noun}",
        "extension": "yml",
        "format": host.format,
        "slug": {"template": "{{code}}", "editable": False}
        if by_code
        else {"editable": ["create"], "pattern": [SHORT_NAME.pattern, SHORT_NAME.advice], "hint": _SLUG_HINT},
        "identifier_field": next(iter(kind.facts.model_fields)),
        "summary": f"{{{{slug}}}} – {_MORE[kind.folder]}" if kind.folder in _MORE else "{{slug}}",
        "sortable_fields": ["slug"],
        "delete": False,
        "duplicate": False,
        "thumbnail": False,
        "fields": fields_of(kind.facts, Asking(ground)),
    }


def _singletons(ground: Ground, host: Host) -> Iterator[Config]:
    yield {
        **_single("strings", "Words of the site", "translate", "content/strings/{{locale}}.yml", host),
        "i18n": _languages(ground.locales),
        "fields": fields_of(Strings, Asking(ground, translated=True)),
    }
    tables: tuple[tuple[str, str, str, type[Authored]], ...] = (
        ("short_codes", "Short numbers", "dialpad", ShortCodes),
        ("long_numbers", "Long numbers", "call", LongNumbers),
    )
    for name, label, icon, model in tables:
        yield {
            **_single(name, label, icon, f"content/{name}.yml", host),
            # Folded, a table shows its first number as if it were all of it.
            "fields": fields_of(model, Asking(ground, folded=False)),
        }
    settings = _single("site_config", "Settings of the site", "settings", "site_config.yml", host)
    yield {**settings, "fields": fields_of(SiteConfig, Asking(ground))}


def _single(name: str, label: str, icon: str, path: str, host: Host) -> Config:
    return {"name": name, "label": label, "icon": icon, "file": path, "format": host.format}
