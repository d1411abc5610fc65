"""The kinds of files an author may write → where they stand, and the model that each is held to."""

import re
from dataclasses import dataclass

from builder.model.content.config import SiteConfig
from builder.model.content.kinds import KINDS, Kind
from builder.model.content.phone import LongNumbers, ShortCodes
from builder.model.content.scalars import Authored
from builder.model.content.strings import Strings
from builder.model.content.switches import Switches
from builder.model.content.trust import TrustFile


@dataclass(frozen=True)
class FileKind:
    """One kind of file. `paths` is where its files stand, from the folder of site_config.yml, with * for any name."""

    name: str
    title: str
    paths: str
    model: type[Authored]

    def holds(self, path: str) -> bool:
        """Whether a path is a file of this kind."""
        return re.fullmatch(re.escape(self.paths).replace(r"\*", "[^/]+"), path) is not None


def _of_entries(kind: Kind, facts: str, words: str) -> tuple[FileKind, ...]:
    """The facts stand first: their file also fits the pattern of the words beside it."""
    folder = f"content/{kind.folder}/*"
    return (
        FileKind(kind.noun, facts, f"{folder}/{kind.facts_file}", kind.facts),
        FileKind(f"{kind.noun}-words", words, f"{folder}/*.yml", kind.words),
    )


_TITLES = {
    "jurisdiction": ("A place: facts", "A place: words"),
    "scam": ("A type of scam: facts", "A type of scam: words"),
    "campaign": ("A campaign: facts", "A campaign: words of its alert"),
    "partner": ("A police body: facts", "A police body: its names"),
    "page": ("A page: facts", "A page: words"),
}
_KINDS = {kind.noun: kind for kind in KINDS}

FILES = (
    *(file for noun, titles in _TITLES.items() for file in _of_entries(_KINDS[noun], *titles)),
    FileKind("strings", "The site’s own words", "content/strings/*.yml", Strings),
    FileKind("short-codes", "Short and emergency numbers", "content/short_codes.yml", ShortCodes),
    FileKind("long-numbers", "Long numbers, written down again", "content/long_numbers.yml", LongNumbers),
    FileKind("site-config", "Settings of the site", "site_config.yml", SiteConfig),
    FileKind("trust", "Whose signatures count", "trust.yml", TrustFile),
    FileKind("switches", "Alerts that are turned off", "switches.yml", Switches),
)


def kind_at(path: str) -> FileKind:
    """The kind of a file by its path; a LookupError names a path where no author writes."""
    found = next((kind for kind in FILES if kind.holds(path)), None)
    if found is None:
        raise LookupError(path)
    return found
