"""A PO file that came back → changed files of words and a new memory, or every reason why nothing changes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from builder.edit.consequences import new_problems, with_texts
from builder.edit.rewriting import rewritten
from builder.edit.translate.filling import filled
from builder.edit.translate.judging import Judged, Taken, judged
from builder.edit.translate.languages import Language, languages_of, memory_file
from builder.edit.translate.memory import Memory, Remembered
from builder.edit.translate.po_reading import PoFile
from builder.edit.translate.standing import Standing
from builder.model.document import Document
from builder.model.document import Path as Spot
from builder.model.problem import Place, Problem


@dataclass(frozen=True)
class Imported:
    """What an import comes to. With an error among the problems nothing may be written.

    `files` are new texts of files by path, the memory among them. `waiting` counts translations that are kept in the
    memory until the rest of their list or file is translated.
    """

    locale: str
    judged: Judged
    files: Mapping[str, str]
    problems: tuple[Problem, ...]
    waiting: int = 0

    @property
    def refused(self) -> bool:
        """Whether nothing may be written."""
        return any(problem.severity == "error" for problem in self.problems)

    @property
    def words(self) -> tuple[str, ...]:
        """The files of words that change."""
        return tuple(sorted(path for path in self.files if path != memory_file(self.locale)))


def imported(root: Path, documents: tuple[Document, ...], today: date, language: Language, po: PoFile) -> Imported:
    """Judges a file for a language, and says what would be written. Nothing is."""
    standings = language.standings
    found = judged(po, standings)
    refused = any(problem.severity == "error" for problem in found.problems)
    changes = {} if refused else dict(_changes(language, standings, found.taken))
    after = with_texts(documents, changes)
    new = () if refused else tuple(_new_problems(documents, after, today, found.taken))
    problems = tuple(sorted((*found.problems, *new)))
    if refused or any(problem.severity == "error" for problem in new):
        return Imported(language.locale, found, {}, problems)
    memory = _memory(standings, language.memory, found)
    next_language = languages_of(root, after, today).by_locale[language.locale]
    next_language = replace(next_language, memory=memory)
    unwritten = {each.context for each in next_language.standings if each.waits}
    waiting = sum(each.standing.context in unwritten for each in found.taken)
    files = {**changes, memory_file(language.locale): next_language.po}
    return Imported(language.locale, found, files, problems, waiting)


def _changes(language: Language, standings: Iterable[Standing], taken: Iterable[Taken]) -> Iterator[tuple[str, str]]:
    """The new texts of the files that get translations."""
    new: dict[str, dict[Spot, str]] = defaultdict(dict)
    for each in taken:
        new[each.standing.wording.file][each.standing.path] = each.text
    of_file: dict[str, list[Standing]] = defaultdict(list)
    for standing in standings:
        of_file[standing.wording.file].append(standing)
    for wording in language.wordings:
        file = wording.file
        value = filled(wording, tuple(of_file[file]), new[file]) if file in new else None
        if value is not None and (wording.own is None or value != wording.own.value):
            # A new file is laid out as that of the source language: its blank lines, its quotes, its comments.
            yield file, rewritten((wording.own or wording.source).source.text, value)


def _new_problems(
    before: tuple[Document, ...], after: tuple[Document, ...], today: date, taken: Iterable[Taken]
) -> Iterator[Problem]:
    """The problems that the content does not have yet, each at the entry of the PO file that brings it."""
    entries = dict(_entries(after, taken))
    for problem in new_problems(before, after, today):
        place = problem.place
        yield replace(problem, place=entries.get((place.file, place.line, place.column), place), correction=None)


def _entries(documents: tuple[Document, ...], taken: Iterable[Taken]) -> Iterator[tuple[tuple[str, int, int], Place]]:
    """The entry of the PO file by the place of the text that it brings."""
    by_path = {document.source.path: document for document in documents}
    for each in taken:
        document = by_path.get(each.standing.wording.file)
        if document and each.is_new:
            place = document.positions.value(each.standing.path)
            yield (place.file, place.line, place.column), each.handed.place


def _memory(standings: Iterable[Standing], before: Memory, found: Judged) -> Memory:
    """What is remembered after the import: every text at the place where it stands now."""
    taken = {each.standing.context: each for each in found.taken}
    entries = [_remembered(each, taken.get(each.context)) for each in standings]
    used = {(entry.context, entry.source) for each in standings if (entry := each.remembered)}
    gone = (entry for entry in (*before.entries, *before.obsolete) if (entry.context, entry.source) not in used)
    return Memory(tuple(entry for entry in entries if entry.translation), (*gone, *found.homeless))


def _remembered(each: Standing, taken: Taken | None) -> Remembered:
    if taken:
        return Remembered(each.context, each.source, taken.text, taken.handed.comments, waiting=True)
    comments = each.remembered.comments if each.remembered else ()
    return Remembered(each.context, each.made_for, each.best, comments, each.waits)
