"""Numbers and addresses in words: found in any script and in any digits, and nothing else taken for them."""

from pathlib import Path

import pytest

from tests.conftest import edit, found

PLACE = "content/jurisdictions/NO"
TIPS = {"en": "Codes are for you alone.", "ar": "الرموز لكم وحدكم."}
PAGE = "content/pages/about/en.yml"


def refused(project: Path, locale: str, text: str) -> bool:
    """Whether a text in the place of a tip is said to hold a number or an address."""
    edit(project, f"{PLACE}/{locale}.yml", f"text: {TIPS[locale]}", f'text: "{text}"')
    return (f"{PLACE}/{locale}.yml", 24, "address-in-words") in found(project)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "Call +852 1234 5678 now."),
        ("en", "Call 0800-555.1234 now."),
        ("en", "Call (020) 7946 0958."),
        ("en", "Call 99\u00a088\u00a077\u00a066."),
        ("en", "Call 99–88–77–66."),
        ("en", "Call 99‑88‑77‑66."),
        ("en", "Call &#57;9887766."),
        ("en", "Call 112 24/7."),  # a contact’s number, with more digits after it
        ("en", "請致電12345678。"),
        ("en", "請致電１２３４５６７８。"),
        ("en", "請致電＋８５２　１２３４　５６７８查詢"),
        ("en", "請致電０２８００。"),  # a contact’s own number, in full-width digits
        ("en", "拨打𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖"),
        ("ar", "اتصلوا على ٩٩٨٨٧٧٦٦."),
        ("ar", "اتصلوا على ٩٩ ٨٨ ٧٧ ٦٦."),
        ("ar", "اتصلوا على ۹۹۸۸۷۷۶۶."),  # the digits of Persian
        ("ar", "اتصلوا على \u200e+971 800 2626\u200f."),
        ("ar", "اتصلوا على ٩٩\u200f٨٨\u200f٧٧\u200f٦٦."),
        ("ar", "اتصلوا على ٠٢٨٠٠."),
        ("ar", "اتصلوا على ١١٢."),
    ],
)
def test_a_number_that_could_be_dialled_is_found(project: Path, locale: str, text: str) -> None:
    assert refused(project, locale, text)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "Between 2024 and 2026, or 2024-2026, or 2024–2026."),
        ("en", "On 2026-11-22 at 10:30."),
        ("en", "It was 1,200,000 in 2025. 1200 people told us."),
        ("en", "It costs 3.50, or 24 hours."),
        ("en", "在2026年有1200人。"),
        ("en", "由2026-11-22起，24小時。"),
        ("ar", "خلال ٢٤ ساعة في عام ٢٠٢٦."),
        ("ar", "بين ٢٠٢٤ و٢٠٢٦، نحو ١٬٢٠٠٬٠٠٠."),
    ],
)
def test_years_days_and_amounts_are_no_phone_numbers(project: Path, locale: str, text: str) -> None:
    assert not refused(project, locale, text)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "See Example.com now."),
        ("en", "See EXAMPLE.COM now."),
        ("en", "See HTTPS://x now."),
        ("en", "See example。com now."),
        ("en", "See ｅｘａｍｐｌｅ．ｃｏｍ now."),
        ("en", "See example&#46;com now."),
        ("en", "See xn--e1awd7f.xn--p1ai now."),
        ("en", "See //example now."),
        ("en", "See tel:112 now."),
        ("en", "Write to Help@Example.com."),
        ("en", "請瀏覽example.com查詢"),
        ("en", "請瀏覽https://example查詢"),
        ("ar", "زوروا example.com الآن"),
    ],
)
def test_an_address_is_found_in_any_spelling_and_script(project: Path, locale: str, text: str) -> None:
    assert refused(project, locale, text)


@pytest.mark.parametrize(
    "target", ["//x.example", "/\\\\x", "javascript:x", "&#106;avascript:x", "https:x", "x", " {website}"]
)
def test_a_link_in_a_page_has_a_placeholder_for_its_target(project: Path, target: str) -> None:
    edit(project, PAGE, "({help_centre})", f"({target}){{help_centre}}")
    assert (PAGE, 7, "address-in-words") in found(project)


def test_a_name_that_authorities_use_is_searched_too(project: Path) -> None:
    edit(project, "content/scams/fake-officer/scam.yml", "en: Police impersonation fraud", "en: Call 99 88 77 66")
    assert found(project) == [("content/scams/fake-officer/scam.yml", 11, "address-in-words")]
