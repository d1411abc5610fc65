"""How grave each problem is by itself, and which of them a project may take more lightly."""

from collections.abc import Mapping

from builder.model.codes import Code
from builder.model.problem import Severity

# Reviewed. Every other code is an error by itself.
WARNINGS: frozenset[Code] = frozenset(
    (
        "foreign-script",
        "stale-contact",
        "expired-statistic",
        "campaign-ended",
        "long-sentence",
        "expired-suppression",
        "idle-suppression",
        "source-changed",
    )
)

# Reviewed: what these are about reads badly or is left out, but harms nobody, and the content is complete without it.
# A code that is not named here is protected; so is a new one, until somebody has thought about it.
MAY_BE_LOWERED: frozenset[Code] = frozenset(
    (
        "foreign-script",
        "expired-statistic",
        "campaign-ended",
        "one-question",
        "bare-button",
        "long-sentence",
    )
)

_HARMFUL: Mapping[str, tuple[Code, ...]] = {
    "a person in fear could call a stranger, or nobody": (
        "invalid-phone",
        "unreviewed-short-code",
        "unlisted-number",
        "stale-contact",
        "unreachable-contact",
        "wrong-folder",
    ),
    "a link could lead to a scammer": ("unsafe-address", "host-too-wide", "host-not-allowed", "address-in-words"),
    "readers of one language would be told something else": (
        "numbers-differ",
        "placeholders-differ",
        "texts-differ",
    ),
    "people would act on what nobody has proved": ("weak-source", "check-in-future"),
    "people’s phones would believe nobody, or the wrong one": ("bad-key",),
    "people would meet danger without the warning": ("bad-schedule", "campaigns-overlap", "unsafe-holdout"),
    "a text could read differently from what it is": ("forbidden-character", "stacked-marks", "cut-text"),
    "a rule could be silenced for ever, and nobody would notice": (
        "protected-rule",
        "endless-suppression",
        "expired-suppression",
        "idle-suppression",
    ),
}
_REASONS = {code: reason for reason, codes in _HARMFUL.items() for code in codes}
_INCOMPLETE = "without it something would be missing on a page, or a program could not read it"
_RANK: Mapping[Severity, int] = {"note": 0, "warning": 1, "error": 2}


def usual_severity(code: Code) -> Severity:
    """What a code is where no configuration says otherwise."""
    return "warning" if code in WARNINGS else "error"


def why_protected(code: Code) -> str:
    """Why a code cannot be taken more lightly than usual: half a sentence; empty where it can."""
    return "" if code in MAY_BE_LOWERED else _REASONS.get(code, _INCOMPLETE)


def lowers(code: Code, severity: Severity) -> bool:
    """Whether a severity is less than the usual one of a code."""
    return _RANK[severity] < _RANK[usual_severity(code)]
