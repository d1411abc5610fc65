"""A PO file that came back, beside the words as they stand → what of it is taken over, and what is said of the rest."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from builder.edit.translate.contexts import list_of, text_at
from builder.edit.translate.memory import Remembered
from builder.edit.translate.po_reading import Handed, PoFile
from builder.edit.translate.standing import Standing
from builder.model.document import Path
from builder.model.problem import Problem
from builder.model.protection import usual_severity
from builder.parse.characters import faults

_LINK = re.compile(r"\[[^\]]*\]\(([^)]*)\)")


@dataclass(frozen=True)
class Taken:
    """A translation that is taken over, for the text it was made for."""

    standing: Standing
    handed: Handed

    @property
    def text(self) -> str:
        """The new translation."""
        return self.handed.translation.strip()

    @property
    def is_new(self) -> bool:
        """Whether readers do not see these words yet."""
        return self.text != self.standing.translation.strip()


@dataclass(frozen=True)
class Judged:
    """What a PO file comes to. `unfinished` counts entries without a translation, or with one still to be checked.

    `homeless` are translations of texts that are gone.
    """

    taken: tuple[Taken, ...]
    problems: tuple[Problem, ...]
    unfinished: int
    homeless: tuple[Remembered, ...]


def judged(po: PoFile, standings: Collection[Standing]) -> Judged:
    """Every entry is taken over, left for later or named in a problem; none is passed over."""
    finder = _Finder(standings)
    taken: list[Taken] = []
    problems: list[Problem] = []
    homeless: list[Remembered] = []
    for handed in po.entries:
        standing = finder.find(handed)
        problems += _problems(handed, standing)
        if standing is None and handed.translation.strip():
            homeless.append(handed.remembered)
        elif standing and standing.source == handed.source and handed.translation.strip() and not handed.to_check:
            taken.append(Taken(standing, handed))
    for each in taken:
        problems += _differences(each) if each.is_new else ()
    unfinished = sum(entry.to_check or not entry.translation.strip() for entry in po.entries)
    return Judged(tuple(taken), tuple(problems), unfinished, tuple(homeless))


class _Finder:
    """Finds the text that an entry is for: in its place, or, if its list has changed, elsewhere in that list."""

    def __init__(self, standings: Collection[Standing]) -> None:
        self._by_context: Mapping[str, Standing] = {each.context: each for each in standings}
        spots = ((each.wording.folder, list_of(each.path), each.source) for each in standings)
        self._by_spot: Mapping[tuple[str, Path, str], Standing] = dict(zip(spots, standings, strict=True))

    def find(self, handed: Handed) -> Standing | None:
        here = self._by_context.get(handed.context)
        where = text_at(handed.context)
        if where is None or (here and here.source == handed.source):
            return here
        return self._by_spot.get((where[0], list_of(where[1]), handed.source)) or here


def _problems(handed: Handed, standing: Standing | None) -> Iterator[Problem]:
    """What keeps an entry from being taken over."""
    place = handed.place
    if standing is None:
        message = f"There is no text “{handed.context}” any more."
        hint = "Nothing to do: the translation is kept, and comes back if the text does."
        yield Problem(place, "unknown-reference", message, hint, "warning")
    elif handed.to_check:
        return
    elif not handed.translation.strip():
        if standing.translation:
            message = f"The translation of “{handed.context}” was taken out."
            yield Problem(place, "empty-text", message, "Write it again, or mark the entry as “needs work”.")
    elif standing.source != handed.source:
        message = f"The text has changed since the file was handed over. Now it is: “{standing.source}”"
        hint = "This entry was left out. Export again, and have it translated from the text as it is now."
        yield Problem(place, "source-changed", message, hint, usual_severity("source-changed"))


def _differences(taken: Taken) -> Iterator[Problem]:
    """What only the PO file knows; everything else is found by the check of the whole content."""
    text, place = taken.text, taken.handed.place
    for fault in faults(text, taken.standing.wording.file):
        yield Problem(place, fault.code, fault.message, fault.hint)
    there, here = (Counter(_LINK.findall(side)) for side in (taken.standing.source, text))
    if there != here:
        links = ", ".join(f"[…]({target})" for target in there.elements()) or "none"
        message = f"The source language has these links: {links}."
        yield Problem(place, "placeholders-differ", message, "Translate the words in [ ] and keep what is in ( ).")
