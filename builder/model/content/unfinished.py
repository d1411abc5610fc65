"""Words still to be written: a mark stands in their place, and says what is wanted there."""

# With its colon: in Spanish and Portuguese a text may well begin with “TODO”.
MARK = "TODO:"


def is_unfinished(text: str) -> bool:
    """Whether a text only says what shall stand here one day."""
    return text.lstrip().startswith(MARK)  # spaces in front of a text are not published either


def marked(wanted: str) -> str:
    """The mark of a text that shall be what is `wanted`."""
    return f"{MARK} {wanted}"


def wanted_in(mark: str) -> str:
    """What the mark of a text asks for."""
    return mark.lstrip().removeprefix(MARK).strip()
