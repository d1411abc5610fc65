"""The alert as one ES module: its parts joined, with the baseline words of every language and its styles inside."""

import re

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
    "choose.js",
    "view.js",
    "scam-alert.js",
)
# For apps that draw their own warning, and for tests.
_EXPORTS = "export { LoadFailure, ScamAlert, chooseAlert, chooseVariant, loadWarning };"
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./[a-z-]+\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|class)", re.MULTILINE)


def component(site: Site, theme: Theme) -> OutputFile:
    """`warnings/v1/scam-alert.js`, beside the bundles it reads, with comments and white space taken out.

    Names are unique across the parts; a test loads it.
    """
    folder = "components/alert/"
    compiled = {
        "BASELINE": _baseline(site),
        "STYLES": rcssmin.cssmin(theme.own[f"{folder}alert.css"].decode()),
        "TRUST": site.trust,
    }
    constants = [f"const {name} = {json_bytes(value).decode()};" for name, value in compiled.items()]
    parts = [rjsmin.jsmin(_without_modules(theme.own[folder + part].decode())) for part in PARTS]
    return OutputFile(f"{WARNINGS}scam-alert.js", "\n".join([*constants, *parts, _EXPORTS, ""]).encode())


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
