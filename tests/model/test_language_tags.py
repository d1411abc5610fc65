"""Language tags: the quick answers are those of the whole registry."""

import langcodes
import pytest
from babel import localedata

from builder.model.content.language_tags import is_standard_tag, script_of, standard_tag

# “tok” is in IANA's registry since 2022 and in CLDR; langcodes has an older copy.
LISTED = sorted({name.replace("_", "-") for name in localedata.locale_identifiers()} - {"tok"})
ODD = [
    "zh-hant",
    "zh_Hant",
    "EN",
    "iw",
    "mo",
    "tl",
    "xx",
    "english",
    "",
    "de-CH-1996",
    "de-1996",
    "sr-Latn-RS",
    "zh-TW",
]


@pytest.mark.parametrize("tag", [*LISTED, *ODD])
def test_a_tag_is_standard_where_the_registry_says_so(tag: str) -> None:
    valid = bool(tag) and langcodes.tag_is_valid(tag)
    assert is_standard_tag(tag) == (valid and langcodes.standardize_tag(tag) == tag)


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        ("ar", "Arab"),
        ("zh-Hant", "Hant"),
        ("zh", "Hans"),
        ("zh-TW", "Hant"),
        ("no", "Latn"),
        ("sr", "Cyrl"),
        ("sr-Latn", "Latn"),
    ],
)
def test_a_language_is_written_in_its_usual_script_unless_it_names_another(tag: str, script: str) -> None:
    assert script_of(tag) == script


def test_a_tag_is_spelt_as_the_registry_spells_it() -> None:
    assert [standard_tag(text) for text in ("zh-hant", "EN", "iw", "not a tag")] == ["zh-Hant", "en", "he", ""]
