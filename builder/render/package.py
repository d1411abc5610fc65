"""The published modules → an npm package: the same bytes, with types, a manifest of the elements and a page to read."""

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.model.output import OutputFile
from builder.model.release import WARNINGS
from builder.model.theme import Theme
from builder.render.elements_manifest import elements_manifest
from builder.render.event_types import event_types
from builder.render.event_vocabulary import event_vocabulary
from builder.render.own_yaml import own_yaml

_ELEMENT = "scam-alert.js"
_PARTS = "package/"
_PUBLISHED = re.compile(re.escape(WARNINGS) + r"([a-z-]+\.js|types\.d\.ts)")
# Those that define an element when they are loaded; a bundler must not leave them out.
_DEFINING = ("scam-alert.js", "scam-evidence.js")
_ALWAYS_PACKED = ("LICENSE", "README.md")  # whatever `files` says
# What the page to read says is true to the letter; here it gets the names of this exchange.
_SAMPLE_NAME, _SAMPLE_HOST = "@example-exchange/scam-alert", "https://protect.exchange.example/"


@dataclass(frozen=True)
class Package:
    """What a registry wants to know. `licence` is the full text of the MIT licence."""

    name: str
    version: str
    homepage: str
    licence: str


def package_name(exchange: str) -> str:
    """A name on npm for an exchange; one whose name has no Latin letters is to choose its own."""
    plain = unicodedata.normalize("NFKD", exchange).encode("ascii", "ignore").decode().lower()
    return f"@{re.sub('[^a-z0-9]+', '-', plain).strip('-') or 'exchange'}/scam-alert"


def package_files(files: Iterable[OutputFile], theme: Theme, package: Package) -> Iterator[OutputFile]:
    """The files of the package, from the finished files of a build."""
    published = {found[1]: file.content for file in files if (found := _PUBLISHED.fullmatch(file.path))}
    contents = {**published, **_written(theme, package, published.keys())}
    contents["package.json"] = _pretty(_package_json(package, sorted(contents)))
    for path in sorted(contents):
        yield OutputFile(path, contents[path])


def _written(theme: Theme, package: Package, published: Collection[str]) -> Mapping[str, bytes]:
    """What is in the package only."""
    vocabulary = event_vocabulary(theme)
    elements = own_yaml(theme.own[f"{_PARTS}elements.yml"])
    page = theme.own[f"{_PARTS}README.md"].decode()
    return {
        **dict(_declarations(theme, published)),
        "events.d.ts": event_types(vocabulary),
        "custom-elements.json": _pretty(elements_manifest(elements, vocabulary.events, theme.own, published)),
        "LICENSE": package.licence.encode(),
        "README.md": page.replace(_SAMPLE_NAME, package.name).replace(_SAMPLE_HOST, package.homepage).encode(),
    }


def _declarations(theme: Theme, published: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Types written by hand, of the modules that are published and of the one for React, which has no code."""
    for path, content in theme.own.items():
        name = path.removeprefix(_PARTS)
        wanted = name == "react.d.ts" or name.replace(".d.ts", ".js") in published
        if path.startswith(_PARTS) and name.endswith(".d.ts") and wanted:
            yield name, content


def _package_json(package: Package, paths: Sequence[str]) -> dict[str, object]:
    modules = [path for path in paths if path.endswith(".js")]
    entries: dict[str, object] = {_entry(module): _targets(module, paths) for module in modules}
    entries |= {f"./{types}": {"types": f"./{types}.d.ts"} for types in ("react", "types")}
    entries |= {f"./{path}": f"./{path}" for path in ("custom-elements.json", "package.json")}
    return {
        "name": package.name,
        "version": package.version,
        "description": "A warning before a crypto withdrawal, agreed between an exchange and the police.",
        "homepage": package.homepage,
        "license": "MIT",
        "type": "module",
        "exports": entries,
        "types": "./scam-alert.d.ts",
        "customElements": "custom-elements.json",
        "sideEffects": [f"./{module}" for module in modules if module in _DEFINING],
        "files": [path for path in paths if path not in _ALWAYS_PACKED],
    }


def _entry(module: str) -> str:
    """`.` for the element, `./journey` for `scam-journey.js`."""
    return "." if module == _ELEMENT else f"./{module.removeprefix('scam-').removesuffix('.js')}"


def _targets(module: str, paths: Sequence[str]) -> dict[str, str]:
    """The types come first: the first condition that fits is taken."""
    types = module.replace(".js", ".d.ts")
    return {**({"types": f"./{types}"} if types in paths else {}), "default": f"./{module}"}


def _pretty(value: object) -> bytes:
    """In the order given: in `exports` it has a meaning."""
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
