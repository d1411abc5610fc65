"""The names of every problem an author can meet: permanent, ours, explained in `builder/explanations.md`."""

from collections.abc import Mapping
from typing import Literal, get_args

FileCode = Literal[
    "unexpected-file",
    "not-utf-8",
    "file-too-large",
    "empty-file",
    "forbidden-character",
    "stacked-marks",
    "unusual-spelling",
]
YamlCode = Literal[
    "tab-indent",
    "wrong-indent",
    "open-quote",
    "stray-colon",
    "needs-quotes",
    "cut-text",
    "yaml-syntax",
    "yaml-feature",
    "too-deep",
    "duplicate-key",
]
SchemaCode = Literal[
    "unknown-key",
    "missing-key",
    "wrong-shape",
    "wrong-count",
    "unknown-value",
    "empty-text",
    "words-to-write",
    "text-too-long",
    "bad-name",
    "bad-number",
    "bad-boolean",
    "bad-date",
    "bad-hours",
    "bad-locale",
    "bad-jurisdiction",
    "unsafe-address",
]
LinkCode = Literal[
    "missing-file",
    "missing-translation",
    "undeclared-locale",
    "unknown-reference",
    "duplicate-id",
    "wrong-folder",
    "missing-words",
    "needless-words",
]
LanguageCode = Literal[
    "texts-differ",
    "numbers-differ",
    "placeholders-differ",
    "unknown-placeholder",
    "address-in-words",
    "foreign-script",
]
FactCode = Literal[
    "unreachable-contact",
    "invalid-phone",
    "unreviewed-short-code",
    "unlisted-number",
    "host-too-wide",
    "host-not-allowed",
    "weak-source",
    "check-in-future",
    "stale-contact",
    "expired-statistic",
]
TrustCode = Literal["bad-key"]
CampaignCode = Literal[
    "bad-schedule",
    "campaign-ended",
    "campaigns-overlap",
    "unsafe-holdout",
    "one-question",
    "bare-button",
    "long-sentence",
]
SettingCode = Literal[
    "protected-rule",
    "endless-suppression",
    "expired-suppression",
    "idle-suppression",
]
# Of files that translators give back: `antiscam translate import` reports them, `check` does not.
TranslatorCode = Literal["broken-po", "source-changed"]

Code = Literal[
    FileCode,
    YamlCode,
    SchemaCode,
    LinkCode,
    LanguageCode,
    FactCode,
    TrustCode,
    CampaignCode,
    SettingCode,
    TranslatorCode,
]

CODES: tuple[Code, ...] = get_args(Code)

# What they are about, for people who look one up.
GROUPS: Mapping[str, tuple[Code, ...]] = {
    "The file itself": get_args(FileCode),
    "The way it is written down": get_args(YamlCode),
    "What belongs into a file": get_args(SchemaCode),
    "Between files": get_args(LinkCode),
    "Languages and words": get_args(LanguageCode),
    "Contacts and figures": get_args(FactCode),
    "Keys": get_args(TrustCode),
    "Campaigns and alerts": get_args(CampaignCode),
    "Settings": get_args(SettingCode),
    "Files of translators": get_args(TranslatorCode),
}
