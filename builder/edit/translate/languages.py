"""A project → its languages as they stand: words, translations and the memory in `translations/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from builder.edit.translate.exporting import exported
from builder.edit.translate.memory import Memory
from builder.edit.translate.po_reading import PoFile, read_po_file
from builder.edit.translate.standing import Standing, all_standings
from builder.edit.translate.wordings import Wording, wordings_of
from builder.model.document import Document
from builder.model.problem import Place, Problem

FOLDER = "translations"


@dataclass(frozen=True)
class Language:
    """One language of the site, as far as it is translated."""

    locale: str
    wordings: tuple[Wording, ...]
    memory: Memory

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How every text stands, in the order of the source files."""
        return tuple(all_standings(self.wordings, self.memory))

    @property
    def po(self) -> str:
        """The PO file as it should be."""
        return exported(self.locale, self.standings, self.memory)


@dataclass(frozen=True)
class Languages:
    """All languages but the source. With problems there are none."""

    by_locale: Mapping[str, Language]
    problems: tuple[Problem, ...] = ()


def memory_file(locale: str) -> str:
    """Where the memory of a language stands, below the root."""
    return f"{FOLDER}/{locale}.po"


def languages_of(root: Path, documents: tuple[Document, ...], today: date) -> Languages:
    """Joins the words of a project with what is remembered of their translations."""
    found = wordings_of(documents, today)
    read = {locale: _read(root, locale) for locale in found.by_locale}
    problems = (*found.hindrances, *(problem for file in read.values() for problem in file.problems))
    if problems:
        return Languages({}, tuple(sorted(problems)))
    return Languages(
        {locale: Language(locale, wordings, read[locale].memory) for locale, wordings in found.by_locale.items()}
    )


def _read(root: Path, locale: str) -> PoFile:
    """What the memory of a language says: nothing, while it has none."""
    name = memory_file(locale)
    try:
        return read_po_file(name, (root / name).read_bytes())
    except FileNotFoundError:
        return PoFile(locale)
    except OSError as error:
        message, hint = f"This file cannot be read: {error.strerror}.", "Ask whoever keeps this computer."
        return PoFile("", problems=(Problem(Place(name), "unexpected-file", message, hint),))
