"""Dates and opening hours in the one form of each."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache

from babel import Locale

from builder.validate.numerals import ascii_digits
from builder.validate.suggestions import Meant

_YEAR_FIRST = re.compile(
    r"(\d{4})\s*[-/.年 ]\s*(\d{1,2})\s*[-/.月 ]\s*(\d{1,2})日?(?:[T ]\d\d:.*)?|(\d{4})(\d\d)(\d\d)"
)
_YEAR_LAST = re.compile(r"(\d{1,2})\s*(?P<sign>[-/.])\s*(\d{1,2})\s*[-/.]\s*(\d{4})")
_NAMED = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?\s*(?:of\s+)?(?P<month>[a-z]{3,9})\.?,?\s*(?P<year>\d{4})")
_MONTH_FIRST = re.compile(r"(?P<month>[a-z]{3,9})\.?\s*(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})")

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RANGES = {"daily": "Mo-Su", "every day": "Mo-Su", "weekdays": "Mo-Fr", "weekends": "Sa-Su"}
_ALWAYS = re.compile(r"24\s*[/x×]\s*7|24\s*(?:h|hrs|hours?)(?: a day)?|always|all day")
_TIME = r"(\d{{1,2}})(?:[:.h](\d\d))?\s*(?P<{}>[ap])?\.?(?:m\b\.?)?"
_HOURS = re.compile(
    rf"(?P<first>[a-z ]+?)(?:\s*(?:-|\bto\b|\buntil\b)\s*(?P<last>[a-z]+))?[,:]?\s*\b"
    rf"{_TIME.format('before')}\s*(?:-|to|until)\s*{_TIME.format('after')}"
)


def dates(text: str) -> Iterator[Meant]:
    """`22.11.2026`, `22 Nov 2026`, `2026年11月22日` → `2026-11-22`; nothing where two days can be meant by a slash."""
    plain = unicodedata.normalize("NFKC", ascii_digits(text)).casefold()
    sure = all(sign.isascii() for sign in text if sign.isdecimal())
    if match := _YEAR_FIRST.fullmatch(plain.upper()):
        found = _day(*(part for part in match.groups() if part))
    elif match := _YEAR_LAST.fullmatch(plain):
        found, unambiguous = _either(match)
        sure &= unambiguous
    elif match := _NAMED.fullmatch(plain) or _MONTH_FIRST.fullmatch(plain):
        month = _months().get(match["month"][:3])
        found = _day(match["year"], month, match["day"]) if month else None
    else:
        found = None
    if found:
        yield Meant(found.isoformat(), sure)


def _either(match: re.Match[str]) -> tuple[date | None, bool]:
    """A date whose year comes last, and whether only one can be meant. With full stops the day comes first."""
    one, _, other, year = match.groups()
    day_first, month_first = _day(year, other, one), _day(year, one, other)
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first, True
    return (day_first, False) if match["sign"] == "." else (None, False)


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    return {name[:3].casefold(): number for number, name in Locale("en").months["format"]["wide"].items()}


def hours(text: str) -> Iterator[Meant]:
    """`Mon – Fri, 8 am – 8 pm` → `Mo-Fr 08:00-20:00`."""
    spaced = " ".join(unicodedata.normalize("NFKC", ascii_digits(text)).split())
    plain = re.sub("[‐-―−~～]", "-", spaced).casefold()
    if _ALWAYS.fullmatch(plain):
        yield Meant("24/7", sure=True)
    elif (match := _HOURS.fullmatch(plain)) and (days := _span(match["first"], match["last"])):
        before, after = match["before"] or _half_before(match), match["after"]
        opens, closes = _clock(match[3], match[4], before), _clock(match[6], match[7], after)
        # “8-5” without more may be the morning or the evening; so may the 8 of “8-9 pm”.
        sure = closes > "12:00" if not after else bool(match["before"]) or before == "a"
        yield Meant(f"{days} {opens}-{closes}", sure)


def _half_before(match: re.Match[str]) -> str | None:
    """The half of the day in which “9-5 pm” or “1-5 pm” begins: that of its end, if this makes it begin earlier."""
    opens, closes, after = int(match[3]) % 12, int(match[6]) % 12, match["after"]
    return after if after is None or opens < closes else "a" if after == "p" else "p"


def _span(first: str, last: str | None) -> str:
    """`Mo-Fr`, or nothing where a word is no day of the week."""
    if not last and first.strip() in _RANGES:
        return _RANGES[first.strip()]
    days = [_short_day(name.strip()) for name in (first, last or first)]
    return "-".join(days) if all(days) else ""


def _short_day(name: str) -> str:
    return next((day[:2].capitalize() for day in _DAYS if len(name) > 1 and day.startswith(name)), "")


def _clock(hour: str, minute: str | None, half: str | None) -> str:
    number = int(hour) % 12 + (12 if half == "p" else 0) if half else int(hour)
    return f"{number:02}:{minute or '00'}"
