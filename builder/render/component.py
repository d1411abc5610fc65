"""The alert as one ES module: its parts joined, with the baseline words of every language and its styles inside."""

from collections.abc import Iterator

import rcssmin

from builder.model.output import OutputFile
from builder.model.site import Site
from builder.model.theme import Theme
from builder.render.modules import alone, joined

# In the order of their needs.
PARTS = (
    "verify.js",
    "shape.js",
    "load.js",
    "fetch.js",
    "keep.js",
    "ready.js",
    "decide.js",
    "exposure.js",
    "account.js",
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
_EXPORTS = "LoadFailure, ScamAlert, decide, loadWarning, prefetch"
_FOLDER = "components/alert/"


def components(site: Site, theme: Theme) -> Iterator[OutputFile]:
    """The alert, beside the bundles it reads, and the form it loads on request."""
    compiled = {
        "BASELINE": _baseline(site),
        "STYLES": rcssmin.cssmin(theme.own[f"{_FOLDER}alert.css"].decode()),
        "TRUST": site.trust,
    }
    yield joined("scam-alert.js", theme, [_FOLDER + part for part in PARTS], _EXPORTS, compiled)
    for part, name in ALONE.items():
        yield alone(name, theme, _FOLDER + part)


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
