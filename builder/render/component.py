"""The alert as one ES module: its parts joined, with the baseline words of every language and its styles inside."""

import re
from collections.abc import Iterator

import rcssmin
import rjsmin

from builder.model.json_bytes import json_bytes
from builder.model.output import OutputFile
from builder.model.release import WARNINGS
from builder.model.site import Site
from builder.model.theme import Theme

# In the order of their needs. One file cannot arrive half, nor meet an older half of itself in a cache.
PARTS = (
    "verify.js",
    "shape.js",
    "load.js",
    "fetch.js",
    "keep.js",
    "ready.js",
    "decide.js",
    "exposure.js",
    "attention.js",
    "parts.js",
    "signs.js",
    "aftermath.js",
    "view.js",
    "views.js",
    "stage.js",
    "prefetch.js",
    "scam-alert.js",
)
# Loaded on request only: a warning must not wait for them.
ALONE = {"evidence.js": "scam-evidence.js"}
# For apps that draw their own warning, and for tests.
_EXPORTS = "export { LoadFailure, ScamAlert, decide, loadWarning, prefetch };"
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./[a-z-]+\.js";\n', re.MULTILINE)
_FOLDER = "components/alert/"
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|class)", re.MULTILINE)


def components(site: Site, theme: Theme) -> Iterator[OutputFile]:
    """The alert, beside the bundles it reads, and the form it loads on request; without comments and white space.

    Names are unique across the parts of the alert; a test loads it.
    """
    compiled = {
        "BASELINE": _baseline(site),
        "STYLES": rcssmin.cssmin(theme.own[f"{_FOLDER}alert.css"].decode()),
        "TRUST": site.trust,
    }
    constants = [f"const {name} = {json_bytes(value).decode()};" for name, value in compiled.items()]
    parts = [_minified(_without_modules(_source(theme, part))) for part in PARTS]
    yield OutputFile(f"{WARNINGS}scam-alert.js", "\n".join([*constants, *parts, _EXPORTS, ""]).encode())
    for part, name in ALONE.items():
        yield OutputFile(f"{WARNINGS}{name}", f"{_minified(_source(theme, part))}\n".encode())


def _source(theme: Theme, part: str) -> str:
    return theme.own[_FOLDER + part].decode()


def _minified(source: str) -> str:
    return str(rjsmin.jsmin(source))


def _baseline(site: Site) -> list[dict[str, object]]:
    """The baseline words of every language of the site, the source language first."""
    return [
        {
            "language": baseline.language,
            "direction": baseline.direction,
            "notices": baseline.notices,
            **baseline.words.model_dump(exclude={"draft", "sources_of"}),
        }
        for baseline in site.baselines
    ]


def _without_modules(source: str) -> str:
    return _EXPORT.sub("", _IMPORT.sub("", source))
