"""A language that is wanted, and the nearest one that is published: the same language in the same script."""

from tests.conformance.changes import Case, asking, case, published_in

_ALL = published_in("en", "zh-Hans", "zh-Hant", "pt", "sr-Cyrl")


def _near(wanted: str, found: str, why: str) -> Case:
    return case(f"language-{wanted.lower()}", why, "fresh", _ALL, asking(locale=wanted), shown=found)


def _none(name: str, wanted: str, why: str) -> Case:
    return case(f"language-{name}", why, "unknown-locale", _ALL, asking(locale=wanted))


CASES = (
    _near("en-GB", "en", "A country of the language."),
    _near("EN", "en", "Languages may be written in capitals."),
    _near("en-Latn-AU", "en", "Script and country."),
    _near("en-US-u-ca-gregory", "en", "With what a system adds of its own."),
    _near("en-GB-oxendict", "en", "With a variant."),
    _near("zh-Hant", "zh-Hant", "Exactly what is published."),
    _near("zh-HK", "zh-Hant", "Hong Kong writes traditional characters."),
    _near("zh-MO", "zh-Hant", "So does Macau."),
    _near("zh-TW", "zh-Hant", "And Taiwan."),
    _near("zh-Hant-SG", "zh-Hant", "A script that is named counts more than the country."),
    _near("zh-SG", "zh-Hans", "Singapore writes simplified characters."),
    _near("zh-CN", "zh-Hans", "So does China."),
    _near("zh", "zh-Hans", "And whoever does not say."),
    _near("pt-BR", "pt", "A country of the language."),
    _near("sr", "sr-Cyrl", "Serbian is Cyrillic unless it says otherwise."),
    _near("sr-RS", "sr-Cyrl", "In Serbia too."),
    _none("sr-latn", "sr-Latn", "Another script is another text."),
    _none("sr-me", "sr-ME", "Montenegro writes Latin."),
    _none("en-shaw", "en-Shaw", "A script that nobody published."),
    _none("ar", "ar", "A language that nobody published."),
    _none("empty", "", "No language."),
    _none("underscore", "en_GB", "No language tag: a system's own spelling."),
    _none("space", "en GB", "No language tag."),
    _none("star", "*", "No language tag."),
    _none("root", "root", "No language tag."),
    _none("private", "x-private", "A private tag says nothing."),
    _none("constructor", "constructor", "A name that every JavaScript object inherits."),
    _none("proto", "__proto__", "The other name that objects inherit."),
    case("language-exact-before-near", "What is wanted exactly comes first, wherever it stands.", "fresh",
         published_in("zh-TW", "en", "zh-HK"), asking(locale="zh-HK"), shown="zh-HK"),
    case("language-first-of-two-near", "Of two that are near, the first.", "fresh",
         published_in("zh-TW", "zh-HK", "en"), asking(locale="zh-Hant"), shown="zh-TW"),
)  # fmt: skip
