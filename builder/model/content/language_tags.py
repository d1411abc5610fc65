"""Language tags (BCP 47): the standard spelling, the script and the name of a language."""

import re
from functools import cache

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global

# Most tags stand in CLDR's own list, which Babel has at hand.
_USUAL = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
# Of that list IANA's registry (Suppress-Script) spells these without their script.
_WITHOUT_SCRIPT = ("bs-Latn", "kk-Cyrl", "kok-Deva", "pa-Guru")


def is_standard_tag(text: str) -> bool:
    """Whether a text is a language tag in its one standard spelling, such as `en`, `zh-Hant` or `pt-BR`."""
    if _USUAL.fullmatch(text) and not text.startswith(_WITHOUT_SCRIPT) and localedata.exists(text.replace("-", "_")):
        return True
    return bool(text) and standard_tag(text) == text


def standard_tag(text: str) -> str:
    """A language tag in its standard spelling, `zh-Hant` for `zh-hant`; empty for what is no tag at all."""
    import langcodes  # noqa: PLC0415 # reason: takes long to load, and few tags need it

    return langcodes.standardize_tag(text) if langcodes.tag_is_valid(text) else ""


def english_name(tag: str) -> str:
    """`Chinese (Traditional)` for `zh-Hant`; empty where CLDR knows none."""
    try:
        return Locale.parse(tag, sep="-").get_display_name("en") or ""
    except (UnknownLocaleError, ValueError):
        return ""


@cache
def script_of(tag: str) -> str:
    """The ISO 15924 code of the script, `Arab` for `ar`; empty where CLDR knows none."""
    if named := _named_script(tag):
        return named
    language, _, rest = tag.partition("-")
    known = get_global("likely_subtags")
    likely = known.get(f"{language}_{rest}") or known.get(language) or ""
    return _named_script(likely.replace("_", "-"))


def _named_script(tag: str) -> str:
    return next((part for part in tag.split("-")[1:] if len(part) == 4 and part.isalpha()), "")
