"""A text ↔ how it stands in one line of an author's file: bare, or in quotes."""

import json
import re

# What begins something else in YAML, ends a text early, or would be lost at its ends. Commas only matter inside
# brackets, but a short text is as readable in quotes.
_NOT_BARE = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|[,\[\]{}]|:(?:\s|$)|\s#|\s$|\n")


def said_by(raw: str) -> str | None:
    """The text that a whole scalar of one line says; None where it holds an escape that is rarely written."""
    if raw[:1] == '"':
        try:
            said = json.loads(raw)
        except ValueError:
            return None
        return said if isinstance(said, str) else None
    if raw[:1] == "'":
        return raw[1:-1].replace("''", "'") if len(raw) > 1 and raw.endswith("'") else None
    return raw


def written_like(raw: str, text: str) -> str:
    """The text in the quotes of a scalar that stands in its place; a bare one gets quotes where it needs them."""
    if raw[:1] == "'":
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return in_quotes(text) if raw[:1] == '"' or _NOT_BARE.search(text) else text


def in_quotes(text: str) -> str:
    """The text in double quotes."""
    return json.dumps(text, ensure_ascii=False)
