"""Stylesheets, scripts and dictionaries as they are published."""

import hashlib
import re
from collections.abc import Iterator

from builder.model.output import OutputFile
from builder.model.site import Site
from builder.model.theme import Theme
from builder.render.search import search_language

_DICTIONARIES = "assets/javascripts/lunr/"
# Material's code that makes markup and loads scripts: our guard stands before it, in the same file, so that it can
# neither be left out nor come late.
_GUARDED = re.compile(r"assets/javascripts/(bundle|workers/search)\.[0-9a-f]+\.min\.js")
_WORD_SPLITTERS = {"ja": "tinyseg.js", "hi": "wordcut.js", "th": "wordcut.js"}


def site_styles(theme: Theme) -> OutputFile:
    """Our own stylesheets as one: tokens first, then pages and components in the order of their names.

    The name carries a digest, so that a browser never mixes an old one with a new page. The alert has its own styles
    inside its shadow root; the gallery has its own beside its scripts.
    """
    own = [
        path for path in theme.own if path.endswith(".css") and not path.startswith(("components/alert/", "scripts/"))
    ]
    ordered = sorted(own, key=lambda path: (path != "tokens.css", "/" in path, path))
    content = b"\n".join(theme.own[path] for path in ordered)
    return OutputFile(f"assets/site.{hashlib.sha256(content).hexdigest()[:16]}.css", content)


def assets(site: Site, theme: Theme) -> Iterator[OutputFile]:
    """Material's files with our guard, without the dictionaries of languages that the site lacks, and our scripts."""
    languages = {search_language(scope.locale) for scope in site.scopes}
    wanted = {"lunr.stemmer.support.min.js", *(f"lunr.{language}.min.js" for language in languages)}
    wanted |= {_WORD_SPLITTERS[language] for language in languages if language in _WORD_SPLITTERS}
    for path, content in theme.assets.items():
        if not path.startswith(_DICTIONARIES) or path.rpartition("/")[2] in wanted:
            yield OutputFile(path, theme.own["guard.js"] + content if _GUARDED.fullmatch(path) else content)
    for path, content in theme.own.items():
        if path.startswith("scripts/"):
            yield OutputFile(f"assets/{path}", content)
