"""Our own rules for a text → the same rules as expressions, for what looks at a text before the check does."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.model.content.hosts import HOST
from builder.model.content.jurisdiction import HOURS
from builder.model.content.phone import LONG_NUMBER, SHORT_NUMBER

# A part of a host that starts with xn-- stands for letters of another script.
_PLAIN_LETTERS = r"(?!([a-z0-9-]+\.)*xn--)"
_PATH = "(/[A-Za-z0-9/._~-]*)?"


@dataclass(frozen=True)
class Rule:
    """A regular expression that both Python and JavaScript read, and what to write where a text does not fit it."""

    pattern: str
    advice: str


TEXT = Rule(r"\S", "Write one text. Put it into double quotes if it holds a colon, a # or braces.")
DATE = Rule("", "Write year, month and day, such as 2026-11-22.")
LIST = Rule("", "Write a list: one item per line, each after a hyphen and a space.")
NUMBER = Rule(r"^-?\d{1,15}(\.\d{1,6})?$", "Write only digits, without units, signs and separators.")
BOOLEAN = Rule("^(true|false)$", "Write true or false, in small letters.")

_ADDRESS = "Write a plain address: https://, a name in small letters and a path, nothing else."

# By the function in `model/content/` that has the last word. Where the rule needs a table, such as that of all
# countries, the expression lets through more than the rule; it never refuses what the rule accepts.
RULES: Mapping[str, Rule] = {
    "_known_locale": Rule("^[a-z]{2,3}(-[A-Za-z0-9]+)*$", "Write the tag of a language, such as en, zh-Hant or ar."),
    "_known_jurisdiction": Rule(
        "^[A-Z]{2}(-[A-Z0-9]{1,3})?$", "Write an ISO 3166 code in capitals, such as HK or US-CA."
    ),
    "_safe_url": Rule(f"^https://{_PLAIN_LETTERS}{HOST}{_PATH}$", _ADDRESS),
    "_listed_url": Rule(f"^https://{HOST}{_PATH}$", _ADDRESS),
    "_folder_url": Rule(
        f"^https://{_PLAIN_LETTERS}{HOST}/([A-Za-z0-9/._~-]*/)?$", "Write https://, a name and a slash at the end."
    ),
    "_source_url": Rule(
        f"^https?://{_PLAIN_LETTERS}{HOST}(/[A-Za-z0-9/._~%+?=&-]*)?$", "Write the address of one page."
    ),
    "_allowed_host": Rule(f"^{HOST}$", "Write only the name of the site, such as adcc.gov.hk."),
    "_opening_hours": Rule(
        f"^({HOURS})$",
        "Write 24/7, or days and times such as Mo-Fr 08:00-20:00 or Sa-Sa 10:00-14:00.",
    ),
    "_short_number": Rule(f"^{SHORT_NUMBER}$", "Write two to six digits, as dialled; in YAML put them in quotes."),
    "_long_number": Rule(f"^{LONG_NUMBER}$", "Write + and digits only; in YAML put them in quotes."),
    "_known_unit": Rule("^([A-Z]{3}|[^A-Z]+)$", "Write a currency such as HKD, percent, or a noun in small letters."),
    "_keyid": Rule("^[0-9a-f]{64}$", "Copy it: 64 digits and small letters from a to f."),
    "_base64": Rule("^[A-Za-z0-9+/]{40,200}={0,2}$", "Copy it, on one line."),
}

SHORT_NAME = Rule("^[a-z0-9]+(-[a-z0-9]+)*$", "Use small letters, digits and single hyphens, such as invest-groomed.")
_WITHOUT_BRACES = Rule(r"^[^{}]*$", "Leave out braces.")
_WRITTEN_OUT: Mapping[str, Rule] = {rule.pattern: rule for rule in (SHORT_NAME, _WITHOUT_BRACES)}


def rule_of(pattern: str) -> Rule:
    """The rule of an expression that stands in the model itself; a KeyError shows one that has no words here."""
    return _WRITTEN_OUT[pattern] if pattern else TEXT
