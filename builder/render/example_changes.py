"""What is changed to make an example of something: a table of small changes, each with the reason to look at it."""

from collections.abc import Mapping

from builder.render.json_patch import Change, added, removed, replaced

_LATER = {"of": "a later version"}
_SCRIPT_PHONE = {"kind": "short", "number": "1", "display": "1", "href": "javascript:alert(1)"}

# Name of the example → what it is made from, what it shows, the changes.
CHANGED: Mapping[str, tuple[str, str, tuple[Change, ...]]] = {
    "bundle-with-unknown-members": (
        "bundle",
        "Members that a later version may add: ignore them.",
        (added("/later", _LATER), added("/contacts/0/later", [_LATER]), added("/alerts/0/later", "later")),
    ),
    "bundle-with-unknown-values": (
        "bundle",
        "Values that a later version may add: show the contact, treat the friction as “question”, the urgency as none.",
        (
            replaced("/contacts/0/kind", "video-call"),
            replaced("/alerts/0/friction", "call-back"),
            replaced("/alerts/0/urgency", "Tomorrow"),
        ),
    ),
    "bundle-without-alerts": (
        "bundle",
        "No campaign runs: show the general words with these contacts.",
        (replaced("/alerts", []), replaced("/scams", [])),
    ),
    "bundle-with-a-cancelled-alert": (
        "bundle",
        "An alert was taken back: do not show it from an older copy either.",
        (replaced("/cancelled", ["an-earlier-campaign"]),),
    ),
    "latest-with-switches": (
        "latest",
        "One alert, and all alerts of a group, are off although they are signed.",
        (replaced("/off", {"alerts": ["a-campaign"], "groups": ["a-group"]}),),
    ),
    "latest-without-switches": (
        "latest",
        "A pointer from before there were switches: nothing is off.",
        (removed("/off"),),
    ),
    "invalid/bundle-of-another-format": (
        "bundle",
        "Another format: nothing in it can be relied upon.",
        (replaced("/format", "antiscam-bundle/2"),),
    ),
    "invalid/bundle-without-first-call": (
        "bundle",
        "Nobody knows whom to call first.",
        (removed("/first_call"),),
    ),
    "invalid/bundle-tel-is-javascript": (
        "bundle",
        "A link that runs a script instead of dialling: `href` is tel: and digits, nothing else.",
        (replaced("/contacts/0/phone", _SCRIPT_PHONE),),
    ),
    "invalid/bundle-url-is-http": (
        "bundle",
        "A link that anybody on the way can change: `url` is a plain https address.",
        (replaced("/contacts/0/url", "http://police.example/"),),
    ),
    "invalid/bundle-notices-is-text": (
        "bundle",
        "A text where a list of texts belongs.",
        (replaced("/notices", "Draft"),),
    ),
    "invalid/bundle-direction-is-unknown": (
        "bundle",
        "`direction` is one of the few lists of values that is closed.",
        (replaced("/direction", "ttb"),),
    ),
    "invalid/bundle-alert-without-variants": (
        "bundle",
        "An alert that has no words to show.",
        (replaced("/alerts/0/variants", []),),
    ),
    "invalid/bundle-weight-is-zero": (
        "bundle",
        "A variant that can never be drawn.",
        (replaced("/alerts/0/variants/0/weight", 0),),
    ),
    "invalid/bundle-heading-is-missing": (
        "bundle",
        "A variant without its heading.",
        (removed("/alerts/0/variants/0/heading"),),
    ),
    "invalid/bundle-day-is-a-word": (
        "bundle",
        "`ends_on` is a day such as 2026-11-22.",
        (replaced("/alerts/0/ends_on", "tomorrow"),),
    ),
    "invalid/latest-digest-too-short": (
        "latest",
        "The first 16 digits name the file; the digest has 64.",
        (replaced("/releases/0/sha256", "0123456789abcdef"),),
    ),
    "invalid/latest-version-is-text": (
        "latest",
        "Versions are compared as numbers.",
        (replaced("/version", "2026112200"),),
    ),
    "invalid/release-without-bundles": (
        "release",
        "A release that names no bundles at all.",
        (removed("/bundles"),),
    ),
}
