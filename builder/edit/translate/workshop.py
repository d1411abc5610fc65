"""A project → its languages as they stand: words, translations and the memory in `translations/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from builder.edit.translate.exporting import exported
from builder.edit.translate.memory import Memory
from builder.edit.translate.po_reading import read_po_file
from builder.edit.translate.standing import Standing, all_standings
from builder.edit.translate.wordings import Wording, wordings_of
from builder.model.document import Document
from builder.model.problem import Problem

FOLDER = "translations"


@dataclass(frozen=True)
class Language:
    """One language of the site, as far as it is translated."""

    locale: str
    wordings: tuple[Wording, ...]
    memory: Memory

    @property
    def standings(self) -> tuple[Standing, ...]:
        """How every text stands, in the order of the source files."""
        return tuple(all_standings(self.wordings, self.memory))

    @property
    def po(self) -> str:
        """The PO file as it should be."""
        return exported(self.locale, self.standings, self.memory)


@dataclass(frozen=True)
class Workshop:
    """All languages but the source. With problems there are none."""

    source_locale: str
    languages: Mapping[str, Language]
    problems: tuple[Problem, ...] = ()


def memory_file(locale: str) -> str:
    """Where the memory of a language stands, below the root."""
    return f"{FOLDER}/{locale}.po"


def workshop_of(root: Path, documents: tuple[Document, ...], today: date) -> Workshop:
    """Joins the words of a project with what is remembered of their translations."""
    found = wordings_of(documents, today)
    files = {locale: root / memory_file(locale) for locale in found.by_locale}
    read = {
        locale: read_po_file(memory_file(locale), file.read_bytes()) for locale, file in files.items() if file.is_file()
    }
    problems = (*found.hindrances, *(problem for file in read.values() for problem in file.problems))
    if problems:
        return Workshop(found.source_locale, {}, tuple(sorted(problems)))
    languages = {
        locale: Language(locale, wordings, read[locale].memory if locale in read else Memory())
        for locale, wordings in found.by_locale.items()
    }
    return Workshop(found.source_locale, languages)
