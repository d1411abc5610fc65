"""What differs for the public → a comment for a pull request: Markdown in which content is never markup."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from builder.compare import Change, Difference, Kind
from builder.compare.difference import listed
from builder.compare.pieces import Piece, pieces_of
from builder.report.differences import LOUD, MARKS, NOTHING
from builder.report.markdown import code, escaped

# GitHub refuses a comment with more characters.
LONGEST = 65_536
# Kept free for the heads and ends of sections that are cut, and for the sentences that say so.
_RESERVE = 2_000
_SENTENCES = 300
_ROW = "| {} | {} | {} | {} |"
_MOST_PAGES = 5


def difference_comment(difference: Difference, before: str, after: str) -> str:
    """At the top a table of what people dial, open or rely on; below it the rest, folded away."""
    parts = ["<!-- antiscam diff -->", "### What changes for the public", ""]
    parts += [f"From {code(before)} to {code(after)}.", ""]
    if not difference.changes:
        return "\n".join([*parts, NOTHING, ""])
    room = LONGEST - _RESERVE - _size(parts)
    for section in _sections(difference):
        if _size((*section.head, *section.tail)) + _SENTENCES > room + _RESERVE:
            return "\n".join([*parts, "… and more; run “antiscam diff” to see all.", ""])
        kept = list(_fitting(section, room))
        room -= _size(kept)
        parts += kept
    return "\n".join([*parts, ""])


@dataclass(frozen=True)
class _Section:
    """Lines of one section; `head` and `tail` always stand, `items` as far as there is room."""

    head: Sequence[str]
    items: Sequence[str] = ()
    tail: Sequence[str] = ()


def _size(lines: Iterable[str]) -> int:
    """Characters, line breaks included."""
    return sum(len(line) + 1 for line in lines)


def _fitting(section: _Section, room: int) -> Iterator[str]:
    """The section, cut where there is no room for more, which it then says."""
    yield from section.head
    left = room - _size((*section.head, *section.tail))
    for number, item in enumerate(section.items):
        left -= len(item) + 1
        if left < 0:
            yield f"\n… and {len(section.items) - number:,} more; run “antiscam diff” to see all.\n"
            break
        yield item
    yield from section.tail


def _sections(difference: Difference) -> Iterator[_Section]:
    if dangerous := difference.dangerous:
        head = [*_alarm(difference), "| What | Before | After | Source |", "|---|---|---|---|"]
        yield _Section(head, [*map(_row, dangerous)], [""])
    else:
        yield _Section(["No number, address or date changes.", ""])
    for title, kind in (("Alerts", Kind.alert), ("Pages", Kind.page)):
        if changes := difference.of(kind):
            yield _folded(f"{title}: {len(changes)}", [*map(_item, changes)])
    for language, texts in difference.texts.items():
        yield _folded(f"Texts in {escaped(language)}: {len(texts)}", [*map(_text, texts)])


def _alarm(difference: Difference) -> list[str]:
    """A red box above all else, where a number that people dial changes."""
    count = len(difference.of(Kind.phone))
    if not count:
        return []
    told = "1 phone number changes" if count == 1 else f"{count} phone numbers change"
    return ["> [!CAUTION]", f"> **{told}.** Dial them, or read the source again, before you approve.", ""]


def _folded(title: str, items: Sequence[str]) -> _Section:
    return _Section([f"<details><summary>{title}</summary>", ""], items, ["", "</details>", ""])


def _row(change: Change) -> str:
    mark = f"**{MARKS[change.kind]}**" if change.kind in LOUD else MARKS[change.kind].lower()
    what = f"{mark}<br>{escaped(change.said if change.sentence else change.where)}"
    before, after = (code(text) if text else "nothing" for text in (change.before, change.after))
    return _ROW.format(what, before, after, _source(change))


def _item(change: Change) -> str:
    source = _source(change)
    return f"- {escaped(change.said)}" + (f" ({source})" if source else "")


def _text(change: Change) -> str:
    before, after = pieces_of(change.before, change.after)
    was = f"<br>− <code>{_marked(before, 'del')}</code>" if before else ""
    now = f"<br>+ <code>{_marked(after, 'ins')}</code>" if after else ""
    return f"- {escaped(change.where)}{was}{now}{_below(change)}"


def _below(change: Change) -> str:
    pages = [code(page or "/") for page in change.pages[:_MOST_PAGES]]
    pages += [f"{len(change.pages) - _MOST_PAGES} more"] if len(change.pages) > _MOST_PAGES else []
    told = [text for text in (_source(change), listed(pages) if pages else "") if text]
    return f"<br><sub>{', on '.join(told)}</sub>" if told else ""


def _source(change: Change) -> str:
    return ", ".join(code(str(origin)) for origin in change.origins)


def _marked(pieces: tuple[Piece, ...], tag: str) -> str:
    return "".join(
        f"<{tag}>{escaped(piece.text)}</{tag}>" if piece.changed else escaped(piece.text) for piece in pieces
    )
