"""A line that broke a file, and what may have been meant → the correction after which the file can be read."""

import re
from collections.abc import Iterable, Iterator

import yaml

from builder.model.document import SourceFile
from builder.model.problem import Correction, Place
from builder.model.quoting import in_quotes
from builder.parse.lines import line_of

# A key, a hyphen or both, up to the value. A hyphen is taken only with its space, so that a line of a hundred thousand
# hyphens is looked at once.
KEY = r"^(?: |-(?= ))*(?:[\w-]+: +)?"
_BEFORE_VALUE = re.compile(KEY)
QUOTE_THE_WHOLE = 'Put the whole text into double quotes, and use “ ” inside: key: "Police" becomes key: "“Police” …".'
# Above it a file is broken in more ways than one, and each way would be tried on all of it.
_LONGEST = 60_000
# How languages quote inside a text; all others as English does.
_MARKS = {"ar": "«»", "fr": "«»", "nb": "«»", "nn": "«»", "no": "«»", "ru": "«»", "uk": "«»"} | dict.fromkeys(
    ("ja", "zh-Hant"), "「」"
)


def first_that_mends(source: SourceFile, corrections: Iterable[Correction]) -> Correction | None:
    """The first after which the file can be read, or at least is sound for more than a line further down."""
    if len(source.text) > _LONGEST:
        return None
    broken, further = broken_line(source.text), None
    for correction in corrections:
        after = broken_line(correction.applied(source.text))
        if after is None:
            return correction
        if further is None and broken is not None and after > max(broken, correction.place.line) + 1:
            further = correction
    return further


def broken_line(text: str) -> int | None:
    """The line, counted from 1, in which libyaml gives up; None if it reads everything."""
    try:
        for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return mark.line + 1 if mark else 1
    return None


def value_in_quotes(source: SourceFile, number: int, start: int | None = None) -> Iterator[Correction]:
    """The value of a line, counted from 1, in double quotes; `start` is its index where that is known."""
    line = line_of(source, number)
    found = _BEFORE_VALUE.match(line)
    start = start if start is not None else found.end() if found else 0
    value = line[start:].strip()
    if value:
        place = Place(source.path, number, line.index(value, start) + 1, len(value))
        yield Correction(place, in_quotes(_typographic(_without_outer(value), source.path)))


def _without_outer(value: str) -> str:
    """The text without the quotation marks that stand around all of it."""
    mark = value[0]
    if value.count('"') == 1 and value.endswith('"'):
        return value[:-1]  # only the first one is missing
    if mark not in "\"'" or len(value) < 3 or not value.endswith(mark):
        return value
    inner = value[1:-1]
    # In “"Police" or "officials"” the first mark is closed before the end.
    closes_early = re.search(rf"\w{mark}(?!\w)", inner)
    opens_again = re.search(rf"(?<!\S){mark}\w", inner)
    both = closes_early and opens_again and closes_early.start() < opens_again.start()
    return value if both else inner.replace("''", "'") if mark == "'" else inner


def _typographic(text: str, file: str) -> str:
    """Straight quotation marks that come in pairs as the file's language writes them; any others stay."""
    if text.count('"') % 2:
        return text
    locale = file.rpartition("/")[2].removesuffix(".yml")
    marks = _MARKS.get(locale, "“”")
    first, *parts = text.split('"')
    return first + "".join(marks[at % 2] + part for at, part in enumerate(parts))
