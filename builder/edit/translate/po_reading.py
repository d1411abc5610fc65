"""The bytes of a PO file → what a translator or the memory says, or every problem of the file."""

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, unescape

from builder.edit.translate.memory import Memory, Remembered
from builder.edit.translate.po_lines import PoEntry, entries_in, entry_problems, line_problems
from builder.edit.translate.po_writing import WAITING
from builder.model.problem import Place, Problem

_HEADER = re.compile(r"(?P<name>[A-Za-z-]+): *(?P<value>.*)")
_ONCE = re.compile(r"\s*#~\s*[|#]")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')


@dataclass(frozen=True)
class Handed:
    """One entry as it stands in a PO file. `place` is that of its translation; `source` is the text it is for now.

    `previous` is the text that a translation to check was made for, or empty where that was lost.
    """

    context: str
    source: str
    translation: str
    place: Place
    to_check: bool
    previous: str
    waiting: bool
    comments: tuple[str, ...]

    @property
    def remembered(self) -> Remembered:
        """The entry as a part of the memory."""
        made_for = self.previous if self.to_check else self.source
        return Remembered(self.context, made_for, self.translation, self.comments, self.waiting)


@dataclass(frozen=True)
class PoFile:
    """What a PO file says. `language` is as its head writes it, such as `zh_Hant`."""

    language: str
    entries: tuple[Handed, ...] = ()
    obsolete: tuple[Remembered, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def memory(self) -> Memory:
        """The file as the memory of a language."""
        return Memory(tuple(entry.remembered for entry in self.entries if entry.translation), self.obsolete)


def read_po_file(file: str, raw: bytes) -> PoFile:
    """`file` is the name that problems give it. A file with problems has no entries."""
    try:
        text = raw.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        place = Place(file, raw[: error.start].count(b"\n") + 1)
        hint = "Save the file with the encoding UTF-8."
        return PoFile("", problems=(Problem(place, "not-utf-8", "Here stand bytes that are not UTF-8 text.", hint),))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if problems := tuple(line_problems(file, lines)):
        return PoFile("", problems=problems)
    entries = tuple(entries_in(file, lines))
    head = _head(entries)
    if problems := (*_head_problems(file, head), *entry_problems(entries)):
        return PoFile("", problems=tuple(sorted(problems)))
    try:
        catalog = read_po(_for_babel(lines, entries[0]), abort_invalid=True)
    except PoFileError as error:
        return PoFile("", problems=(_unread(file, error),))
    places = {entry.source.place.line: entry.translation.place for entry in entries}
    handed = tuple(_handed(message, places[message.lineno or 0]) for message in _messages(catalog))
    return PoFile(head["language"], handed, tuple(_gone(message) for message in catalog.obsolete.values()))


def _head(entries: Sequence[PoEntry]) -> Mapping[str, str]:
    """The fields of the head, their names in small letters."""
    lines = entries[0].translation.text.split("\n") if entries and entries[0].is_head else ()
    return {match["name"].lower(): match["value"] for line in lines if (match := _HEADER.fullmatch(line.strip()))}


def _head_problems(file: str, head: Mapping[str, str]) -> Iterator[Problem]:
    hint = "Take the file as it was exported; its first entry must stay."
    if "content-type" not in head or "language" not in head:
        message = "The head of the file is missing, which names its language and its encoding."
        yield Problem(Place(file), "broken-po", message, hint)
    elif "charset=utf-8" not in head["content-type"].lower().replace(" ", ""):
        message = f"The head of the file says “{head['content-type']}”; translations are written in UTF-8."
        yield Problem(Place(file), "broken-po", message, "Save the file with the encoding UTF-8.")


def _for_babel(lines: Sequence[str], head: PoEntry) -> list[str]:
    """Every line at its own number, without what Babel stumbles over: dates in the head, what obsolete entries were."""
    end = head.translation.place.line
    while end < len(lines) and lines[end].lstrip().startswith('"'):
        end += 1
    return ["" if number < end or _ONCE.match(line) else line for number, line in enumerate(lines)]


def _unread(file: str, error: PoFileError) -> Problem:
    message = "The entry around this line has a comment or a gap in its middle."
    hint = "Comments stand above an entry; its lines msgctxt, msgid and msgstr stand together."
    return Problem(Place(file, error.lineno + 1), "broken-po", message, hint)


def _messages(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def _handed(message: Message, place: Place) -> Handed:
    """Babel takes the previous source, whose lines begin with `#|`, for remarks of a translator."""
    previous = [line.removeprefix("|").strip() for line in message.user_comments if line.startswith("|")]
    start = next((number for number, line in enumerate(previous) if line.startswith("msgid")), len(previous))
    quoted = _QUOTED.findall(" ".join(previous[start:]))
    return Handed(
        str(message.context),
        str(message.id),
        str(message.string),
        place,
        message.fuzzy,
        "".join(map(unescape, quoted)),
        WAITING in message.flags,
        _remarks(message),
    )


def _remarks(message: Message) -> tuple[str, ...]:
    return tuple(line for line in message.user_comments if line and not line.startswith("|"))


def _gone(message: Message) -> Remembered:
    return Remembered(str(message.context), str(message.id), str(message.string), _remarks(message))
