"""Numbers as they stand in a text, in the digits of any script → the same in plain digits, and back."""

import re
import unicodedata
from collections.abc import Iterator

_DIGIT = re.compile(r"\d")
# Separators of Latin and of Arabic script.
_NUMBER = re.compile(r"[0-9]+(?:[.,:٫٬][0-9]+)*")


def ascii_digits(text: str) -> str:
    """The text with the decimal digits of every script as 0 to 9; its length stays."""
    return text if text.isascii() else _DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)


def numbers_in(text: str) -> Iterator[str]:
    """The numbers of a text, without separators, whatever digits they are written in."""
    yield from (plain for plain, _ in spelled_numbers(text))


def spelled_numbers(text: str) -> Iterator[tuple[str, str]]:
    """The numbers of a text, each as plain digits and as it is written."""
    for match in _NUMBER.finditer(ascii_digits(text)):
        yield re.sub("[.,٫٬]", "", match[0]), text[match.start() : match.end()]


def in_digits_of(sample: str, number: str) -> str:
    """A number in the script whose digits a sample is written in."""
    zero = next((ord(sign) - unicodedata.decimal(sign) for sign in sample if sign.isdecimal()), ord("0"))
    return _DIGIT.sub(lambda digit: chr(zero + int(digit[0])), ascii_digits(number))
