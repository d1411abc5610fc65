"""What differs for the public → JSON for programs; the form only grows."""

import json
from dataclasses import asdict
from typing import Any

from builder.compare import Change, Difference

_FORMAT = "antiscam-diff/1"


def difference_json(difference: Difference, before: str, after: str) -> str:
    """`from` and `to` name the two states; the changes stand in the order in which they can do harm."""
    changes = [_change(change) for change in difference.changes]
    return json.dumps(
        {"format": _FORMAT, "from": before, "to": after, "changes": changes}, indent=2, ensure_ascii=False
    )


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "dangerous": change.kind.dangerous,
        "said": change.said,
        "where": change.where,
        "before": change.before,
        "after": change.after,
        "spots": [
            {"jurisdiction": spot.corner.place, "locale": spot.corner.locale, "part": spot.part}
            for spot in change.spots
        ],
        "pages": list(change.pages),
        "sources": [asdict(origin) for origin in change.origins],
    }
