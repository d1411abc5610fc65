"""What the commands of translation share: a project and PO files, opened and written, and their problems shown."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from builder.cli.asking import CONTENT_PROBLEMS, ENVIRONMENT, WRONG_USE, Format, fail, say
from builder.cli.problems import show_problems
from builder.model.document import Document, SourceFile, nowhere
from builder.model.output import CannotPublish
from builder.model.problem import Problem

if TYPE_CHECKING:
    from builder.edit.translate.languages import Language, Languages
    from builder.edit.translate.po_reading import PoFile


def show_with_po(problems: Sequence[Problem], format_: Format, root: Path, handed: Mapping[str, Path]) -> None:
    """`handed` says where the PO files are that stand outside of the project, by the names that problems give them."""
    if not problems or format_ is not Format.full:
        show_problems(problems, format_, root)
        return
    from builder.report import plain
    from builder.report.excerpts import full, stderr_console

    console = stderr_console()
    documents = {name: _document(root, name, handed.get(name)) for name in {each.place.file for each in problems}}
    for problem in problems:
        console.print(full(problem, documents), markup=False)
    say(plain.count_line(problems))


def _document(root: Path, name: str, handed: Path | None) -> Document:
    from builder.parse.reading import read_file

    if not name.endswith(".po"):
        return read_file(root, name)
    try:
        text = (handed or root / name).read_bytes().decode("utf-8", "replace")
    except OSError:
        text = ""  # as its problem says
    return Document(SourceFile(name, text, ""), None, nowhere)


def documents_of(root: Path) -> tuple[Document, ...]:
    """Everything that authors wrote."""
    from builder.parse import parse

    return parse(root)


def opened(root: Path, documents: tuple[Document, ...], today: date) -> "Languages":
    """All languages; exits where a file without which nothing can be told has problems."""
    from builder.edit.translate.languages import languages_of

    languages = languages_of(root, documents, today)
    if languages.problems:
        show_with_po(languages.problems, Format.full, root, {})
        fail("Mend these first; then every translation can be told from its source.", CONTENT_PROBLEMS)
    return languages


def chosen(languages: "Languages", locales: Sequence[str] | None) -> "list[Language]":
    """The languages asked for; exits for one that the site does not have, or that its texts are written in."""
    for locale in locales or ():
        if locale not in languages.by_locale:
            known = ", ".join(languages.by_locale) or "none"
            fail(f"“{locale}” is not a language to translate into. Known here: {known}.", WRONG_USE)
    return [language for locale, language in languages.by_locale.items() if not locales or locale in locales]


def returned(root: Path, file: Path) -> "tuple[str, PoFile]":
    """The name that problems give a file, and what it says."""
    from builder.edit.translate.po_reading import read_po_file

    path = file.resolve()
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(file)
    try:
        return name, read_po_file(name, file.read_bytes())
    except OSError as error:
        fail(f"{file} cannot be read: {error.strerror}.", WRONG_USE)


def language_of(languages: "Languages", po: "PoFile", file: Path) -> "Language":
    """The language a file is in; tools write `zh_Hant` or `zh-Hant`."""
    locale = po.language.replace("_", "-")
    known = {name.casefold(): language for name, language in languages.by_locale.items()}
    if locale.casefold() not in known:
        names = ", ".join(languages.by_locale) or "none"
        fail(f"{file} says it is in “{po.language}”. Languages to translate into: {names}.", WRONG_USE)
    return known[locale.casefold()]


def put_files(files: Mapping[Path, str]) -> None:
    """Writes each file whole, in the order given; exits where the disk refuses."""
    from builder.edit.files import save

    try:
        for path, text in files.items():
            save(path.parent, path.name, text)
    except CannotPublish as error:
        fail(str(error), ENVIRONMENT)
