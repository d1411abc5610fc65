"""The commands of translation: how far it is, what goes out to translators, and what comes back."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from builder.cli.asking import (
    CONTENT_PROBLEMS,
    WRONG_USE,
    AsOf,
    Format,
    Root,
    Shown,
    fail,
    order_for,
    say,
)
from builder.cli.po_files import chosen, documents_of, language_of, opened, put_files, returned, show_with_po
from builder.model.document import Document

if TYPE_CHECKING:
    from builder.edit.translate.importing import Imported
    from builder.edit.translate.languages import Language
    from builder.edit.translate.po_reading import PoFile

translate_app = typer.Typer(no_args_is_help=True, help="Translations: how far they are, out to translators and back.")
Locales = Annotated[list[str] | None, typer.Argument(help="Languages, such as ar; default: all but the first.")]


class StatusFormat(StrEnum):
    """How figures are shown."""

    full = "full"
    json = "json"
    markdown = "markdown"


class Failing(StrEnum):
    """What `status` counts as a failure."""

    stale = "stale"
    missing = "missing"


@translate_app.command("status")
def status_command(
    locales: Locales = None,
    root: Root = None,
    as_of: AsOf = None,
    named: Annotated[bool, typer.Option("--list", help="Name every text that is stale or missing.")] = False,
    fail_on: Annotated[
        list[Failing] | None, typer.Option(help="Exit with 1 if there are such texts; may be given twice.")
    ] = None,
    format_: Annotated[StatusFormat, typer.Option("--format", help="How the figures are shown.")] = StatusFormat.full,
) -> None:
    """Say how much of every language is translated, stale, missing and unreviewed, and who answers for it."""
    from builder.edit.translate.coverage import coverage_of
    from builder.parse.owners import read_owners
    from builder.report import translations

    order = order_for(root, as_of, production=False)
    languages = opened(order.root, documents_of(order.root), order.today)
    wanted, owners = chosen(languages, locales), read_owners(order.root)
    coverages = [coverage_of(language, owners) for language in wanted]
    for language in wanted:
        _say_what_is_unknown(language)
    shown = {
        StatusFormat.full: translations.as_lines,
        StatusFormat.json: translations.as_json,
        StatusFormat.markdown: translations.as_markdown,
    }[format_]
    typer.echo(shown(coverages, named=named))
    counted = {state: sum(getattr(each.count, state) for each in coverages) for state in fail_on or ()}
    if any(counted.values()):
        raise typer.Exit(CONTENT_PROBLEMS)


@translate_app.command("export")
def export_command(
    locales: Locales = None,
    root: Root = None,
    as_of: AsOf = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder for files to hand over; default: translations/, the project’s memory.")
    ] = None,
    to_do: Annotated[bool, typer.Option("--to-do", help="With --out: only what is stale or missing.")] = False,
) -> None:
    """Write a PO file per language, for translators, and to remember what each translation was made for."""
    from builder.edit.translate.exporting import exported_to_do
    from builder.edit.translate.languages import FOLDER

    order = order_for(root, as_of, production=False)
    memory = order.root / FOLDER
    folder = out or memory
    if to_do and folder.resolve() == memory.resolve():
        fail("--to-do makes a file to hand over: name another folder with --out. The memory stays whole.", WRONG_USE)
    languages = opened(order.root, documents_of(order.root), order.today)
    for language in chosen(languages, locales):
        standings = language.standings
        text = exported_to_do(language.locale, standings) if to_do else language.po
        file = folder / f"{language.locale}.po"
        put_files({file: text})
        states = [each.state for each in standings]
        stale, missing = states.count("stale"), states.count("missing")
        held = f"{stale + missing:,} of {len(states):,} texts" if to_do else f"{len(states):,} texts"
        say(f"{file}: {held}, {stale:,} stale, {missing:,} missing.")


@translate_app.command("import")
def import_command(
    files: Annotated[list[Path], typer.Argument(help="PO files that translators gave back.")],
    root: Root = None,
    as_of: AsOf = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and write nothing.")] = False,
    format_: Shown = Format.full,
) -> None:
    """Take over what a PO file says, all or nothing: into the files of words, and into the memory."""
    order = order_for(root, as_of, production=False)
    for file in files:
        documents = documents_of(order.root)
        languages = opened(order.root, documents, order.today)
        name, po = returned(order.root, file)
        problems, result = po.problems, None
        if not problems:
            result = _imported(order.root, documents, order.today, language_of(languages, po, file), po)
            problems = result.problems
        show_with_po(problems, format_, order.root, {name: file})
        if result is None or result.refused:
            fail(f"Nothing was written of {file}.", CONTENT_PROBLEMS)
        if not dry_run:
            put_files({order.root / path: text for path, text in result.files.items()})
        _say_what_changed(result, languages.by_locale[result.locale], dry_run=dry_run)


def _imported(
    root: Path, documents: tuple[Document, ...], today: date, language: "Language", po: "PoFile"
) -> "Imported":
    from builder.edit.rewriting import CannotRewrite
    from builder.edit.translate.importing import imported

    try:
        return imported(root, documents, today, language, po)
    except CannotRewrite as error:
        fail(f"Nothing was written. {error}", CONTENT_PROBLEMS)


def _say_what_is_unknown(language: "Language") -> None:
    """Where nobody remembers what a translation was made for, a change of its source text goes unnoticed."""
    from builder.edit.translate.languages import memory_file

    unknown = sum(bool(each.translation) and each.remembered is None for each in language.standings)
    if unknown:
        command = f"antiscam translate export {language.locale}"
        say(f"{language.locale}: translations not yet in {memory_file(language.locale)}: {unknown:,}. Run “{command}”.")


def _say_what_changed(result: "Imported", language: "Language", *, dry_run: bool) -> None:
    new = sum(taken.is_new for taken in result.judged.taken)
    verb = "To change" if dry_run else "Changed"
    say(f"{result.locale}: translations taken over: {len(result.judged.taken):,}, of them new: {new:,}.")
    for path in result.words:
        say(f"{verb}: {path}")
    if result.waiting:
        say(f"Waiting in the PO file for the rest of their list or file: {result.waiting:,}.")
    if result.judged.unfinished:
        say(f"Left for later, since empty or still marked “needs work” (fuzzy): {result.judged.unfinished:,}.")
    for wording in language.wordings:
        if wording.reviewed and wording.file in result.words:
            say(f"“reviewed” in {wording.file} is older than these words: have them read, or take it out.")
