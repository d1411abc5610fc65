"""Three clients, each as a function from a case to its outcome: a code, or what is shown."""

import base64
import hashlib
import json
import subprocess
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import playwright

from builder.verify.client import Get, ProvedWarning, Seen, load_bundle, load_release
from builder.verify.failure import VerificationFailure
from tests.conformance.vectors import Vector

ROOT = Path(__file__).parents[2]
# The one that Playwright brings, so that nothing has to be installed and everybody has the same.
NODE = Path(playwright.__file__).parent / "driver" / "node"

Outcome = Mapping[str, Any]


def by_python(case: Vector) -> Outcome:
    """What `builder/verify/` makes of a case."""
    try:
        seen = _session(case, case["seen"], None)[0] if "seen" in case else None
        _, warning, content = _session(case, case["responses"], seen)
    except VerificationFailure as failure:
        return {"code": failure.code}
    return {
        "freshness": warning.freshness,
        "version": warning.version,
        "locale": warning.bundle["locale"],
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _session(case: Vector, responses: Mapping[str, Any], seen: Seen | None) -> tuple[Seen, ProvedWarning, bytes]:
    given: list[bytes] = []
    get = _from(responses, given)
    proved = load_release(case["trust"], case["jurisdiction"], datetime.fromisoformat(case["now"]), get, seen)
    warning = load_bundle(proved, case["locale"], get)
    return proved.seen, warning, given[-1]


def _from(responses: Mapping[str, Any], given: list[bytes]) -> Get:
    def get(part: str, path: str) -> bytes:
        answer = responses.get(path, {"status": 404})
        if answer["status"] != 200:
            raise VerificationFailure(f"{part}-missing")
        given.append(base64.b64decode(answer["body"]))
        return given[-1]

    return get


def by_node(modules: Path = ROOT / "theme/components/alert") -> dict[str, Outcome]:
    """What the alert's modules make of every committed case, by name."""
    done = subprocess.run(
        [NODE, ROOT / "conformance/node.mjs", modules], check=False, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))
