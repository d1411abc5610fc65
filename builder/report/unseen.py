"""A text → the same text with every character in it that cannot be seen, or would steer a screen, written out."""

import unicodedata


def visible(text: str) -> str:
    """The text in which every character that would steer a screen or hide is shown by its code: `⟨U+202E⟩`."""
    return "".join(f"⟨U+{ord(sign):04X}⟩" if _steers(sign) else sign for sign in text)


def _steers(sign: str) -> bool:
    """Joiners and marks of direction have their place in Arabic and the scripts of India."""
    return sign not in "\n\u200c\u200d\u200e\u200f\u061c" and unicodedata.category(sign) in (
        "Cc",
        "Cf",
        "Cs",
        "Zl",
        "Zp",
    )
