"""What libyaml says of broken YAML, and what it takes without a word → what an author needs to hear."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import yaml

from builder.model.codes import Code
from builder.model.document import SourceFile
from builder.model.problem import Correction, Place, Problem
from builder.parse.indents import key_and_text, lone_key, misplaced, unfinished
from builder.parse.lines import line_of
from builder.parse.repairs import KEY, QUOTE_THE_WHOLE, first_that_mends, value_in_quotes

_ODD_QUOTE = re.compile(rf'{KEY}"')
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)")
_FIRST_COLON = re.compile(r" *(?:- +)*[\w-]+:(?= |$)")

_Mend = Callable[[SourceFile, int, int], Iterator[Correction]]


def _space(source: SourceFile, number: int, at: int) -> Iterator[Correction]:
    yield Correction(Place(source.path, number, at + 1, 0), " ")


def _bracket(source: SourceFile, number: int, _at: int) -> Iterator[Correction]:
    line = line_of(source, number).rstrip(" ,")
    yield Correction(Place(source.path, number, len(line) + 1, 0), "]")


def _quotes(source: SourceFile, number: int, _at: int) -> Iterator[Correction]:
    yield from value_in_quotes(source, number)


# Lines that break a file in a way a person can be told about, tried in this order on the line of the error and on the
# line above it: a scanner notices many slips one line late.
_SLIPS: tuple[tuple[re.Pattern[str], Code, str, str, _Mend], ...] = (
    (
        re.compile(rf"{KEY}\[(?=[\w, -]*$)"),
        "yaml-syntax",
        "This list is opened by a bracket but never closed.",
        "Close it at the end of the line: [HK, SG].",
        _bracket,
    ),
    (
        re.compile(rf"{KEY}(?=[*&!%@`]|[{{\[](?!.*[}}\]] *(?:#.*)?$))"),
        "needs-quotes",
        "A text that starts with this character must stand in double quotes.",
        'Write it like this: key: "{exchange} never phones you."',
        _quotes,
    ),
    (
        re.compile(rf"""{KEY}(?:"[^"]*"|'[^']*')(?= *[^\s#,:\]}}])"""),
        "needs-quotes",
        "The quotation ends here, in the middle of the text.",
        QUOTE_THE_WHOLE,
        _quotes,
    ),
    (
        re.compile(r"^ *(?:- )?[\w-]+:(?=[^\s/:])"),
        "yaml-syntax",
        "A space is missing after the colon.",
        "Write key: text, with a space between.",
        _space,
    ),
    (
        re.compile(r"^ *-(?=[^\s-])"),
        "yaml-syntax",
        "A space is missing after the hyphen.",
        "Write - text, with a space between.",
        _space,
    ),
)


def syntax_problem(source: SourceFile, error: yaml.YAMLError) -> Problem:
    """The problem behind an exception of the YAML scanner or parser."""
    said, context = getattr(error, "problem", None) or str(error), getattr(error, "context", None) or ""
    opened = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or opened
    line = mark.line if mark else 0
    if conflict := _conflict(source):
        return conflict
    if "quoted scalar" in context and "escape" in said:
        message = "Inside double quotes a backslash has a meaning of its own, and this one has none."
        return _at(source, mark, "yaml-syntax", message, "Write two backslashes, or none.")
    if "quoted scalar" in context and opened:
        return _open_quote(source, _inside(source, opened), "This quotation mark is opened but never closed.")
    if found := _slip(source, line) or _slip(source, line - 1):
        return found
    if quote := _unpaired_quote(source, line):
        message = "A quotation mark seems to be missing: this line opens one that is closed too late."
        return _open_quote(source, quote, message)
    if moved := _misplaced(source, line + 1, (opened.line if opened else line) + 1, mark, said):
        return moved
    if "mapping values" in said:
        message = "A colon followed by a space stands inside a text here."
        found = _at(source, mark, "stray-colon", message, 'Put the whole text into double quotes: key: "text: more".')
        return _mended(source, found, value_in_quotes(source, found.place.line))
    hint = "Look at this line and the one above: indentation, a missing colon or hyphen, a quotation mark."
    return _at(source, mark, "yaml-syntax", "The structure of the file breaks here.", hint)


def _conflict(source: SourceFile) -> Problem | None:
    """The first line that git left behind, if there is one: it explains whatever else seems wrong."""
    for number, line in enumerate(source.text.split("\n"), start=1):
        if _CONFLICT.match(line):
            message = "A line of a merge conflict was left here by git."
            hint = "Decide which version is right, and remove the lines with <<<<<<<, ======= and >>>>>>>."
            return Problem(Place(source.path, number, 1, len(line)), "yaml-syntax", message, hint)
    return None


def _misplaced(source: SourceFile, broken: int, opened: int, mark: yaml.Mark | None, said: str) -> Problem | None:
    """A line that stands in the wrong place or lacks its colon; not where a later colon of the line is in the way."""
    first = _FIRST_COLON.match(line_of(source, broken))
    if "mapping values" in said and mark and first and mark.column >= first.end():
        return None
    if found := lone_key(source, broken, opened):
        return found
    beside = key_and_text(source, broken, opened) or unfinished(source, opened)
    if "expected ':'" in said and beside:
        return beside
    return misplaced(source, broken, opened) or beside


def _open_quote(source: SourceFile, place: Place, message: str) -> Problem:
    """A quotation mark without its partner; most are missing at the end of their line."""
    line = line_of(source, place.line).rstrip()
    closing = Correction(Place(source.path, place.line, len(line) + 1, 0), line[place.column - 1 : place.column])
    problem = Problem(place, "open-quote", message, "Close it at the end of the text.")
    return _mended(source, problem, iter([closing]))


def _mended(source: SourceFile, problem: Problem, corrections: Iterator[Correction]) -> Problem:
    return replace(problem, correction=first_that_mends(source, corrections))


def _slip(source: SourceFile, number: int) -> Problem | None:
    """The slip in a line, counted from 0, if it is one we know."""
    for pattern, code, message, hint, mend in _SLIPS:
        if match := pattern.match(line_of(source, number + 1)):
            problem = Problem(Place(source.path, number + 1, match.end() + 1), code, message, hint)
            return _mended(source, problem, mend(source, number + 1, match.end()))
    return None


def _unpaired_quote(source: SourceFile, broken: int) -> Place | None:
    """The nearest quotation mark that opens a value and is still open where the file breaks (a line counted from 0)."""
    lines = source.text.split("\n")[: broken + 1]
    still_open = False
    for number, line in reversed(list(enumerate(lines))):
        odd = line.count('"') % 2 == 1
        still_open ^= odd and number < broken
        if odd and (still_open or number == broken) and (match := _ODD_QUOTE.match(line)):
            return Place(source.path, number + 1, match.end())
    return None


def _at(source: SourceFile, mark: yaml.Mark | None, code: Code, message: str, hint: str) -> Problem:
    return Problem(_inside(source, mark) if mark else Place(source.path), code, message, hint)


def _inside(source: SourceFile, mark: yaml.Mark) -> Place:
    """The place of a mark; what is missed only at the end of the file is missing after its last text."""
    lines = source.text.rstrip().split("\n")
    if mark.line < len(lines):
        return Place(source.path, mark.line + 1, mark.column + 1)
    return Place(source.path, len(lines), len(lines[-1]) + 1)
