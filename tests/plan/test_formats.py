"""Dates, amounts and opening hours as people of a place write them."""

from datetime import date

import pytest

from builder.model.content.source import Source
from builder.model.content.statistic import Statistic
from builder.model.site import Site
from builder.plan.formats import amount, cldr, language_name, long_date, opening_hours, with_territory


def written(value: float, unit: str, locale: str) -> str:
    source = Source.model_validate({"title": "T", "url": "https://a.example/"})
    day = date(2026, 1, 1)
    figure = Statistic(
        id="a", value=value, unit=unit, period="2025", expires_on=day, confidence="high", source=source, checked_on=day
    )
    return amount(figure, locale)


@pytest.mark.parametrize(
    ("value", "unit", "locale", "expected"),
    [
        (8_100_000_000, "HKD", "en-HK", "8.1 billion Hong Kong dollars"),
        (8_100_000_000, "HKD", "zh-Hant-HK", "81億港元"),
        (8_100_000_000, "HKD", "ar-AE", "8.1 مليار دولار هونغ كونغ"),
        (450_500_000, "GBP", "en-GB", "450.5 million British pounds"),
        (913_100_000, "SGD", "zh-Hans-SG", "9.131亿新加坡元"),
        (1_200_000_000, "NOK", "no", "1,2 milliarder norske kroner"),
        (1_200_000_000, "NOK", "en-NO", "1,2 billion Norwegian kroner"),
        (20.4, "percent", "en-HK", "20.4%"),
        (20.4, "percent", "no", "20,4\xa0%"),
        (0.05, "percent", "en", "0.05%"),
        (100, "percent", "zh-Hant-HK", "100%"),
        (43_212, "cases", "en-HK", "43,212"),
        (43_212, "cases", "no", "43\xa0212"),
        (43_212, "cases", "zh-Hant-HK", "43,212"),
        (43_212, "cases", "ar-AE", "43,212"),
        (0, "cases", "en", "0"),
    ],
)
def test_an_amount_is_written_as_in_the_place(value: float, unit: str, locale: str, expected: str) -> None:
    assert expected == written(value, unit, locale)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", "November 2, 2026"),
        ("en-HK", "2 November 2026"),
        ("en-GB", "2 November 2026"),
        ("zh-Hant-HK", "2026年11月2日"),
        ("ar-AE", "2 نوفمبر 2026"),
        ("no", "2. november 2026"),
    ],
)
def test_a_date_is_written_as_in_the_place(locale: str, expected: str) -> None:
    assert expected == long_date(date(2026, 11, 2), locale)


@pytest.mark.parametrize(
    ("language", "locale", "expected"),
    [
        ("en", "en-HK", "Monday – Friday, 8:00\u202fam to 8:30\u202fpm"),
        ("en", "en-GB", "Monday – Friday, 08:00 to 20:30"),
        ("zh-Hant", "zh-Hant-HK", "星期一 – 星期五，上午8:00至下午8:30"),
        ("ar", "ar-AE", "الاثنين – الجمعة، من 8:00 ص إلى 8:30 م"),
    ],
)
def test_opening_hours_are_words(shipped_site: Site, language: str, locale: str, expected: str) -> None:
    assert expected == opening_hours("Mo-Fr 08:00-20:30", shipped_site.strings[language], locale)


def test_every_day_has_its_own_name(shipped_site: Site) -> None:
    days = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
    strings = shipped_site.strings["en"]
    names = [opening_hours(f"{day}-{day} 08:00-20:00", strings, "en-GB").partition(",")[0] for day in days]
    assert names == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def test_hours_around_the_clock_are_said_in_the_sites_words(shipped_site: Site) -> None:
    for strings in shipped_site.strings.values():
        assert strings.contacts.always == opening_hours("24/7", strings, "en")


@pytest.mark.parametrize(
    ("locale", "place", "expected"),
    [
        ("en", "HK", "en-HK"),
        ("zh-Hant", "HK", "zh-Hant-HK"),
        ("ar", "AE", "ar-AE"),
        ("en", "NO", "en-NO"),
        ("ar", "NO", "ar"),
        ("zh-Hant", "GB", "zh-Hant"),
        ("en", "US-CA", "en-US"),
        ("de", "CH-ZH", "de-CH"),
        ("ar", "GB-SCT", "ar"),
        ("pt-BR", "HK", "pt-BR"),
    ],
)
def test_a_territory_is_used_where_the_cldr_knows_it(locale: str, place: str, expected: str) -> None:
    assert expected == with_territory(locale, place)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("en", "English"), ("no", "Norsk"), ("ar", "العربية"), ("zh-Hant", "中文 (繁體)"), ("zh-Hans", "中文 (简体)")],
)
def test_a_language_is_named_in_itself_with_a_capital(locale: str, expected: str) -> None:
    assert expected == language_name(locale)


def test_arabic_runs_from_right_to_left() -> None:
    assert [cldr(locale).text_direction for locale in ("en", "ar", "zh-Hant")] == ["ltr", "rtl", "ltr"]


def test_no_percentage_is_bent_by_floating_point() -> None:
    shown = [written(number / 10, "percent", "en") for number in range(1001)]
    assert shown == [f"{number // 10}.{number % 10}%".replace(".0%", "%") for number in range(1001)]
