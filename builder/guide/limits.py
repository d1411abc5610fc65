"""A field's schema → how long its text and how many its items may be, in words."""

from typing import Any


def limits_of(schema: dict[str, Any]) -> str:
    """One sentence, such as “3 to 6 items, each of at most 240 characters.”, or nothing."""
    if "enum" in schema:
        return ""
    if schema.get("type") == "array":
        counted = _range(schema.get("minItems"), schema.get("maxItems"), "items")
        each = _characters(schema["items"])
        return _sentence(f"{counted or 'items'}, each of {each}" if each else counted)
    if schema.get("additionalProperties"):
        each = _characters(schema["additionalProperties"])
        return _sentence(f"each of {each}" if each else "")
    return _sentence(_characters(schema) or _range(schema.get("minimum"), schema.get("maximum"), ""))


def _characters(schema: Any) -> str:
    longest = schema.get("maxLength")
    return f"at most {longest} characters" if longest else ""


def _range(least: float | None, most: float | None, noun: str) -> str:
    if least is not None and most is not None:
        words = f"{least:g} to {most:g}"
    elif most is not None:
        words = f"at most {most:g}"
    elif least is not None:
        words = f"at least {least:g}"
    else:
        return ""
    return f"{words} {noun}".strip()


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}." if words else ""
