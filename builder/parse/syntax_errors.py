"""What libyaml says of broken YAML → what an author needs to hear."""

import re
from collections.abc import Iterator

import yaml

from builder.model.codes import Code
from builder.model.document import SourceFile
from builder.model.problem import Place, Problem

_INDENT_WITH_TAB = re.compile(r" *\t")
_BARE_BRACE = re.compile(r"^[ -]*(?:[\w-]+: +)?[{\[]")
_OPENED = re.compile(r'^[ -]*([\w-]+: *)?"')


def tab_indents(source: SourceFile) -> Iterator[Problem]:
    """Lines whose indentation holds a tab: YAML counts spaces, and a tab looks like some number of them."""
    for number, line in enumerate(source.text.split("\n"), start=1):
        if match := _INDENT_WITH_TAB.match(line):
            message = "This line is indented with a tab; YAML counts spaces."
            yield Problem(Place(source.path, number, match.end()), "tab-indent", message, "Use spaces, two per level.")


def syntax_problem(source: SourceFile, error: yaml.MarkedYAMLError) -> Problem:
    """The problem behind an exception of the YAML scanner or parser."""
    said, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    if "quoted scalar" in context and error.context_mark:
        message = "This quotation mark is opened but never closed."
        return _at(error.context_mark, source, "open-quote", message, "Close it at the end of the text.")
    if mark and (quote := _unpaired_quote(source, mark.line)):
        message = "A quotation mark seems to be missing: this line opens one that is closed too late."
        return Problem(quote, "open-quote", message, "Close it at the end of the text.")
    if mark and (brace := _BARE_BRACE.match(source.text.split("\n")[mark.line])):
        message = "A text cannot start with a brace or a bracket unless it stands in double quotes."
        hint = 'Put the whole text into double quotes: key: "{exchange} never phones you."'
        return Problem(Place(source.path, mark.line + 1, brace.end()), "open-quote", message, hint)
    if "mapping values are not allowed" in said:
        message = "A colon followed by a space stands inside a text here."
        hint = 'Put the whole text into double quotes, or add the colon that the line above lacks.'
        return _at(mark, source, "stray-colon", message, hint)
    hint = "Look at this line and the one above: indentation, a missing colon, a missing or extra quotation mark."
    if "unexpected" in said or "did not find expected" in said or "could not find expected" in said:
        return _at(mark, source, "yaml-syntax", "The structure of the file breaks here.", hint)
    if "cannot start any token" in said:
        message = "A text cannot start with this character."
        return _at(mark, source, "yaml-syntax", message, "Put the whole text into double quotes.")
    return _at(mark, source, "yaml-syntax", f"The file cannot be read from here on: {said}.", hint)


def _unpaired_quote(source: SourceFile, before: int) -> Place | None:
    """The last quotation mark above a broken line (counted from 0) that opens a value and is not closed in its line."""
    lines = source.text.split("\n")[: before + 1]
    for number in range(len(lines), max(len(lines) - 3, 0), -1):
        if (match := _OPENED.search(lines[number - 1])) and lines[number - 1].count('"') % 2:
            return Place(source.path, number, match.end())
    return None


def _at(mark: yaml.Mark | None, source: SourceFile, code: Code, message: str, hint: str) -> Problem:
    place = Place(source.path, mark.line + 1, mark.column + 1) if mark else Place(source.path)
    return Problem(place, code, message, hint)
