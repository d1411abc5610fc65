"""What libyaml says of broken YAML, and what it takes without a word → what an author needs to hear."""

import re
from collections.abc import Iterator

import yaml

from builder.model.codes import Code
from builder.model.document import SourceFile
from builder.model.problem import Place, Problem

_INDENT_WITH_TAB = re.compile(r" *\t")
# A hyphen is taken only with its space, so that a line of a hundred thousand hyphens is looked at once.
_KEY = r"^(?: |-(?= ))*(?:[\w-]+: +)?"
_WHOLE = 'Put the whole text into double quotes, and use “ ” inside: key: "Police" becomes key: "“Police” …".'
_CUT = re.compile(r"[ \t]+#")
_CUT_AFTER_ONE_WORD = re.compile(r"[ \t]+#\S")
_ODD_QUOTE = re.compile(rf'{_KEY}"')

# Lines that break a file in a way a person can be told about, tried in this order on the line of the error and on the
# line above it: a scanner notices many slips one line late.
_SLIPS: tuple[tuple[re.Pattern[str], Code, str, str], ...] = (
    (
        re.compile(r"^(?:<{7}|={7}|>{7})"),
        "yaml-syntax",
        "A line of a merge conflict was left here by git.",
        "Decide which version is right, and remove the lines with <<<<<<<, ======= and >>>>>>>.",
    ),
    (
        re.compile(rf"{_KEY}(?=[*&!%@`]|[{{\[](?!.*[}}\]] *(?:#.*)?$))"),
        "needs-quotes",
        "A text that starts with this character must stand in double quotes.",
        'Write it like this: key: "{exchange} never phones you."',
    ),
    (
        re.compile(rf"""{_KEY}(?:"[^"]*"|'[^']*')(?= *[^\s#,:\]}}])"""),
        "needs-quotes",
        "The quotation ends here, in the middle of the text.",
        _WHOLE,
    ),
    (
        re.compile(r"^ *(?:- )?[\w-]+:(?=[^\s/:])"),
        "yaml-syntax",
        "A space is missing after the colon.",
        "Write key: text, with a space between.",
    ),
    (
        re.compile(r"^ *-(?=[^\s-])"),
        "yaml-syntax",
        "A space is missing after the hyphen.",
        "Write - text, with a space between.",
    ),
)


def tab_indents(source: SourceFile) -> Iterator[Problem]:
    """Lines whose indentation holds a tab: YAML counts spaces, and a tab looks like some number of them."""
    for number, line in enumerate(source.text.split("\n"), start=1):
        if match := _INDENT_WITH_TAB.match(line):
            message = "This line is indented with a tab; YAML counts spaces."
            yield Problem(Place(source.path, number, match.end()), "tab-indent", message, "Use spaces, two per level.")


def slips_in_bare_text(text: str, start: Place, end: Place, rest: str) -> Iterator[Problem]:
    """What YAML accepts in a text without quotes though hardly anyone means it: a comment that cuts it, a lone quote.

    `rest` is what follows the text in its last line.
    """
    if _CUT.match(rest) if " " in text else _CUT_AFTER_ONE_WORD.match(rest):
        message = "The text ends at “#”: YAML takes the rest of the line as a comment."
        yield Problem(end, "cut-text", message, "Put the whole text into double quotes, or the comment above it.")
    if text.count('"') % 2:
        yield Problem(start, "open-quote", "A quotation mark stands alone in this text.", _WHOLE)


def swallowed_items(place: Place) -> Problem:
    """List items below a text that has already begun: YAML takes them as more of that text."""
    message = "The hyphens below belong to this text, since it starts in the line of its key."
    return Problem(place, "yaml-syntax", message, "Move the text after the colon into an item of its own.")


def syntax_problem(source: SourceFile, error: yaml.YAMLError) -> Problem:
    """The problem behind an exception of the YAML scanner or parser."""
    said, context = getattr(error, "problem", None) or str(error), getattr(error, "context", None) or ""
    opened = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or opened
    line = mark.line if mark else 0
    if "quoted scalar" in context and "escape" in said:
        message = "Inside double quotes a backslash has a meaning of its own, and this one has none."
        return _at(source, mark, "yaml-syntax", message, "Write two backslashes, or none.")
    if "quoted scalar" in context and opened:
        message = "This quotation mark is opened but never closed."
        return _at(source, opened, "open-quote", message, "Close it at the end of the text.")
    if found := _slip(source, line) or _slip(source, line - 1):
        return found
    if quote := _unpaired_quote(source, line):
        message = "A quotation mark seems to be missing: this line opens one that is closed too late."
        return Problem(quote, "open-quote", message, "Close it at the end of the text.")
    if "mapping values" in said:
        message = "A colon followed by a space stands inside a text here."
        return _at(source, mark, "stray-colon", message, 'Put the whole text into double quotes: key: "text: more".')
    hint = "Look at this line and the one above: indentation, a missing colon or hyphen, a quotation mark."
    return _at(source, mark, "yaml-syntax", "The structure of the file breaks here.", hint)


def _slip(source: SourceFile, number: int) -> Problem | None:
    """The slip in a line, counted from 0, if it is one we know."""
    lines = source.text.split("\n")
    if 0 <= number < len(lines):
        for pattern, code, message, hint in _SLIPS:
            if match := pattern.match(lines[number]):
                return Problem(Place(source.path, number + 1, match.end() + 1), code, message, hint)
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
