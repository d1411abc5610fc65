"""What differs for the public → lines on a screen: for “diff”, and for those who sign."""

from collections.abc import Iterator

from rich.text import Text

from builder.compare import Change, Difference, Kind
from builder.compare.pieces import Piece, pieces_of
from builder.report.unseen import visible

NOTHING = "Nothing differs for the public."
# How a change of what people dial, open or rely on is announced.
MARKS = {
    Kind.phone: "PHONE NUMBER",
    Kind.first_call: "FIRST CALL",
    Kind.switch: "KILL SWITCH",
    Kind.address: "ADDRESS",
    Kind.date: "DATE",
    Kind.key: "KEY",
}
LOUD = frozenset({Kind.phone, Kind.first_call, Kind.switch})
_FEW = 3


def difference_lines(difference: Difference) -> Iterator[Text]:
    """What can do harm first, then alerts, pages, and the texts of each language."""
    yield _heading("Numbers, addresses and dates that differ", difference.dangerous)
    for change in difference.dangerous:
        yield from _fact(change)
    for title, kind in (("Alerts that differ", Kind.alert), ("Pages that are new, gone or moved", Kind.page)):
        if changes := difference.of(kind):
            yield _heading(title, changes)
            for change in changes:
                yield from _sentence(change)
    for language, texts in difference.texts.items():
        yield _heading(f"Texts in {language} that differ", texts)
        for change in texts:
            yield from _texts(change)


def _heading(title: str, changes: tuple[Change, ...]) -> Text:
    return Text(f"\n{title}: {len(changes)}", style="bold")


def _fact(change: Change) -> Iterator[Text]:
    mark = Text(f"  {MARKS[change.kind]}", style="bold white on red" if change.kind in LOUD else "bold red")
    where = Text(f" {visible(change.where)}: ")
    if change.sentence:
        yield Text.assemble(mark, where, visible(change.sentence))
    else:
        before, after = (visible(text) or "nothing" for text in (change.before, change.after))
        yield Text.assemble(mark, where, (before, "red"), " → ", (after, "green"))
    yield from _found(change)


def _sentence(change: Change) -> Iterator[Text]:
    yield Text(f"  {visible(change.said)}")
    yield from _found(change)


def _texts(change: Change) -> Iterator[Text]:
    yield Text(f"  {visible(change.where)}", style="dim")
    before, after = pieces_of(change.before, change.after)
    yield from (_line(sign, pieces) for sign, pieces in (("-", before), ("+", after)) if pieces)
    yield from _found(change)


def _line(sign: str, pieces: tuple[Piece, ...]) -> Text:
    """A text with its changed words set off; further lines stand below its first."""
    colour = "red" if sign == "-" else "green"
    line = Text(f"    {sign} ", style=colour)
    for piece in pieces:
        line.append(visible(piece.text).replace("\n", "\n      "), style="bold reverse" if piece.changed else "")
    return line


def _found(change: Change) -> Iterator[Text]:
    """Where it is written and where it is read."""
    told = [*map(str, change.origins[:_FEW]), *([_read_on(change.pages)] if change.pages else [])]
    if told and change.kind is not Kind.page:
        yield Text(f"      {visible(', '.join(told))}", style="dim")


def _read_on(pages: tuple[str, ...]) -> str:
    named = ", ".join(page or "/" for page in pages[:_FEW])
    further = len(pages) - _FEW
    return f"read on {named}" + (f" and {further} more" if further > 0 else "")
