"""How every text of a language stands → the PO file that is its memory, and that translators work in."""

from collections.abc import Collection, Iterable

from builder.edit.translate.memory import Memory, Remembered
from builder.edit.translate.notes import longest_at, notes_for
from builder.edit.translate.po_writing import PoText, po_of
from builder.edit.translate.standing import Standing


def exported(locale: str, standings: Collection[Standing], memory: Memory) -> str:
    """The whole PO file of a language."""
    return po_of(locale, map(_text, standings), _obsolete(standings, memory))


def exported_to_do(locale: str, standings: Iterable[Standing]) -> str:
    """Only what is still to translate or to check: for handing over, not as a memory."""
    return po_of(locale, (_text(each) for each in standings if each.state != "fresh"), ())


def _text(each: Standing) -> PoText:
    wording, path = each.wording, each.path
    return PoText(
        each.context,
        each.source,
        each.best,
        each.place,
        each.to_check,
        each.made_for if each.to_check else "",
        tuple(notes_for(wording.model, path, each.source)),
        each.remembered.comments if each.remembered else (),
        longest_at(wording.model, path),
        each.waits,
    )


def _obsolete(standings: Collection[Standing], memory: Memory) -> list[Remembered]:
    """Translations whose texts are gone; they come back if those do."""
    used = {_name(each.remembered) for each in standings if each.remembered}
    gone = {_name(entry): entry for entry in (*memory.entries, *memory.obsolete) if entry.translation}
    return [gone[name] for name in sorted(gone.keys() - used)]


def _name(entry: Remembered) -> tuple[str, str]:
    return entry.context, entry.source
