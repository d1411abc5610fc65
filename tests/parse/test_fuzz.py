"""A few hundred hostile files through the reader and the gate; `python -m tests.fuzz` runs for as long as you like."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import check_gate, check_reading
from tests.hostile import FILES, grammatical, mutated, spoilt

# The same inputs on every run: a suite that is red on some days only teaches people to run it again.
steady = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@steady
@given(content=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(folder: Path, content: bytes) -> None:
    check_reading(folder, content)


@steady
@given(content=st.text(max_size=400))
def test_any_text_is_read_or_refused(folder: Path, content: str) -> None:
    check_reading(folder, content.encode("utf-8", "surrogatepass"))


@steady
@given(content=grammatical())
def test_anything_like_yaml_is_read_or_refused(folder: Path, content: bytes) -> None:
    check_reading(folder, content)


@steady
@given(content=mutated())
def test_any_spoilt_file_is_read_or_refused(folder: Path, content: bytes) -> None:
    check_reading(folder, content)


@settings(steady, max_examples=60)
@given(changed=spoilt())
def test_a_spoilt_file_passes_the_gate_or_is_refused(folder: Path, changed: tuple[str, bytes]) -> None:
    check_gate(folder, *changed)


@settings(steady, max_examples=40)
@given(content=grammatical(), file=st.sampled_from(FILES))
def test_anything_like_yaml_passes_the_gate_or_is_refused(folder: Path, content: bytes, file: str) -> None:
    check_gate(folder, file, content)
