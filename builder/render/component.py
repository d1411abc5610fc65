"""The alert as one ES module: its parts joined, with the baseline words of every language and its styles inside."""

import re

from builder.model.json_bytes import json_bytes
from builder.model.output import OutputFile
from builder.model.release import WARNINGS
from builder.model.site import Site
from builder.model.theme import Theme

# In the order of their needs. One file cannot arrive half, nor meet an older half of itself in a cache.
_PARTS = ("load.js", "choose.js", "view.js", "scam-alert.js")
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./[a-z-]+\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|class)", re.MULTILINE)


def component(site: Site, theme: Theme) -> OutputFile:
    """`warnings/v1/scam-alert.js`, beside the bundles it reads. Names are unique across the parts; a test loads it."""
    folder = "components/alert/"
    styles = json_bytes(theme.own[f"{folder}alert.css"].decode()).decode()
    compiled = f"const BASELINE = {json_bytes(_baseline(site)).decode()};\nconst STYLES = {styles};\n"
    parts = [_without_modules(theme.own[folder + part].decode()) for part in _PARTS]
    return OutputFile(f"{WARNINGS}scam-alert.js", "\n".join([compiled, *parts]).encode())


def _baseline(site: Site) -> list[dict[str, object]]:
    """The baseline words of every language of the site, the source language first."""
    return [
        {
            "language": baseline.language,
            "direction": baseline.direction,
            "notices": baseline.notices,
            **baseline.words.model_dump(),
        }
        for baseline in site.baselines
    ]


def _without_modules(source: str) -> str:
    return _EXPORT.sub("", _IMPORT.sub("", source))
