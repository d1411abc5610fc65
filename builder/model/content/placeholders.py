"""Names in braces inside words, such as `{exchange}`: where a fact goes into a sentence."""

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def placeholders_in(text: str) -> tuple[str, ...]:
    """The names in braces, in the order they stand: `Call {number}` gives `("number",)`."""
    return tuple(_PLACEHOLDER.findall(text))


def fill(text: str, facts: Mapping[str, str]) -> str:
    """The text with every known name replaced. A fact is never searched again, so it cannot bring in another name."""
    return _PLACEHOLDER.sub(lambda match: facts.get(match[1], match[0]), text)
