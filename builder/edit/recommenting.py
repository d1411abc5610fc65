"""A file as a form on a git host wrote it anew → its values in the file as it was, with comments, order and quotes."""

from builder.edit.rewriting import CannotRewrite, rewritten
from builder.model.document import SourceFile
from builder.parse.quick_yaml import read_yaml


def recommented(before: str, after: str) -> str:
    """The text of `before`, changed as little as can be so that it says what `after` says.

    Whoever writes by hand keeps at least one comment; such a file, and one that cannot be read, stays as it is.
    """
    value = read_yaml(SourceFile("", after, "")).value
    if value is None or not _has_comment(before) or _has_comment(after):
        return after
    try:
        return rewritten(before, value)
    except CannotRewrite:
        return after


def _has_comment(text: str) -> bool:
    return any(line.lstrip().startswith("#") for line in text.split("\n"))
