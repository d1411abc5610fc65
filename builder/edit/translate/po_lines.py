"""A PO file's lines → its entries, or every mistake that Babel's reader would pass over or guess at.

Babel cuts a character off a line without its last quotation mark, keeps a backslash that means nothing, gives a
translation to the next text where a `msgid` is missing, and keeps one of two entries of the same text. No translation
that somebody may rely on in distress is read that way.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from babel.messages.pofile import unescape

from builder.model.problem import Place, Problem

_LINE = re.compile(r'(?:(?P<keyword>msgctxt|msgid|msgstr) +)?(?P<text>"(?:[^"\\]|\\[\\"ntr])*")')
_KEYWORD = re.compile(r"msgctxt|msgid|msgstr")
_FORMS = re.compile(r"msgid_plural|msgstr *\[")
_CONFLICT = re.compile(r"<{7}|={7}|>{7}|\|{7}")
_ESCAPE = re.compile(r'(?<!\\)(?:\\\\)*(?P<escape>\\[^\\"ntr])')
# Which keyword may follow which.
_NEXT = {"": ("msgctxt", "msgid"), "msgctxt": ("msgid",), "msgid": ("msgstr",), "msgstr": ("msgctxt", "msgid")}
_WHOLE = "An entry has a line msgctxt, a line msgid and a line msgstr, in this order."


@dataclass(frozen=True)
class Field:
    """A keyword and its whole text, which may run over several lines; `place` is where the text begins."""

    keyword: str
    text: str
    place: Place
    obsolete: bool


@dataclass(frozen=True)
class PoEntry:
    """One entry: what it is for, and its two texts. The head of a file has no context and no source."""

    context: str | None
    source: Field
    translation: Field

    @property
    def is_head(self) -> bool:
        """Whether it says what the file is."""
        return self.context is None and not self.source.text


@dataclass(frozen=True)
class _Line:
    """A line that should hold text, without the mark of an obsolete entry; `offset` is how much was in front."""

    text: str
    number: int
    offset: int
    obsolete: bool


def line_problems(file: str, lines: Sequence[str]) -> Iterator[Problem]:
    """Every line that is no PO, and every entry that lacks a part."""
    last, line = "", None
    for line in _lines(lines):
        keyword = _keyword_of(line.text)
        if not _LINE.fullmatch(line.text):
            yield _no_po(file, line)
        elif keyword and keyword not in _NEXT[last]:
            message = f"“{keyword}” stands where “{' or '.join(_NEXT[last])}” should."
            yield Problem(_place(file, line), "broken-po", message, _WHOLE)
        last = keyword or last
    if line and last != "msgstr":
        yield Problem(_place(file, line), "broken-po", "The file ends in the middle of an entry.", _WHOLE)


def entries_in(file: str, lines: Sequence[str]) -> Iterator[PoEntry]:
    """The entries of a file whose lines are sound."""
    context: str | None = None
    source: Field | None = None
    for field in _fields(file, lines):
        if field.keyword == "msgctxt":
            context = field.text
        elif field.keyword == "msgid":
            source = field
        elif source:
            yield PoEntry(context, source, field)
            context, source = None, None


def entry_problems(entries: Iterable[PoEntry]) -> Iterator[Problem]:
    """Entries that nobody can tell apart, or tell the place of."""
    seen: dict[str, int] = {}
    for entry in entries:
        place, name = entry.source.place, entry.context
        if entry.is_head or entry.source.obsolete:
            continue
        if name is None:
            hint = "Take the file as it was exported; translate only the texts after msgstr."
            yield Problem(place, "broken-po", "This entry has no msgctxt, so nobody can tell where it belongs.", hint)
        elif not entry.source.text:
            yield Problem(place, "broken-po", "This entry has no text to translate.", "Take the entry out.")
        elif (first := seen.setdefault(name, place.line)) != place.line:
            message = f"“{name}” stands here a second time; the first is in line {first}."
            yield Problem(place, "duplicate-id", message, "Keep the right one of the two entries.")


def _fields(file: str, lines: Sequence[str]) -> Iterator[Field]:
    field: Field | None = None
    for line in _lines(lines):
        match = _LINE.fullmatch(line.text)
        if match is None:
            continue
        text = unescape(match["text"])
        if match["keyword"]:
            if field:
                yield field
            field = Field(match["keyword"], text, _place(file, line), line.obsolete)
        elif field:
            field = replace(field, text=field.text + text)
    if field:
        yield field


def _lines(lines: Sequence[str]) -> Iterator[_Line]:
    for number, raw in enumerate(lines, start=1):
        text, offset = raw.strip(), len(raw) - len(raw.lstrip())
        obsolete = text.startswith("#~")
        if obsolete:
            offset += 2 + len(text[2:]) - len(text[2:].lstrip())
            text = text[2:].lstrip()
        # Comments, and what an obsolete entry once was.
        if text and not text.startswith(("#", "|")):
            yield _Line(text, number, offset, obsolete)


def _keyword_of(text: str) -> str:
    match = _KEYWORD.match(text)
    return match[0] if match else ""


def _place(file: str, line: _Line) -> Place:
    """Where the text of a line begins."""
    start = max(line.text.find('"'), 0)
    return Place(file, line.number, line.offset + start + 1, max(len(line.text) - start, 1))


def _no_po(file: str, line: _Line) -> Problem:
    place, text = _place(file, line), line.text
    if _CONFLICT.match(text):
        message, hint = "Two versions of this file were joined here, and nobody has chosen.", "Keep one of the two."
    elif _FORMS.match(text):
        message, hint = "No text of ours has several forms for several counts.", "Write one text after msgstr."
    elif escape := _ESCAPE.search(text):
        at = line.offset + escape.start("escape") + 1
        place = Place(file, line.number, at, 2)
        message, hint = f"“{escape['escape']}” means nothing here.", "A backslash that is meant is written twice: \\\\"
    elif '"' not in text:
        message, hint = "This line is no part of a PO file.", "Put every text between quotation marks."
    else:
        message = "The quotation marks in this line do not match."
        hint = 'A text begins and ends with one; inside, write “typographic” ones, or \\".'
    return Problem(place, "broken-po", message, hint)
