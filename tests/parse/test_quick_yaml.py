"""The quick reader says what the strict one says, or leaves the file to it."""

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.model.document import SourceFile
from builder.parse.characters import character_problems
from builder.parse.quick_yaml import _LookAgain, _Reader, read_yaml
from builder.parse.strict_yaml import read_strictly
from tests import hostile
from tests.conftest import GOLDEN, SHIPPED

FILES = sorted(path for root in (GOLDEN, SHIPPED) for path in (root / "content").rglob("*.yml"))


def quickly(text: str) -> object:
    """The value, or None where the quick reader says nothing."""
    try:
        return _Reader(text).read()
    except (_LookAgain, yaml.YAMLError):
        return None


def test_nearly_every_real_file_is_read_quickly_and_as_the_strict_reader_reads_it() -> None:
    quick = 0
    for path in FILES:
        text = path.read_text("utf-8")
        value, strict = quickly(text), read_strictly(SourceFile("f.yml", text, ""))
        assert value is None or (value == strict.value and strict.problems == ()), path
        quick += value is not None
    assert quick > 0.75 * len(FILES)


@given(st.sampled_from(hostile.ORIGINALS).flatmap(hostile.mutated))
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_it_reads_of_a_spoilt_file_is_what_the_strict_reader_reads(spoilt: bytes) -> None:
    text = spoilt.decode("utf-8", "replace")
    source, value = SourceFile("f.yml", text, ""), quickly(text)
    # Characters that nobody means to write are refused before anything is read as YAML.
    if value is not None and not list(character_problems(source)):
        strict = read_strictly(source)
        assert (value, ()) == (strict.value, strict.problems)


@pytest.mark.parametrize(
    "text",
    [
        "a: &b x", "a: *b", "a: !t x", "a: ! x", "%YAML 1.2\n---\na: x", "a: x\n---\nb: y", "<<: {a: x}", "a: x\na: y",
        "? a\n: x", "a:\tx", "a: x # cut", 'a: say "x', "a: x\n  - y", 'a: "\\u202e"', "[" * 300, "- " * 20 + "x",
        f"a:\n{' ' * 41}b: x", "a: b: c", "a: [", "", "# nothing", "x" * 9_000, "a: " + "x" * 9_000, "{a: x}: y",
    ],
)  # fmt: skip
def test_it_says_nothing_of_what_needs_a_second_look(text: str) -> None:
    assert quickly(text) is None


def test_places_are_found_when_they_are_asked_for() -> None:
    document = read_yaml(SourceFile("f.yml", "a: x\nb:\n  - y\n", ""))
    assert document.positions.value(("b", 0)).line == 3
    assert document.positions.key(("b",)).line == 2
