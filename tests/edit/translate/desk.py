"""A translator’s desk for tests: a project, its languages, and PO files as tools write them."""

import re
from pathlib import Path

from builder.edit.files import save
from builder.edit.translate.importing import Imported, imported
from builder.edit.translate.languages import Language, languages_of, memory_file
from builder.edit.translate.po_reading import read_po_file
from builder.edit.translate.standing import Standing
from builder.parse import parse
from tests.conftest import TODAY


def language(project: Path, locale: str = "no") -> Language:
    languages = languages_of(project, parse(project), TODAY)
    assert not languages.problems, languages.problems
    return languages.by_locale[locale]


def export(project: Path, locale: str = "no") -> str:
    po = language(project, locale).po
    save(project, memory_file(locale), po)
    return po


def standing(project: Path, context: str, locale: str = "no") -> Standing:
    (found,) = (each for each in language(project, locale).standings if each.context == context)
    return found


def states(project: Path, locale: str = "no") -> dict[str, str]:
    """The texts that are not fresh, by context."""
    return {each.context: each.state for each in language(project, locale).standings if each.state != "fresh"}


def bring_back(project: Path, po: str, locale: str = "no") -> Imported:
    """What an import comes to; writes it unless it is refused."""
    file = read_po_file("back.po", po.encode())
    assert not file.problems, file.problems
    result = imported(project, parse(project), TODAY, language(project, locale), file)
    for path, text in result.files.items():
        save(project, path, text)
    return result


def with_translation(po: str, context: str, translation: str) -> str:
    """The file after somebody has translated one entry in an editor of PO files."""
    start = po.index(f'msgctxt "{context}"')
    flags = po.rindex("#, ", 0, start)
    end = po.index("\n\n", start) if "\n\n" in po[start:] else len(po) - 1
    entry = po[flags:end].replace("fuzzy, ", "").replace("#, fuzzy\n", "")
    entry = re.sub(r"#\| .*\n", "", entry)
    entry = entry[: entry.index("\nmsgstr ")] + f'\nmsgstr "{translation}"'
    return po[:flags] + entry + po[end:]


def codes(result: Imported) -> list[tuple[str, str]]:
    return [(problem.severity, problem.code) for problem in result.problems]


def entry_of(po: str, context: str) -> str:
    """The lines of one entry."""
    (found,) = (entry for entry in po.split("\n\n") if f'msgctxt "{context}"' in entry)
    return found
