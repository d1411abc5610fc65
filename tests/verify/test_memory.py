"""What a monitor remembers between two runs."""

import pytest

from builder.verify.client import Seen
from builder.verify.memory import read_memory, written_memory

HK = Seen(2026112224, {"version": 2026112001, "sha256": "a" * 64})


def test_what_is_written_is_read_again() -> None:
    assert read_memory(written_memory({"HK": HK, "GB": HK})) == {"HK": HK, "GB": HK}


def test_only_what_is_needed_is_kept_and_the_same_memory_is_the_same_bytes() -> None:
    longer = Seen(HK.version, {**HK.entry, "jurisdiction": "HK", "length": 10})
    assert written_memory({"HK": longer, "GB": HK}) == written_memory({"GB": HK, "HK": HK})


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"1", b"null", b'{"HK":1}', b'{"HK":[]}', b'{"HK":{}}', b'{"HK":{"latest":1}}', b"\xff",
        b'{"HK":{"latest":null,"version":1,"sha256":""}}', b'{"HK":{"latest":1,"version":1,"sha256":"","more":1}}',
    ],
)  # fmt: skip
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 # reason: the command shows whatever it says
        read_memory(content)
