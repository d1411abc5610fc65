"""An author's value that breaks a rule of ours → pydantic's error, which carries one of our codes."""

from pydantic_core import PydanticCustomError

from builder.model.codes import Code

_LONGEST = 80


def refusal(code: Code, message: str, text: str, hint: str = "") -> PydanticCustomError:
    """The error of a message that shows the text as `{text}`; a hint where the usual one of the code does not fit."""
    return PydanticCustomError(code, message, {"text": shown(text), "hint": hint})


def shown(text: str) -> str:
    """A text as a message can hold it: on one line, and its start only where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
