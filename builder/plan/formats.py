"""Dates, amounts and opening hours as people of a language write them (from CLDR, through Babel)."""

from datetime import date, time
from decimal import Decimal
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, get_day_names
from babel.localedata import locale_identifiers
from babel.numbers import format_compact_decimal, format_decimal, format_percent, get_currency_name, list_currencies

from builder.model.content.placeholders import fill
from builder.model.content.scalars import country_of
from builder.model.content.statistic import Statistic
from builder.model.content.strings import Strings

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_CURRENCIES = list_currencies()


@cache
def cldr(locale: str) -> Locale:
    """Babel's locale for a BCP 47 tag."""
    return Locale.parse(locale, sep="-")


@cache
def _spoken_in() -> frozenset[tuple[str, str]]:
    """The languages and territories that CLDR knows together; Babel takes long to say that it does not know a pair."""
    tags = (tag.split("_") for tag in locale_identifiers())
    return frozenset((parts[0], parts[-1]) for parts in tags)


@cache
def with_territory(locale: str, place: str) -> str:
    """The tag that fits a place: dates of `en` in `US` and in `US-CA` are those of `en-US`, if CLDR knows any."""
    tag = f"{locale}-{country_of(place)}"
    if (locale.partition("-")[0], country_of(place)) not in _spoken_in():
        return locale
    try:
        cldr(tag)
    except (UnknownLocaleError, ValueError):  # a tag may name a country of its own
        return locale
    return tag


@cache
def language_name(locale: str) -> str:
    """A language's name in itself: `العربية`."""
    name = cldr(locale).get_display_name() or locale
    return name[:1].upper() + name[1:]


@cache
def long_date(day: date, locale: str) -> str:
    """22 November 2026."""
    return format_date(day, "long", locale=cldr(locale))


def amount(statistic: Statistic, locale: str) -> str:
    """8.1 billion Hong Kong dollars, 20.4%, 43,212: the sentence around it names any other noun.

    Large sums are rounded to three decimals of their unit.
    """
    where, value = cldr(locale), statistic.value
    if statistic.unit in _CURRENCIES:
        name = get_currency_name(statistic.unit, count=value, locale=where)
        if "long" in where.compact_decimal_formats:
            return f"{format_compact_decimal(value, format_type='long', locale=where, fraction_digits=3)} {name}"
        # Chinese and Japanese have one compact form, 81億, kept with the language and not with the territory.
        script = Locale(where.language, script=where.script)
        return f"{format_compact_decimal(value, format_type='short', locale=script, fraction_digits=3)}{name}"
    if statistic.unit == "percent":
        return format_percent(Decimal(str(value)) / 100, locale=where, decimal_quantization=False)
    return format_decimal(value, locale=where)


def opening_hours(hours: str, strings: Strings, locale: str) -> str:
    """`24/7` or `Mo-Fr 08:00-20:00` in words."""
    if hours == "24/7":
        return strings.contacts.always
    days, _, times = hours.partition(" ")
    first, last = (_day_name(day, locale) for day in days.split("-"))
    start, end = (_clock(text, locale) for text in times.split("-"))
    return fill(
        strings.contacts.daily, {"days": first if first == last else f"{first} – {last}", "from": start, "to": end}
    )


@cache
def _day_name(day: str, locale: str) -> str:
    return str(get_day_names("wide", locale=cldr(locale))[_DAYS.index(day)])


@cache
def _clock(text: str, locale: str) -> str:
    hour, minute = text.split(":")
    return format_time(time(int(hour) % 24, int(minute)), "short", locale=cldr(locale))
