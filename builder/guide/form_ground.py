"""What the files say, sound or not → what there is to choose from: places, scams, languages, ids of contacts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from builder.model.content.kinds import KINDS, Kind
from builder.model.document import Node

# Fields of facts whose items have an `id`, or whose words stand below that id in a field of the same name.
SPOKEN_OF = ("contacts", "statistics", "variants", "figures")


@dataclass(frozen=True)
class Entry:
    """One folder of a kind. `title` is in the first language that has one; `locales` are those it can have words in.

    `ids` are the names that its words speak of, by the field of words.
    """

    name: str
    title: str
    locales: tuple[str, ...]
    ids: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Ground:
    """`locales` are those of the site, the source language first; `entries` stand by the folder of their kind."""

    locales: tuple[str, ...]
    groups: tuple[str, ...]
    exchange: str
    entries: Mapping[str, tuple[Entry, ...]]

    def names(self, folder: str) -> tuple[str, ...]:
        """The names of all entries of a kind."""
        return tuple(entry.name for entry in self.entries[folder])

    def title(self, folder: str, name: str) -> str:
        """What an entry is called, or its name."""
        return next((entry.title for entry in self.entries[folder] if entry.name == name), name)


def ground_of(files: Mapping[str, Node | None]) -> Ground:
    """From the values of all files by their paths; whatever is missing or broken leaves a choice out, and no more."""
    config = files.get("site_config.yml")
    # Where the settings themselves are broken, the form still opens, so that they can be mended in it.
    locales = _texts(_at(each, "code") for each in _items(_at(config, "locales"))) or ("en",)
    facts_of_places = dict(_facts(_kind("jurisdictions"), files))
    places = {name: _place_locales(facts) for name, facts in facts_of_places.items()}
    shown = {
        scam: _texts(
            locale for name, facts in facts_of_places.items() if scam in _listed(facts) for locale in places[name]
        )
        for scam, _ in _facts(_kind("scams"), files)
    }
    return Ground(
        locales=locales,
        groups=_texts(_items(_at(config, "groups"))),
        exchange=_text(_at(_at(_at(config, "brand"), "names"), locales[0])),
        entries={kind.folder: tuple(_entries(kind, files, locales, {**places, **shown})) for kind in KINDS},
    )


def _entries(
    kind: Kind, files: Mapping[str, Node | None], locales: tuple[str, ...], places: Mapping[str, tuple[str, ...]]
) -> Iterable[Entry]:
    for name, facts in _facts(kind, files):
        folder = f"content/{kind.folder}/{name}"
        written = _written(folder, kind, files)
        wanted = {*_wanted(kind, name, facts, locales, places), *written}
        spoken = tuple(locale for locale in locales if locale in wanted) or locales
        words = [files.get(f"{folder}/{locale}.yml") for locale in spoken]
        titles = (_text(_at(each, key)) for each in words for key in ("name", "title"))
        ids = {key: _texts(_at(item, "id") for item in _items(_at(facts, key))) for key in SPOKEN_OF}
        yield Entry(name, next(filter(None, titles), name), spoken, ids)


def _facts(kind: Kind, files: Mapping[str, Node | None]) -> list[tuple[str, Node | None]]:
    """The entries of a kind that have a file of facts, by name."""
    ends, starts = f"/{kind.facts_file}", f"content/{kind.folder}/"
    paths = sorted(path for path in files if path.startswith(starts) and path.endswith(ends) and path.count("/") == 3)
    return [(path.split("/")[2], files[path]) for path in paths]


def _wanted(
    kind: Kind, name: str, facts: Node | None, locales: tuple[str, ...], places: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """The languages in which an entry can have words: its places' own, or all of the site."""
    if kind.folder == "jurisdictions":
        return places.get(name, ())
    codes = _texts([*_items(_at(facts, "jurisdictions")), _at(facts, "jurisdiction")])
    if kind.folder in ("campaigns", "partners"):
        return tuple(locale for code in codes for locale in places.get(code, ()))
    return (locales[0], *places.get(name, ())) if kind.folder == "scams" else locales


def _listed(facts: Node | None) -> tuple[str, ...]:
    """The scams that a place shows."""
    return _texts(_items(_at(facts, "scams")))


def _written(folder: str, kind: Kind, files: Mapping[str, Node | None]) -> set[str]:
    """The languages an entry has words in."""
    inside = (path.removeprefix(f"{folder}/") for path in files if path.startswith(f"{folder}/"))
    return {name.removesuffix(".yml") for name in inside if name != kind.facts_file}


def _place_locales(facts: Node | None) -> tuple[str, ...]:
    return _texts(_items(_at(facts, "locales")))


def _kind(folder: str) -> Kind:
    return next(kind for kind in KINDS if kind.folder == folder)


def _at(node: Node | None, key: str) -> Node | None:
    return node.get(key) if isinstance(node, dict) else None


def _items(node: Node | None) -> list[Node]:
    return node if isinstance(node, list) else []


def _text(node: Node | None) -> str:
    return node if isinstance(node, str) else ""


def _texts(nodes: Iterable[Node | None]) -> tuple[str, ...]:
    """The texts among them, each once, in order."""
    return tuple(dict.fromkeys(filter(None, map(_text, nodes))))
