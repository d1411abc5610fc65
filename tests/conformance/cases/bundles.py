"""The bundle's own shape: a signature says who made it, not that it can be shown."""

from collections.abc import Iterator
from typing import Any

from tests.conformance.changes import Case, adding, case, put, without

_ALERT, _CONTACT, _PHONE, _VARIANT = "alerts.0", "contacts.0", "contacts.0.phone", "alerts.0.variants.0"
_MISSING = (
    "format", "direction", "label", "speaker", "first_call", "notices", "contacts", "alerts", "scams",
    f"{_CONTACT}.name", f"{_CONTACT}.checked", f"{_PHONE}.number", f"{_PHONE}.href", f"{_ALERT}.question",
    f"{_ALERT}.stop", f"{_ALERT}.audience", f"{_ALERT}.variants", f"{_VARIANT}.heading", "scams.0.title",
)  # fmt: skip
_WRONG: tuple[tuple[str, str, Any], ...] = (
    ("format-of-version-2", "format", "antiscam-bundle/2"),
    ("direction-unknown", "direction", "up"),
    ("direction-list", "direction", ["ltr"]),
    ("label-number", "label", 110),
    ("label-empty", "label", ""),
    ("label-too-long", "label", "x" * 2001),
    ("label-too-long-in-pairs", "label", "😀" * 1001),
    ("label-half-a-character", "label", "\ud800"),
    ("notices-text", "notices", "Stop."),
    ("notices-with-null", "notices", [None]),
    ("notices-with-number", "notices", [1]),
    ("contact-null", _CONTACT, None),
    ("contact-list", _CONTACT, []),
    ("contact-hours-empty", f"{_CONTACT}.hours", ""),
    ("contact-hours-number", f"{_CONTACT}.hours", 24),
    ("contact-name-object", f"{_CONTACT}.name", {"en": "Helpline"}),
    ("phone-text", _PHONE, "18222"),
    ("phone-number-number", f"{_PHONE}.number", 18222),
    ("phone-display-null", f"{_PHONE}.display", None),
    ("tel-letters", f"{_PHONE}.href", "tel:1800CALL"),
    ("tel-spaces", f"{_PHONE}.href", "tel:182 22"),
    ("tel-extension", f"{_PHONE}.href", "tel:18222;ext=1"),
    ("tel-pause", f"{_PHONE}.href", "tel:18222,,1"),
    ("tel-service-code", f"{_PHONE}.href", "tel:*21*18222"),
    ("tel-arabic-digits", f"{_PHONE}.href", "tel:١٨٢٢٢"),
    ("tel-one-digit", f"{_PHONE}.href", "tel:1"),
    ("tel-16-digits", f"{_PHONE}.href", "tel:1234567890123456"),
    ("tel-capitals", f"{_PHONE}.href", "TEL:18222"),
    ("tel-line-break", f"{_PHONE}.href", "tel:18222\n"),
    ("tel-is-sms", f"{_PHONE}.href", "sms:18222"),
    ("tel-is-javascript", f"{_PHONE}.href", "javascript:alert(1)"),
    ("url-javascript", f"{_CONTACT}.url", "javascript:alert(1)"),
    ("url-data", f"{_CONTACT}.url", "data:text/html,x"),
    ("url-http", f"{_CONTACT}.url", "http://police.example/"),
    ("url-without-scheme", f"{_CONTACT}.url", "//police.example/"),
    ("url-backslash", f"{_CONTACT}.url", "https:\\\\police.example/"),
    ("url-user", f"{_CONTACT}.url", "https://police.example@evil.example/"),
    ("url-port", f"{_CONTACT}.url", "https://police.example:8443/"),
    ("url-query", f"{_CONTACT}.url", "https://police.example/?tel=1"),
    ("url-fragment", f"{_CONTACT}.url", "https://police.example/#x"),
    ("url-escape", f"{_CONTACT}.url", "https://police.example/%2e"),
    ("url-cyrillic", f"{_CONTACT}.url", "https://роlice.example/"),
    ("url-capital-host", f"{_CONTACT}.url", "https://Police.example/"),
    ("url-leading-space", f"{_CONTACT}.url", " https://police.example/"),
    ("url-line-break", f"{_CONTACT}.url", "https://police.example/\n"),
    ("url-empty", f"{_CONTACT}.url", ""),
    ("url-list", f"{_CONTACT}.url", ["https://police.example/"]),
    ("alerts-object", "alerts", {}),
    ("alert-null", _ALERT, None),
    ("alert-day-number", f"{_ALERT}.starts_on", 20261101),
    ("alert-day-moment", f"{_ALERT}.ends_on", "2027-01-31T00:00:00Z"),
    ("alert-day-line-break", f"{_ALERT}.ends_on", "2027-01-31\n"),
    ("alert-day-arabic-digits", f"{_ALERT}.ends_on", "٢٠٢٧-01-31"),
    ("alert-supersedes-number", f"{_ALERT}.supersedes", 1),
    ("alert-scams-null", f"{_ALERT}.scams", None),
    ("audience-fact-number", f"{_ALERT}.audience.0.fact", 1),
    ("audience-values-text", f"{_ALERT}.audience.0.any_of", "yes"),
    ("audience-value-boolean", f"{_ALERT}.audience.0.any_of", [True]),
    ("variants-empty", f"{_ALERT}.variants", []),
    ("variant-weight-zero", f"{_VARIANT}.weight", 0),
    ("variant-weight-negative", f"{_VARIANT}.weight", -1),
    ("variant-weight-text", f"{_VARIANT}.weight", "1"),
    ("variant-weight-true", f"{_VARIANT}.weight", True),
    ("scam-red-flags-text", "scams.0.red_flags", "Asks for money."),
    ("scam-red-flags-with-null", "scams.0.red_flags", [None]),
)
_SOUND: tuple[tuple[str, str, Any], ...] = (
    ("label-of-2000", "label", "x" * 2000),
    ("label-of-1000-pairs", "label", "😀" * 1000),
    ("label-of-markup", "label", "<img src=x onerror=alert(1)>"),
    ("right-to-left", "direction", "rtl"),
    ("no-notices", "notices", []),
    ("no-contacts", "contacts", []),
    ("no-alerts", "alerts", []),
    ("no-scams", "scams", []),
    ("contact-without-number", _PHONE, None),
    ("contact-without-address", f"{_CONTACT}.url", None),
    ("contact-with-hours", f"{_CONTACT}.hours", "Always"),
    ("tel-with-country", f"{_PHONE}.href", "tel:+85218222"),
    ("tel-of-15-digits", f"{_PHONE}.href", "tel:+123456789012345"),
    ("url-without-path", f"{_CONTACT}.url", "https://police.example"),
    ("url-with-path", f"{_CONTACT}.url", "https://www.police.example/A_b~c/d-e.html"),
    ("audience-empty", f"{_ALERT}.audience", []),
    ("friction-of-the-future", f"{_ALERT}.friction", "puzzle"),
)


def _all() -> Iterator[Case]:
    for path in _MISSING:
        name = path.replace(".0", "").replace(".", "-").replace("_", "-")
        yield case(f"bundle-without-{name}", "What is shown must be there.", "bundle-malformed",
                   without("bundle", path))  # fmt: skip
    for name, path, value in _WRONG:
        yield case(f"bundle-{name}", "Rightly signed, but it cannot be shown.", "bundle-malformed",
                   put("bundle", path, value))  # fmt: skip
    for name, path, value in _SOUND:
        yield case(f"bundle-{name}", "Unusual, and allowed.", "fresh", put("bundle", path, value))


CASES = (
    *_all(),
    case("bundle-without-hours", "A member that may be null may be missing.", "fresh",
         without("bundle", f"{_CONTACT}.hours"), without("bundle", f"{_ALERT}.supersedes")),
    case("bundle-with-more-members", "Later versions may add members.", "fresh", adding("bundle", '"zeal":{}')),
    case("bundle-proto", "A member that sets a JavaScript object's ancestor.", "bundle-malformed",
         adding("bundle", '"__proto__":{}')),
    case("bundle-nested-proto", "The same further inside.", "bundle-malformed",
         put("bundle", f"{_CONTACT}.__proto__", {"name": "x"})),
    case("bundle-inherits", "A missing text is not taken from an ancestor.", "bundle-malformed",
         without("bundle", "label"), adding("bundle", '"__proto__":{"label":"x"}')),
    case("bundle-constructor", "A name that every object inherits is only unknown.", "fresh",
         put("bundle", f"{_CONTACT}.constructor", 1)),
    case("bundle-contact-is-named-constructor", "Ids may be called anything.", "fresh",
         put("bundle", f"{_CONTACT}.id", "constructor"), put("bundle", "first_call", "__proto__")),
)  # fmt: skip
