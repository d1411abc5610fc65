"""The ledger beside a build: believed as a whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from builder import press
from builder.emit import Edition, edition, standing_build
from builder.model.order import Order
from builder.press import ledger as ledgers
from builder.press.ledger import NOTHING, Ledger, read, written
from builder.press.outcome import Outcome
from tests.conftest import TODAY, tree
from tests.parties import RING
from tests.press.world import small_world


def built(project: Path, out: Path, *, cold: bool = False) -> Outcome:
    outcome = press.build(Order(project, TODAY), RING, out, lambda _done, _total: None, cold=cold)
    assert outcome.published, outcome.problems
    return outcome


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_world(tmp_path_factory.mktemp("world") / "project")


@pytest.fixture
def out(world: Path, tmp_path: Path) -> Path:
    built(world, tmp_path / "site")
    return tmp_path / "site"


def kept(out: Path) -> Ledger:
    return read(standing_build(out)[1])


def test_a_ledger_is_read_as_it_was_written(out: Path) -> None:
    ledger = kept(out)
    assert ledger.entries
    assert read(written(ledger)) == ledger


def test_one_changed_bit_anywhere_makes_it_no_ledger(out: Path) -> None:
    content = written(kept(out))
    for at in range(0, len(content), 997):
        spoilt = bytearray(content)
        spoilt[at] ^= 1
        assert read(bytes(spoilt)) == NOTHING
    assert read(content[:-1]) == read(b"") == read(b"\n\n") == NOTHING


def test_the_ledger_of_another_builder_is_none(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = written(kept(out))
    monkeypatch.setattr(ledgers, "builder_digest", lambda: "another")
    assert read(content) == NOTHING


def test_a_build_with_nothing_to_do_makes_nothing_and_moves_nothing(world: Path, out: Path) -> None:
    before = out.readlink()
    assert built(world, out).made == {}
    assert out.readlink() == before


def test_cold_makes_everything_anew(world: Path, out: Path) -> None:
    before = tree(out)
    assert len(built(world, out, cold=True).made) == 4
    assert tree(out) == before


def test_the_ledger_is_beside_the_build_and_not_in_it(out: Path) -> None:
    assert not [path for path in tree(out) if "ledger" in path]
    assert len(list(out.parent.glob(".site.builds/ledger-*.json"))) == 1


def test_other_keys_sign_anew(world: Path, out: Path) -> None:
    order = Order(world, TODAY)
    outcome = press.build(order, replace(RING, mark="others"), out, lambda _done, _total: None)
    assert (outcome.made, bool(outcome.seconds)) == ({}, True)


def test_a_file_that_somebody_put_into_an_older_build_is_never_published(tmp_path: Path) -> None:
    """The third build starts from the folder of the first one."""
    project, out = small_world(tmp_path / "project"), tmp_path / "site"
    words = min(project.glob("content/jurisdictions/*/en.yml"))
    for number in range(5):
        built(project, out)
        assert not [path for path in tree(out) if "stray" in path]
        next(path for path in out.resolve().iterdir() if path.is_dir()).joinpath("stray.html").write_text("x", "utf-8")
        words.write_text(words.read_text("utf-8").replace("intro: ", f"intro: Once more {number * '.'} ", 1), "utf-8")


def test_the_folder_of_the_build_before_the_last_one_is_used_again(tmp_path: Path) -> None:
    project, out = small_world(tmp_path / "project"), tmp_path / "site"
    words = min(project.glob("content/jurisdictions/*/en.yml"))
    folders = []
    for number in range(4):
        built(project, out)
        folders.append(out.resolve().stat().st_ino)
        words.write_text(words.read_text("utf-8").replace("intro: ", f"intro: Once more {number * '.'} ", 1), "utf-8")
    assert folders[0] == folders[2] != folders[1] == folders[3]


def test_what_a_chapter_made_anew_has_in_common_with_the_folder_it_starts_from_is_not_written_again(
    tmp_path: Path,
) -> None:
    """And the build that readers see, whose files may be the very same ones by a link, stays as it is."""
    project, out = small_world(tmp_path / "project"), tmp_path / "site"
    words = min(project.glob("content/jurisdictions/*/en.yml"))
    place = f"{words.parent.name.lower()}/"
    written_at: list[dict[str, int]] = []
    for number in range(4):
        last = out.resolve() if number else None
        before = tree(last) if last else {}
        built(project, out)
        assert last is None or tree(last) == before
        written_at.append({str(file.relative_to(out)): file.stat().st_mtime_ns for file in out.rglob("*.html")})
        words.write_text(words.read_text("utf-8").replace("intro: ", f"intro: Once more {number * '.'} ", 1), "utf-8")
    anew = {path for path, moment in written_at[3].items() if written_at[1][path] != moment}
    assert anew
    assert all(path.startswith(place) for path in anew)
    assert len(anew) < sum(path.startswith(place) for path in written_at[3])


def test_a_theme_that_changes_while_a_build_waits_for_its_turn_is_seen_by_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, out = small_world(tmp_path / "project"), tmp_path / "site"
    made = built(project, out).made
    words = min(project.glob("content/jurisdictions/*/en.yml"))
    words.write_text(words.read_text("utf-8").replace("intro: ", "intro: Once more ", 1), "utf-8")

    @contextmanager
    def waiting(out: Path) -> Iterator[Edition]:
        monkeypatch.setattr("builder.press.survey.theme_digest", lambda: "another one")
        with edition(out) as new:
            yield new

    monkeypatch.setattr("builder.press.building.edition", waiting)
    assert len(built(project, out).made) == 1
    assert built(project, out).made == dict.fromkeys(made, "the theme has changed")
    assert built(project, out).made == {}
