"""A small warning in two places, and the invented parties who sign it."""

import base64
from collections.abc import Mapping
from typing import Any

from builder.keys.private import PrivateKey
from tests.parties import eddsa, es256

NOW = "2026-11-22T12:00:00Z"

ONLINE, EXCHANGE, POLICE = es256("online"), es256("exchange"), es256("police of HK")
POLICE_ABROAD, THIEF = eddsa("police of GB"), es256("thief")

Trust = Mapping[str, Any]


def keys(*holders: PrivateKey) -> list[dict[str, str]]:
    """Public keys as a client pins them."""
    return [holder.key.model_dump() for holder in holders]


TRUST: Trust = {
    "development": False,
    "latest": keys(ONLINE),
    "exchange": keys(EXCHANGE),
    "police": {"GB": keys(POLICE_ABROAD), "HK": keys(POLICE)},
}


def bundle(jurisdiction: str, locale: str) -> dict[str, Any]:
    """The least that can be shown: one contact, one alert, one scam."""
    return {
        "alerts": [_alert(locale)],
        "contacts": [_contact()],
        "direction": "ltr",
        "first_call": "helpline",
        "format": "antiscam-bundle/1",
        "jurisdiction": jurisdiction,
        "label": "Police warning",
        "locale": locale,
        "notices": ["Invented for tests."],
        "scams": [{"id": "romance", "language": locale, "red_flags": ["Asks for money."], "title": "Love"}],
        "speaker": "The police",
    }


def _alert(locale: str) -> dict[str, Any]:
    texts = "question answer_yes answer_no advice_yes advice_no scams_heading call_heading stop proceed"
    return {
        **{text: text.replace("_", " ") for text in texts.split()},
        "audience": [{"any_of": ["yes"], "fact": "first-send"}],
        "ends_on": "2027-01-31",
        "friction": "question",
        "id": "pilot",
        "language": locale,
        "placement": "withdrawal",
        "scams": ["romance"],
        "starts_on": "2026-11-01",
        "supersedes": None,
        "variants": [{"consequence": "It is gone.", "heading": "Stop.", "id": "a", "weight": 1}],
    }


def _contact() -> dict[str, Any]:
    return {
        "checked": "Checked today.",
        "helps_with": "Advice",
        "hours": None,
        "id": "helpline",
        "kind": "helpline",
        "limits": None,
        "name": "Helpline",
        "phone": {"display": "18222", "href": "tel:18222", "kind": "short", "number": "18222"},
        "url": "https://police.example/help/",
    }


def latest() -> dict[str, Any]:
    """A pointer without its releases, six hours old."""
    return {
        "development": False,
        "expires": "2026-11-25T06:00:00Z",
        "issued": "2026-11-22T06:00:00Z",
        "releases": [],
        "version": 2026112224,
    }


def release(jurisdiction: str) -> dict[str, Any]:
    """A release without its bundles, two days old."""
    return {
        "bundles": [],
        "development": False,
        "expires": "2027-02-18T00:00:00Z",
        "issued": "2026-11-20T00:00:00Z",
        "jurisdiction": jurisdiction,
        "version": 2026112001,
    }


def base64_of(content: bytes) -> str:
    """Base64 as envelopes and cases hold it."""
    return base64.b64encode(content).decode()
