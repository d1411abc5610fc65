"""Every seventh bit and every third length of every file, in the Python client; Chromium takes all of them."""

from collections import Counter

import pytest

from tests.conformance.changes import case, changed
from tests.conformance.clients import by_python
from tests.conformance.invented import base64_of
from tests.conformance.simulator import Part
from tests.conformance.vectors import Vector, vector

VALID = vector(case("valid", "", "fresh"))
STEMS: dict[Part, str] = {"latest": "latest.", "release": "HK/release.", "bundle": "HK/en."}


@pytest.mark.parametrize("part", ["latest", "release", "bundle"])
def test_no_spoilt_file_is_ever_accepted(part: Part) -> None:
    content = changed(()).file(part)
    codes = Counter(code_of(part, spoilt) for spoilt in every_way(content))
    assert code_of(part, content) is None
    assert codes.total() > 1000
    assert codes[None] == 0
    allowed = {"latest-malformed", "latest-type", "latest-signature"} if part == "latest" else {f"{part}-digest"}
    assert {code for code, count in codes.items() if count} <= allowed


def every_way(content: bytes) -> list[bytes]:
    shortened = [content[:length] for length in range(0, len(content), 3)]
    bits = ((bit >> 3, 1 << (bit & 7)) for bit in range(0, 8 * len(content), 7))
    return shortened + [content[:at] + bytes([content[at] ^ mask]) + content[at + 1 :] for at, mask in bits]


def code_of(part: Part, content: bytes) -> str | None:
    answer = {"status": 200, "body": base64_of(content)}
    [path] = [path for path in VALID["responses"] if path.startswith(STEMS[part])]
    spoilt: Vector = {**VALID, "responses": {**VALID["responses"], path: answer}}
    code: str | None = by_python(spoilt).get("code")
    return code
