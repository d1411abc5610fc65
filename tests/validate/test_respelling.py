"""What was written → what was most likely meant."""

import pytest

from builder.model.codes import Code
from builder.validate.respelling import respelled
from builder.validate.suggestions import Meant, did_you_mean, nearest

SURE = [
    ("bad-boolean", "yes", "true"),
    ("bad-boolean", "No", "false"),
    ("bad-boolean", "TRUE", "true"),
    ("bad-boolean", "off", "false"),
    ("bad-date", "2026/11/22", "2026-11-22"),
    ("bad-date", "2026-1-2", "2026-01-02"),
    ("bad-date", "20261122", "2026-11-22"),
    ("bad-date", "2026-11-22T09:30:00", "2026-11-22"),
    ("bad-date", "22.11.2026", "2026-11-22"),
    ("bad-date", "11/22/2026", "2026-11-22"),
    ("bad-date", "5/5/2026", "2026-05-05"),
    ("bad-date", "22 November 2026", "2026-11-22"),
    ("bad-date", "22nd of Nov. 2026", "2026-11-22"),
    ("bad-date", "Nov 22, 2026", "2026-11-22"),
    ("bad-date", "2026年11月22日", "2026-11-22"),
    ("bad-date", "“2026-11-22”", "2026-11-22"),
    ("bad-hours", "24 / 7", "24/7"),
    ("bad-hours", "24 hours", "24/7"),
    ("bad-hours", "mo-fr 8:00-20:00", "Mo-Fr 08:00-20:00"),
    ("bad-hours", "Monday to Friday 9am to 5.30pm", "Mo-Fr 09:00-17:30"),
    ("bad-hours", "Mo–Fr, 8–20", "Mo-Fr 08:00-20:00"),
    ("bad-hours", "Sat 10:00-14:00", "Sa-Sa 10:00-14:00"),
    ("bad-hours", "daily 12 am - 11.59 pm", "Mo-Su 00:00-23:59"),
    ("bad-hours", "Mo-Fr 9-5 pm", "Mo-Fr 09:00-17:00"),
    ("bad-hours", "Mo-Fr 9 - 12 pm", "Mo-Fr 09:00-12:00"),
    ("bad-hours", "Mo-Fr 8-11 am", "Mo-Fr 08:00-11:00"),
    ("unknown-value", "Cases", "cases"),
    ("bad-jurisdiction", "hk", "HK"),
    ("bad-jurisdiction", "us_ca", "US-CA"),
    ("bad-locale", "zh_hant", "zh-Hant"),
    ("bad-locale", "EN", "en"),
    ("bad-name", "Romance", "romance"),
    ("invalid-phone", "+852 2860-5012", "+85228605012"),
    ("invalid-phone", "Tel. +852 (28) 60.50.12", "+85228605012"),
    ("unsafe-address", "https://A.Example/X", "https://a.example/X"),
    ("unsafe-address", "https://a.example/?utm_source=x&fbclid=y", "https://a.example/"),
    ("unsafe-address", "https://a.example/?id=3&utm_source=x", "https://a.example/?id=3"),
]
GUESSED = [
    ("bad-date", "05.11.2026", "2026-11-05"),
    ("bad-date", "٢٠٢٦-١١-٢٢", "2026-11-22"),
    ("bad-hours", "Mo-Fr 8-11", "Mo-Fr 08:00-11:00"),
    ("bad-hours", "Mo-Fr 1-5 pm", "Mo-Fr 13:00-17:00"),
    ("bad-hours", "Mo-Fr 12-5 pm", "Mo-Fr 12:00-17:00"),
    ("bad-hours", "Mo-Fr 10-2 am", "Mo-Fr 22:00-02:00"),
    ("bad-jurisdiction", "UK", "GB"),
    ("bad-jurisdiction", "UK-SCT", "GB-SCT"),
    ("bad-jurisdiction", "singapore", "SG"),
    ("bad-name", "Fake Bank!", "fake-bank"),
    ("bad-name", "Café_scam", "cafe-scam"),
    ("bad-number", "1,200", "1200"),
    ("bad-number", "1 200 000", "1200000"),
    ("bad-number", "1.200.000,5", "1200000.5"),
    ("bad-number", "20.4 %", "20.4"),
    ("bad-number", "１２００", "1200"),
    ("invalid-phone", "+٨٥٢٢٨٦٠٥٠١٢", "+85228605012"),
    ("invalid-phone", "+44 (0)20 7946 0000", "+442079460000"),
    ("invalid-phone", "00852 2860 5012", "+85228605012"),
    ("unknown-value", "%", "percent"),
    ("unknown-value", "Hkd", "HKD"),
    ("unknown-value", "Cup", "CUP"),
    ("unsafe-address", "http://a.example/x", "https://a.example/x"),
    ("unsafe-address", "a.example/x", "https://a.example/x"),
    ("unsafe-address", "https://a.example/x#part", "https://a.example/x"),
    ("unsafe-address", "https://a.example/", "a.example"),
]
UNKNOWABLE = [
    ("bad-boolean", "perhaps"),
    ("bad-date", "05/11/2026"),
    ("bad-date", "2027-09-31"),
    ("bad-date", "22.11.26"),
    ("bad-date", "22 Nivose 2026"),
    ("bad-hours", "mornings"),
    ("bad-hours", "Xx-Fr 08:00-16:00"),
    ("bad-locale", "norsk"),
    ("bad-name", "騙案"),
    ("bad-number", "1,5"),
    ("bad-number", "two"),
    ("bad-number", "1,20"),
    ("invalid-phone", "+852 2860 5012 ext. 3"),
    ("invalid-phone", "*21*852#"),
    ("invalid-phone", "2860 5012/13"),
    ("unsafe-address", "https://a.example@b.example/"),
    ("unsafe-address", "javascript:alert(1)"),
    ("unsafe-address", "report.pdf"),
    ("unsafe-address", "https://аpple.example/"),
    ("unsafe-address", f"https://A.example/{'x' * 1_000}"),
]


@pytest.mark.parametrize(("code", "given", "meant"), SURE)
def test_what_can_only_mean_one_thing_is_sure(code: Code, given: str, meant: str) -> None:
    assert Meant(meant, sure=True) in list(respelled(code, given))


@pytest.mark.parametrize(("code", "given", "meant"), GUESSED)
def test_what_could_mean_something_else_is_a_guess(code: Code, given: str, meant: str) -> None:
    assert Meant(meant) in list(respelled(code, given))


@pytest.mark.parametrize(("code", "given"), UNKNOWABLE)
def test_what_nobody_can_know_is_not_guessed(code: Code, given: str) -> None:
    plain = [meant for meant in respelled(code, given) if meant.text != given.casefold()]
    assert plain == []


def test_a_word_that_differs_in_capitals_only_is_sure_and_one_that_is_alike_is_a_guess() -> None:
    assert nearest("Police", ["police", "polite"]) == Meant("police", sure=True)
    assert nearest("polcie", ["police", "bank"]) == Meant("police")
    assert nearest("telephone", ["police", "bank"]) is None


def test_two_words_that_differ_in_capitals_only_make_it_a_guess_again() -> None:
    assert nearest("POLICE", ["police", "Police"]) == Meant("Police")


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("polcie", ["police", "bank"], "Did you mean “police”?"),
        ("xyz", ["police", "bank"], "Choose one of these: bank, police."),
        ("xyz", ["police"], "Write police: there is no other."),
        ("xyz", [], ""),
        ("xyz", [f"word-{number}-long" for number in range(31)], ""),
    ],
)
def test_the_question_is_about_the_nearest_word_or_names_all(word: str, known: list[str], hint: str) -> None:
    assert did_you_mean(word, known) == hint
