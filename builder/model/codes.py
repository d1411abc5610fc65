"""The names of every problem an author can meet: permanent, ours, explained in `builder/explanations.md`."""

from typing import Literal, get_args

Code = Literal[
    # the file itself
    "unexpected-file",
    "not-utf-8",
    "file-too-large",
    "empty-file",
    "forbidden-character",
    "stacked-marks",
    "unusual-spelling",
    # YAML
    "tab-indent",
    "open-quote",
    "stray-colon",
    "needs-quotes",
    "cut-text",
    "yaml-syntax",
    "yaml-feature",
    "too-deep",
    "duplicate-key",
    # the schema of the file
    "unknown-key",
    "missing-key",
    "wrong-shape",
    "wrong-count",
    "unknown-value",
    "empty-text",
    "text-too-long",
    "bad-name",
    "bad-number",
    "bad-boolean",
    "bad-date",
    "bad-hours",
    "bad-locale",
    "bad-jurisdiction",
    "unsafe-address",
    # between files
    "missing-file",
    "missing-translation",
    "undeclared-locale",
    "unknown-reference",
    "duplicate-id",
    "wrong-folder",
    "missing-words",
    "needless-words",
    # languages agree
    "texts-differ",
    "numbers-differ",
    "placeholders-differ",
    "unknown-placeholder",
    "address-in-words",
    "foreign-script",
    # contacts and figures
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
    # trust
    "bad-key",
    # campaigns
    "bad-schedule",
    "campaign-ended",
    "campaigns-overlap",
    "unsafe-holdout",
    "one-question",
    "bare-button",
    "long-sentence",
]

CODES: tuple[Code, ...] = get_args(Code)
