"""Which files make up the chapter of each jurisdiction, and which belong to all.

Whatever only one jurisdiction uses belongs to it: its own folder, and scams, campaigns and partners of its own. The
rest is common. A chapter borrows what it needs of that.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from builder.model.document import Node

# The part of the content that belongs to no jurisdiction.
COMMON = ""
_ALWAYS = ("site_config.yml", "trust.yml", "content/short_codes.yml", "content/long_numbers.yml")
_KEYS = ("scams", "partners", "jurisdictions", "jurisdiction", "supersedes")
_FACTS = {"jurisdictions": "jurisdiction.yml", "campaigns": "campaign.yml", "partners": "partner.yml"}

# What the facts of an entry name, by key.
Links = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Portion:
    """The files of one chapter, or of what is common to all, in the order of their paths."""

    name: str
    own: tuple[str, ...]
    borrowed: tuple[str, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """All files that it is made of."""
        return tuple(sorted((*self.own, *self.borrowed)))


def linking_files(paths: Iterable[str]) -> tuple[str, ...]:
    """The files of facts that name other entries."""
    return tuple(path for path in paths if _kind(path) in _FACTS and path.endswith(f"/{_FACTS[_kind(path)]}"))


def links_in(value: Node | None) -> Links:
    """The names in a file of facts. What is wrong in it the gate will say."""
    found: dict[str, tuple[str, ...]] = {}
    for key in _KEYS:
        names = value.get(key, ()) if isinstance(value, dict) else ()
        listed = [names] if isinstance(names, str) else names
        found[key] = tuple(name for name in listed if isinstance(name, str))
    return found


def divided(paths: Collection[str], links: Mapping[str, Links]) -> dict[str, Portion]:
    """Every file in exactly one portion, by the name of the portion; what is common comes last."""
    places = {_slug(path) for path in paths if _kind(path) == "jurisdictions"}
    users = _users(places, links)
    entries: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        entries[_entry(path)].append(path)
    owned: dict[str, list[str]] = defaultdict(list)
    needed: dict[str, list[str]] = defaultdict(list)
    for entry, files in entries.items():
        owner = _owner(entry, places, users)
        owned[owner] += files
        for place in users.get(entry, ()) if owner == COMMON else ():
            needed[place] += files
    shared = [path for path in paths if path in _ALWAYS or _kind(path) == "strings" or path.endswith("/page.yml")]
    portions = {}
    for name in (*sorted(places), COMMON):
        own = owned[name]
        borrowed = _facts_of_users(own, users, entries) if name == COMMON else [*shared, *needed[name]]
        portions[name] = Portion(name, tuple(sorted(own)), tuple(sorted(set(borrowed) - set(own))))
    return portions


def _users(places: Collection[str], links: Mapping[str, Links]) -> dict[str, set[str]]:
    """The jurisdictions that need an entry, by the entry's folder."""
    users: dict[str, set[str]] = defaultdict(set)
    campaigns = {_slug(path): names for path, names in links.items() if _kind(path) == "campaigns"}
    reached, known = _reached(campaigns), set(places)
    for path, names in links.items():
        using = known & (reached[_slug(path)] if _kind(path) == "campaigns" else {_slug(path), *names["jurisdiction"]})
        if _kind(path) != "jurisdictions":
            users[_entry(path)] |= using
        for kind in ("scams", "partners"):
            for slug in names[kind]:
                users[f"content/{kind}/{slug}"] |= using
    return users


def _reached(campaigns: Mapping[str, Links]) -> dict[str, set[str]]:
    """The jurisdictions of each campaign, those of the ones it replaces or is replaced by included."""
    reached = {slug: set(names["jurisdictions"]) for slug, names in campaigns.items()}
    changing = True
    while changing:
        changing = False
        for slug, names in campaigns.items():
            for other in names["supersedes"]:
                if other in reached and reached[other] != reached[slug]:
                    reached[slug] = reached[other] = reached[slug] | reached[other]
                    changing = True
    return reached


def _owner(entry: str, places: Collection[str], users: Mapping[str, set[str]]) -> str:
    if _kind(f"{entry}/") == "jurisdictions":
        return entry.rpartition("/")[2]
    using = users.get(entry, set())
    return next(iter(using)) if len(using) == 1 and using <= set(places) else COMMON


def _facts_of_users(own: Iterable[str], users: Mapping[str, set[str]], entries: Mapping[str, list[str]]) -> list[str]:
    """The facts of the jurisdictions whose languages decide which words a common campaign or partner needs."""
    places = {
        place for path in own if _kind(path) in ("campaigns", "partners") for place in users.get(_entry(path), ())
    }
    wanted = {f"content/jurisdictions/{place}/jurisdiction.yml" for place in places}
    return [path for place in places for path in entries[f"content/jurisdictions/{place}"] if path in wanted]


def _kind(path: str) -> str:
    """`scams` for a file in the folder of a scam, and so on; empty for what stands in no folder of its kind."""
    parts = path.split("/")
    return parts[1] if parts[0] == "content" and len(parts) > 2 else ""


def _slug(path: str) -> str:
    return path.split("/")[2]


def _entry(path: str) -> str:
    """The folder of an entry, or the path itself where there is none."""
    parts = path.split("/")
    return "/".join(parts[:3]) if parts[0] == "content" and len(parts) > 3 else path
