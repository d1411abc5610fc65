"""Random questions: a bundle, what an app reports, what a device remembers; sound, odd and broken ones."""

import random
from collections.abc import Iterator
from typing import Any

NOW = 1_795_348_800_000  # 22 November 2026, noon, in UTC
_HOUR = 3_600_000  # ms
_FACTS = {"address": ("new", "known"), "first-send": ("yes", "no"), "amount": ("low", "high"), "asset": ("USDT", "BTC")}
_ODD: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    1.5,
    -1,
    "",
    "yes",
    [],
    ["new"],
    {},
    {"new": "new"},
    "constructor",
    "__proto__",
)


def questions(count: int, seed: int) -> Iterator[dict[str, Any]]:
    """As many as wanted; the same ones for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        yield _question(chance)


def _question(chance: random.Random) -> dict[str, Any]:
    ids = [f"alert-{number}" for number in range(chance.choice([0, 1, 2, 3, 4, 4]))]
    now = NOW + chance.choice([0, 0, 0, chance.randint(-40, 40)]) * 24 * _HOUR
    return {
        "bundle": {
            "alerts": [_alert(chance, name, ids) for name in ids],
            **_maybe(chance, "cancelled", _some(chance, ids)),
        },
        "off": chance.choice([None, {"alerts": _some(chance, ids), "groups": _some(chance, ["red", "blue"])}]),
        "request": {"placement": chance.choice(["withdrawal"] * 9 + ["p2p"]), **_context(chance)},
        "memory": _memory(chance, ids, now),
        "now": now,
        "chances": {"arm": chance.random(), "variant": chance.choice([0.0, chance.random(), 0.999999])},
    }


def _alert(chance: random.Random, name: str, ids: list[str]) -> dict[str, Any]:
    variants = [{"id": f"v{number}", "weight": chance.randint(1, 9)} for number in range(chance.randint(1, 3))]
    exposure = {
        "most": chance.randint(1, 3),
        "within_hours": chance.randint(1, 99),
        "rest_hours": chance.randint(1, 99),
    }
    return {
        "id": name,
        "placement": chance.choice(["withdrawal"] * 6 + ["p2p", "of-the-future"]),
        "starts_on": "2026-11-01",
        "ends_on": chance.choice(["2026-11-22", "2026-12-31"]),
        "audience": [_condition(chance) for _ in range(chance.choice([0, 0, 1, 2]))],
        "friction": chance.choice(["acknowledge", "question", "pause", "cool-off", "of-the-future", "constructor"]),
        "variants": variants,
        "supersedes": chance.choice([None, *ids]),
        **_maybe(chance, "status", chance.choice(["Actual"] * 19 + ["Test", "Later"])),
        **_maybe(chance, "certainty", chance.choice(["Observed", "Likely", "Possible", "Unknown"])),
        **_maybe(chance, "group", chance.choice([None, "red", "green"])),
        **_maybe(chance, "exposure", chance.choice([None, exposure, exposure, exposure])),
        **_maybe(chance, "holdout", chance.choice([0, 10, 50])),
    }


def _condition(chance: random.Random) -> dict[str, Any]:
    fact = chance.choice([*_FACTS, "of-the-future", "constructor"])
    return {"fact": fact, "any_of": chance.sample(_FACTS.get(fact, ("new", "old")), chance.randint(1, 2))}


def _context(chance: random.Random) -> dict[str, Any]:
    if chance.random() < 0.1:
        return _maybe(chance, "context", chance.choice(_ODD))
    facts = {fact: chance.choice(values) for fact, values in _FACTS.items() if chance.random() < 0.6}
    strange = {chance.choice([*_FACTS, "strange"]): chance.choice(_ODD) for _ in range(chance.choice([0, 0, 1]))}
    return {"context": {**facts, **strange}}


def _memory(chance: random.Random, ids: list[str], now: int) -> Any:
    if chance.random() < 0.15:
        return chance.choice(_ODD)
    return {name: _remembered(chance, now) for name in ids if chance.random() < 0.7}


def _remembered(chance: random.Random, now: int) -> Any:
    if chance.random() < 0.1:
        return chance.choice(_ODD)
    shown = [now - chance.choice([-9, 1, 1, 2, 5, 30, 120]) * _HOUR for _ in range(chance.randint(0, 5))]
    odd = [chance.choice(_ODD)] if chance.random() < 0.1 else []
    own = {"draw": chance.choice([None, "half", chance.random(), 0.05]), "variant": chance.choice([None, "v0", "v1"])}
    return {**own, "shown": chance.choice([[*shown, *odd], [*shown, *odd], chance.choice(_ODD)])}


def _some(chance: random.Random, names: list[str]) -> list[str]:
    return [name for name in names if chance.random() < 0.2]


def _maybe(chance: random.Random, key: str, value: Any) -> dict[str, Any]:
    return {key: value} if chance.random() < 0.8 else {}
