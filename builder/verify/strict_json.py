"""JSON in its one spelling, so that no two readers can understand it differently."""

import json
import re
from typing import Any

from builder.verify.failure import VerificationFailure

_LONE = re.compile("[\ud800-\udfff]")
_INDEX = re.compile("0|[1-9][0-9]{0,9}")
_LARGEST_INDEX = 2**32 - 2  # of an array in JavaScript
_MOST_EXACT = 2**53 - 1  # the largest whole number that JavaScript keeps exactly


def strict_json(content: bytes, code: str) -> Any:
    """The value, if JavaScript's `JSON.stringify` of it gives the same bytes again. Raises with the code otherwise.

    Numbers must be whole and exact: readers differ on all others.
    """
    try:
        text = content.decode("utf-8")
        value = json.loads(
            text, parse_int=_integer, parse_float=_refused, parse_constant=_refused, object_pairs_hook=_object
        )
        if _spelled(value) == text:
            return value
    except (ValueError, RecursionError):
        pass
    raise VerificationFailure(code)


def _spelled(value: Any) -> str:
    """JavaScript writes a lone surrogate as an escape, and everything else above U+001F as itself."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _LONE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """JavaScript puts members named like an index first, in their order; a member twice is noticed by its spelling."""
    indices = [key for key, _ in pairs if _INDEX.fullmatch(key) and int(key) <= _LARGEST_INDEX]
    if [key for key, _ in pairs[: len(indices)]] != sorted(indices, key=int):
        raise ValueError("members would change their order")
    return dict(pairs)


def _integer(text: str) -> int:
    value = int(text)
    return value if abs(value) <= _MOST_EXACT else _refused(text)


def _refused(text: str) -> Any:
    raise ValueError(text)
