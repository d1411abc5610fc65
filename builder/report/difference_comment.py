"""What differs for the public → a comment for a pull request: Markdown in which content is never markup."""

import re
from collections.abc import Iterator

from builder.compare import Change, Difference, Kind
from builder.compare.difference import listed
from builder.compare.marking import Piece, marked
from builder.report.differences import LOUD, MARKS, NOTHING, visible

# GitHub refuses a comment with more characters.
LONGEST = 65_536
# Kept free for the ends of sections that were cut.
_RESERVE = 2_000
_PLAIN = re.compile(r"[A-Za-z0-9 ,;?/\u0080-\U0010ffff]")
_ROW = "| {} | {} | {} | {} |"
_MOST_PAGES = 5


def difference_comment(difference: Difference, before: str, after: str) -> str:
    """At the top a table of what people dial, open or rely on; below it the rest, folded away."""
    parts = ["<!-- antiscam diff -->", "### What changes for the public", ""]
    parts += [f"From {code(before)} to {code(after)}.", ""]
    if not difference.changes:
        return "\n".join([*parts, NOTHING, ""])
    room = LONGEST - _RESERVE - sum(len(part) + 1 for part in parts)
    for lines in _sections(difference):
        kept = list(_fitting(lines, room))
        room -= sum(len(line) + 1 for line in kept)
        parts += kept
    return "\n".join([*parts, ""])


class _Section(list[str]):
    """Lines of one section; `head` and `tail` always stand, `items` as far as there is room."""

    def __init__(self, head: list[str], items: Iterator[str], tail: list[str]) -> None:
        super().__init__(items)
        self.head, self.tail = head, tail


def _fitting(section: _Section, room: int) -> Iterator[str]:
    """The section, cut where there is no room for more, which it then says."""
    yield from section.head
    left = room - sum(len(line) + 1 for line in (*section.head, *section.tail))
    for number, item in enumerate(section):
        left -= len(item) + 1
        if left < 0:
            yield f"\n… and {len(section) - number:,} more; run “antiscam diff” to see all.\n"
            break
        yield item
    yield from section.tail


def _sections(difference: Difference) -> Iterator[_Section]:
    if dangerous := difference.dangerous:
        head = [*_alarm(difference), "| What | Before | After | Source |", "|---|---|---|---|"]
        yield _Section(head, map(_row, dangerous), [""])
    else:
        yield _Section(["No number, address or date changes.", ""], iter(()), [])
    for title, kind in (("Alerts", Kind.alert), ("Pages", Kind.page)):
        if changes := difference.of(kind):
            yield _folded(f"{title}: {len(changes)}", map(_item, changes))
    for language, texts in difference.texts.items():
        yield _folded(f"Texts in {escaped(language)}: {len(texts)}", map(_text, texts))


def _alarm(difference: Difference) -> list[str]:
    """A red box above all else, where a number that people dial changes."""
    count = len(difference.of(Kind.phone))
    if not count:
        return []
    told = "1 phone number changes" if count == 1 else f"{count} phone numbers change"
    return ["> [!CAUTION]", f"> **{told}.** Dial them, or read the source again, before you approve.", ""]


def _folded(title: str, items: Iterator[str]) -> _Section:
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
    before, after = marked(change.before, change.after)
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


def code(text: str) -> str:
    """A text as it is written."""
    return f"<code>{escaped(text)}</code>"


def escaped(text: str) -> str:
    """Content as characters only: every sign that Markdown or HTML could read becomes its number.

    A word joiner after “@” and “#” keeps people from being called, and issues from being linked.
    """
    shown = visible(text).replace("\n", " ⏎ ")
    return "".join(sign if _PLAIN.fullmatch(sign) else _numbered(sign) for sign in shown)


def _numbered(sign: str) -> str:
    return f"&#{ord(sign)};" + ("&#8288;" if sign in "@#" else "")
