"""Colours as a browser writes them, and how much two of them differ."""

import re

Colour = tuple[float, float, float]


def colour_of(written: str) -> Colour:
    """Red, green and blue, from 0 to 1. One that lets something through is not expected."""
    found = re.fullmatch(r"rgb\((\d+), (\d+), (\d+)\)", written)
    assert found, written
    red, green, blue = (int(part) / 255 for part in found.groups())
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """As WCAG 2.2 defines it, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def difference(one: str, other: str) -> float:
    """CIE76: below 2 nobody sees it; 10 is seen at a glance. What lets something through is like nothing."""
    if one.startswith("rgba"):
        return 100
    pairs = zip(_lab(colour_of(one)), _lab(colour_of(other)), strict=True)
    return float(sum((first - second) ** 2 for first, second in pairs) ** 0.5)


def _luminance(colour: Colour) -> float:
    red, green, blue = map(_linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lab(colour: Colour) -> Colour:
    """In CIELAB, for daylight."""
    red, green, blue = map(_linear, colour)
    x = _cube_root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
    y = _cube_root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = _cube_root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _cube_root(part: float) -> float:
    return float(part ** (1 / 3)) if part > 0.008856 else 7.787 * part + 16 / 116
