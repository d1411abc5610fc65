"""Content → Markdown in which it is characters only, whatever signs it holds."""

import re

from builder.report.unseen import visible

_PLAIN = re.compile(r"[A-Za-z0-9 ,;?/\u0080-\U0010ffff]")


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
