"""Words still to be written: a mark stands in their place, and says what is wanted there."""

# With its colon: in Spanish and Portuguese a text may well begin with “TODO”.
MARK = "TODO:"
# What a text is, by the most characters that it may hold; the limits are those of `scalars.py`.
_FORMS = {40: "A button", 60: "A few words", 120: "One line", 240: "One or two sentences", 600: "A paragraph"}
_SIZES = tuple(f"{form}, at most {most} characters." for most, form in _FORMS.items())
# Of these one stands in every file with an unfinished text, however its lines are broken.
SIGNS = (MARK, "characters.")


def is_unfinished(text: str) -> bool:
    """Whether a text only says what shall stand here one day; also where somebody has taken out only the mark."""
    # Spaces in front of a text are not published either.
    return text.lstrip().startswith(MARK) or any(size in text for size in _SIZES)


def wish(most: int, said: str) -> str:
    """What the mark of a text asks for that may hold so many characters, and is what is `said`."""
    return f"{_FORMS[most]}, at most {most} characters. {said}"


def marked(wanted: str) -> str:
    """The mark of a text that shall be what is `wanted`."""
    return f"{MARK} {wanted}"


def wanted_in(mark: str) -> str:
    """What the mark of a text asks for."""
    return mark.lstrip().removeprefix(MARK).strip()
