"""What a monitor saw the last time, so that it notices when it is given something older."""

import json
from collections.abc import Mapping

from builder.verify.client import Seen


def written_memory(seen: Mapping[str, Seen]) -> bytes:
    """By jurisdiction: the version of the pointer, and version and digest of the release."""
    places = {
        place: {"latest": proved.version, "version": proved.entry["version"], "sha256": proved.entry["sha256"]}
        for place, proved in seen.items()
    }
    return (json.dumps(places, indent=2, sort_keys=True) + "\n").encode()


def read_memory(content: bytes) -> dict[str, Seen]:
    """The same again. Raises ValueError for anything else."""
    try:
        return {place: _seen(**entry) for place, entry in json.loads(content).items()}
    except (AttributeError, TypeError) as error:
        raise ValueError("not what a monitor remembers") from error


def _seen(latest: int, version: int, sha256: str) -> Seen:
    return Seen(int(latest), {"version": int(version), "sha256": sha256})
