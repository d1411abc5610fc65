"""How every text of a language stands → what is translated, what is stale and what is missing, in figures."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.edit.translate.languages import Language
from builder.edit.translate.standing import Standing
from builder.model.problem import Place
from builder.parse.owners import Owners


@dataclass(frozen=True)
class Count:
    """Texts, and how many of them are stale or missing."""

    texts: int
    stale: int
    missing: int

    @property
    def percent(self) -> int:
        """How many of a hundred texts are translated and fresh; rounded down, so that 100 means all."""
        return 100 * (self.texts - self.stale - self.missing) // self.texts if self.texts else 100


@dataclass(frozen=True)
class ToDo:
    """A text that is stale or missing. `previous` is the source text that the translation was made for, if known.

    `place` is that of the text in the source language; `waits` says that a translation lies ready in the PO file.
    """

    context: str
    state: str
    place: Place
    previous: str
    source: str
    translation: str
    owner: str
    waits: bool


@dataclass(frozen=True)
class Coverage:
    """One language in figures. `places` are jurisdictions, each with all texts that it alone shows.

    `unreviewed` are files that no native speaker has read.
    """

    locale: str
    count: Count
    places: Mapping[str, Count]
    unreviewed: tuple[str, ...]
    files: int
    owners: tuple[str, ...]
    to_do: tuple[ToDo, ...]


def coverage_of(language: Language, owners: Owners) -> Coverage:
    """The figures of a language, and everything that is to be done in it."""
    standings = language.standings
    own = [wording for wording in language.wordings if wording.own]
    places = sorted({place for wording in language.wordings for place in wording.places})
    owner = {wording.file: owners.of(wording.file) for wording in language.wordings}
    return Coverage(
        language.locale,
        _count(standings),
        {place: _count(each for each in standings if place in each.wording.places) for place in places},
        tuple(wording.file for wording in own if not wording.reviewed),
        len(own),
        tuple(sorted(set(owner.values()))),
        tuple(_to_do(standings, owner)),
    )


def _count(standings: Iterable[Standing]) -> Count:
    states = Counter(each.state for each in standings)
    return Count(states.total(), states["stale"], states["missing"])


def _to_do(standings: Iterable[Standing], owner: Mapping[str, str]) -> Iterator[ToDo]:
    for each in standings:
        if each.state != "fresh":
            previous = each.made_for if each.to_check else ""
            waits = each.waits and not each.to_check
            whose = owner[each.wording.file]
            yield ToDo(each.context, each.state, each.place, previous, each.source, each.best, whose, waits)
