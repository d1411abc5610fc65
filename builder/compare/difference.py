"""What differs for the public between two states of the content: one `Change` for each thing a reader would notice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a change is about, in the order in which it can do harm."""

    phone = "phone"
    first_call = "first-call"
    switch = "switch"
    address = "address"
    date = "date"
    key = "key"
    alert = "alert"
    page = "page"
    text = "text"

    @property
    def dangerous(self) -> bool:
        """Whether a person dials it, opens it or relies on it."""
        return self not in (Kind.alert, Kind.page, Kind.text)


ORDER = tuple(Kind)


@dataclass(frozen=True, order=True)
class Corner:
    """What people of one place read in one language. `place` is empty for what belongs to no jurisdiction."""

    place: str
    locale: str


@dataclass(frozen=True)
class Spot:
    """Where the public meets a change: a corner, and the part of it in plain words, such as “tip 3, title”."""

    corner: Corner
    part: str


@dataclass(frozen=True, order=True)
class Origin:
    """The author's file that a change comes from; `line` counts from 1, 0 where the line is not known."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True)
class Change:
    """One difference, stated once: what stood there, what stands there now (empty: nothing), and everywhere it stands.

    `sentence` says the same as a whole sentence where there is a better one than “before → after”. `where` is the place
    in plain words, such as “Hong Kong, English: tip 3”. `pages` are addresses below the site.
    """

    kind: Kind
    before: str
    after: str
    spots: tuple[Spot, ...]
    where: str
    sentence: str = ""
    pages: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()

    @property
    def said(self) -> str:
        """The whole change in one line."""
        return f"{self.where}: {self.sentence or self.step}"

    @property
    def step(self) -> str:
        """`02800 → 02801`."""
        return f"{self.before or 'nothing'} → {self.after or 'nothing'}"

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages it is met in."""
        return tuple(dict.fromkeys(spot.corner.locale for spot in self.spots if spot.corner.locale))


@dataclass(frozen=True)
class Difference:
    """All changes, what can do harm first. `languages` are the English names of the languages they stand in."""

    changes: tuple[Change, ...] = ()
    languages: Mapping[str, str] = field(default_factory=dict)

    def of(self, *kinds: Kind) -> tuple[Change, ...]:
        """The changes of some kinds, in their order."""
        return tuple(change for change in self.changes if change.kind in kinds)

    @property
    def dangerous(self) -> tuple[Change, ...]:
        """What a person dials, opens or relies on."""
        return tuple(change for change in self.changes if change.kind.dangerous)

    @property
    def texts(self) -> Mapping[str, tuple[Change, ...]]:
        """The changes of texts by the English names of the languages they stand in."""
        found: dict[str, list[Change]] = {}
        for change in self.of(Kind.text):
            found.setdefault(listed([self.languages[locale] for locale in change.locales]), []).append(change)
        return {language: tuple(changes) for language, changes in found.items()}


def listed(words: Iterable[str]) -> str:
    """`English, Norwegian and Arabic`."""
    *first, last = [*words] or [""]
    return f"{', '.join(first)} and {last}" if first else last
