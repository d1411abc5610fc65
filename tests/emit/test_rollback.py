"""Going back to an earlier build."""

from pathlib import Path

import pytest

from builder.emit import emit, rollback
from builder.model.output import CannotPublish, OutputFile


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "dist"


def publish(out: Path, *texts: str) -> None:
    for text in texts:
        emit((OutputFile("a.txt", text.encode()),), out, keep=10)


def shown(out: Path) -> str:
    return (out / "a.txt").read_text()


def test_a_rollback_shows_the_build_before_and_says_its_name(out: Path) -> None:
    publish(out, "one", "two")
    assert rollback(out) == "build-000001"
    assert shown(out) == "one"


def test_a_second_rollback_goes_one_further_back(out: Path) -> None:
    publish(out, "one", "two", "three")
    rollback(out)
    assert rollback(out) == "build-000001"
    assert shown(out) == "one"


def test_a_build_after_a_rollback_gets_a_number_above_all_others(out: Path) -> None:
    publish(out, "one", "two", "three")
    rollback(out)
    publish(out, "four")
    assert out.readlink().name == "build-000004"


def test_a_rollback_never_returns_to_what_was_rolled_back_from(out: Path) -> None:
    publish(out, "one", "wrong number")
    rollback(out)
    publish(out, "three")
    rollback(out)
    assert shown(out) == "one"


def test_readers_of_what_was_rolled_back_from_can_finish(out: Path) -> None:
    publish(out, "one", "two")
    opened = out.resolve()
    rollback(out)
    assert (opened / "a.txt").read_text() == "two"


def test_without_an_earlier_build_nothing_changes(out: Path) -> None:
    publish(out, "one")
    with pytest.raises(CannotPublish, match="has no earlier build to go back to"):
        rollback(out)
    assert shown(out) == "one"


def test_without_any_build_nothing_is_made(out: Path) -> None:
    with pytest.raises(CannotPublish, match="has no earlier build to go back to"):
        rollback(out)
    assert list(out.parent.iterdir()) == []


def test_a_link_to_a_build_that_is_gone_can_be_rolled_back(out: Path) -> None:
    publish(out, "one", "two")
    out.resolve().rename(out.parent / "taken away")
    rollback(out)
    assert shown(out) == "one"
