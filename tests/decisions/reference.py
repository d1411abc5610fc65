"""The rules of which alert is shown, once more and as plainly as they can be said; nothing is shared with the alert."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

_HOUR = 3_600_000  # ms
_ARMS = {"acknowledge": "alert", "question": "alert+questions", "pause": "alert+pause", "cool-off": "alert+pause"}

Answer = Mapping[str, Any]


def decision(question: Mapping[str, Any]) -> Answer:
    """The answer to one question of `conformance/decisions.json`; times are in milliseconds since 1970."""
    bundle, request, now = question["bundle"], question["request"], question["now"]
    running = [alert for alert in bundle["alerts"] if _is_running(alert, bundle, question["off"], request, now)]
    if not running:
        return _answer("general", "no-alert")
    meant = [alert for alert in running if all(_holds(each, request.get("context")) for each in alert["audience"])]
    if not meant:
        return _answer("pass", "audience")
    replaced = [alert.get("supersedes") for alert in meant]
    alert = next((alert for alert in meant if alert["id"] not in replaced), meant[0])
    draw, last, shown = _remembered(question["memory"], alert["id"], now)
    chance = question["chances"]["arm"] if draw is None else draw
    if alert.get("certainty") not in ("Observed", "Likely") and chance * 100 < (alert.get("holdout") or 0):
        return _answer("pass", "holdout", alert, arm="holdout")
    arm = _ARMS.get(alert["friction"], "alert+questions")
    if _is_resting(alert.get("exposure"), shown, now):
        return _answer("pass", "resting", alert, arm=arm)
    variant = _variant(alert["variants"], last, question["chances"]["variant"])
    return _answer("show", None, alert, variant, arm, len(shown) + 1)


def _answer(
    outcome: str,
    reason: str | None,
    alert: Any = None,
    variant: Any = None,
    arm: str | None = None,
    nth: int | None = None,
) -> Answer:
    names = {"alert": alert and alert["id"], "variant": variant and variant["id"]}
    return {"outcome": outcome, "reason": reason, **names, "arm": arm, "exposure": nth}


def _is_running(alert: Any, bundle: Any, off: Any, request: Any, now: int) -> bool:
    today = datetime.fromtimestamp(now / 1000, UTC).date().isoformat()
    off = off or {"alerts": [], "groups": []}
    return bool(
        alert["placement"] == request.get("placement")
        and alert.get("status") in (None, "Actual")
        and alert["id"] not in off["alerts"]
        and alert.get("group") not in off["groups"]
        and alert["id"] not in (bundle.get("cancelled") or [])
        and alert["starts_on"] <= today <= alert["ends_on"]
    )


def _holds(condition: Any, context: Any) -> bool:
    value = context.get(condition["fact"]) if isinstance(context, dict) else None
    return not isinstance(value, str) or value in condition["any_of"]


def _remembered(memory: Any, alert: str, now: int) -> tuple[float | None, Any, Sequence[float]]:
    own = memory.get(alert) if isinstance(memory, dict) else None
    if not isinstance(own, dict):
        return None, None, []
    times = own.get("shown")
    shown = [at for at in times if _is_number(at) and at <= now] if isinstance(times, list) else []
    return (own.get("draw") if _is_number(own.get("draw")) else None), own.get("variant"), shown


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_resting(exposure: Any, shown: Sequence[float], now: int) -> bool:
    if not exposure:
        return False
    recent = [at for at in shown if now - at < exposure["within_hours"] * _HOUR]
    return bool(len(recent) >= exposure["most"] and now - max(shown) < exposure["rest_hours"] * _HOUR)


def _variant(variants: Sequence[Any], last: Any, chance: float) -> Any:
    choices = [variant for variant in variants if variant["id"] != last] or variants
    left = chance * sum(variant["weight"] for variant in choices)
    for variant in choices:
        left -= variant["weight"]
        if left < 0:
            return variant
    return choices[0]
