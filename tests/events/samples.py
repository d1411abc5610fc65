"""The vocabulary as it is, a sound event of each kind made from its forms, and values that must not leave a device."""

from typing import Any

from builder.parse.theme import read_theme
from builder.render.event_vocabulary import Event, EventField, Vocabulary, event_vocabulary

BASE_URL = "https://protect.exchange.example/"
VOCABULARY: Vocabulary = event_vocabulary(read_theme())

_BY_KIND: dict[str, Any] = {
    "id": "hk-withdrawal",
    "jurisdiction": "HK",
    "locale": "zh-Hant",
    "bundle": "HK/zh-Hant",
    "sha256": "0f" * 32,
    "session": "0123456789abcdef0123456789abcdef",
    "hour_of_day": "2026-11-22T12:00:00.000Z",
    "version": 2026112201,
    "count": 0,
    "exposure": 1,
    "seconds": 9,
    "hours": 24,
    "boolean": True,
}

# One of each kind that a careless or hostile page could put where an id belongs.
PERSONAL = {
    "an Ethereum address": "0x52908400098527886e0f7030069857d2e4169ee7",
    "a Bitcoin address": "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
    "a Bitcoin address in small letters": "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
    "a Tron address": "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8",
    "a Solana address": "7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV",
    "an XRP address": "rG1QQv2nh2gr7RCZ1P8YYcBUKCCN633jCn",
    "an e-mail address": "somebody@exchange.example",
    "a name": "Chan Tai Man",
    "a phone number": "+85218222",
    "digits of a phone number": "85218222",
    "an amount": "1500.25",
    "a whole amount": "1500",
    "a sentence": "I was told to keep quiet about this.",
    "an address of a page": "https://scam.example/?user=1",
    "nothing": "",
}


def sample(field: EventField) -> Any:
    """A value that a field may hold."""
    return field.one_of[0] if field.one_of else _BY_KIND[field.kind or ""]


def detail(event: Event) -> dict[str, Any]:
    """A whole, sound `detail` of an event."""
    return {name: sample(field) for name, field in {**VOCABULARY.common, **event.fields}.items()}


def event_named(dom: str) -> Event:
    """By the name in the page."""
    return next(event for event in VOCABULARY.events if event.dom == dom)
