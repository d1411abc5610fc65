"""Entries of one language → a PO file: no dates, no names, the source’s order, always the same bytes."""

from collections.abc import Iterable
from dataclasses import dataclass

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import generate_po, normalize

from builder.edit.translate.memory import Remembered
from builder.model.problem import Place

# A line per paragraph, however long: one changed word is one changed line, and Babel wraps no quotation in its middle.
_WIDE = 1_000_000
# Beside `fuzzy`: a translation that readers do not see yet. Other tools pass over it.
WAITING = "waiting"
_FOR_TRANSLATORS = "Write your translation after msgstr and leave all else; docs/translators.md says more."


@dataclass(frozen=True)
class PoText:
    """One entry to write. `notes` are for the translator; `previous` is empty but for a translation to check."""

    context: str
    source: str
    translation: str
    place: Place
    to_check: bool = False
    previous: str = ""
    notes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    longest: int | None = None
    waits: bool = False


def po_of(locale: str, texts: Iterable[PoText], obsolete: Iterable[Remembered]) -> str:
    """The whole file. A text that is gone keeps its translation, in comments at the end."""
    catalog = Catalog(charset="utf-8")
    for text in texts:
        _add(catalog, text)
    catalog.obsolete = {(entry.source, entry.context): _gone(entry) for entry in obsolete}
    body = generate_po(catalog, width=_WIDE, omit_header=True, include_previous=True)
    return "".join((_head(locale), *body)).rstrip("\n") + "\n"


def _add(catalog: Catalog, text: PoText) -> None:
    flags = [flag for flag, holds in (("fuzzy", text.to_check), (WAITING, text.waits)) if holds]
    if text.longest:
        flags.append(f"max-length:{text.longest}")  # Weblate heeds it
    message = catalog.add(
        text.source,
        text.translation,
        locations=[(text.place.file, text.place.line)],
        flags=flags,
        auto_comments=text.notes,
        user_comments=text.comments,
        previous_id=text.previous,
        context=text.context,
    )
    message.flags.discard("python-format")  # Babel's guess: “50 % of” is no format


def _gone(entry: Remembered) -> Message:
    return Message(entry.source, entry.translation, user_comments=entry.comments, context=entry.context)


def _head(locale: str) -> str:
    fields = {
        "Language": locale.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    said = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f'# {_FOR_TRANSLATORS}\nmsgid ""\nmsgstr {normalize(said)}\n\n'
