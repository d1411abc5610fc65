"""A build in parts: put together, they are one build."""

import shutil
from pathlib import Path

import pytest

from builder import press
from builder.model.order import Order
from builder.model.output import CannotPublish
from builder.pipeline import make
from tests.conftest import TODAY, edit, tree
from tests.parties import PARTIES, RING
from tests.press.world import small_world


def silent(_done: int, _total: int) -> None:
    pass


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_world(tmp_path_factory.mktemp("world") / "project")


@pytest.fixture(scope="module")
def order(world: Path) -> Order:
    return Order(world, TODAY)


@pytest.fixture(scope="module")
def places(world: Path) -> list[str]:
    return sorted(path.name for path in (world / "content/jurisdictions").iterdir())


@pytest.fixture(scope="module")
def shards(order: Order, places: list[str], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("shards")
    for number, part in enumerate((places[:1], places[1:])):
        assert press.build_shard(order, part, folder / str(number), silent).published
    return [folder / "0", folder / "1"]


def test_shards_put_together_are_the_bytes_of_one_build(order: Order, shards: list[Path], tmp_path: Path) -> None:
    assert press.assemble(order, RING, shards, tmp_path / "site", silent).published
    assert tree(tmp_path / "site") == {file.path: file.content for file in make(order, PARTIES).files}


def test_shards_that_travelled_are_as_good(order: Order, shards: list[Path], tmp_path: Path) -> None:
    """Neither links nor times survive an upload; the next build still does only what is due."""
    moved = [
        Path(shutil.copytree(shard.resolve(), tmp_path / shard.name, copy_function=shutil.copyfile)) for shard in shards
    ]
    assert press.assemble(order, RING, moved, tmp_path / "site", silent).published
    assert press.build(order, RING, tmp_path / "site", silent).made == {}


def test_a_shard_holds_exactly_the_files_of_its_places(shards: list[Path], places: list[str]) -> None:
    tops = {path.split("/")[0] for path in tree(shards[0])}
    assert tops == {places[0].lower(), "warnings", "shard.json"}
    assert {path.split("/")[2] for path in tree(shards[0]) if path.startswith("warnings/")} == {places[0]}


def test_a_missing_shard_is_named(order: Order, shards: list[Path], places: list[str], tmp_path: Path) -> None:
    with pytest.raises(CannotPublish, match=f"no shard holds {places[1]} as it is now"):
        press.assemble(order, RING, shards[:1], tmp_path / "site", silent)


def test_the_same_place_twice_is_refused(order: Order, shards: list[Path], places: list[str], tmp_path: Path) -> None:
    with pytest.raises(CannotPublish, match=f"two shards hold {places[0]}"):
        press.assemble(order, RING, [shards[0], *shards], tmp_path / "site", silent)


def test_a_place_that_does_not_exist_is_refused(order: Order, tmp_path: Path) -> None:
    with pytest.raises(CannotPublish, match="there is no jurisdiction ZZ"):
        press.build_shard(order, ["ZZ"], tmp_path / "site", silent)


@pytest.mark.parametrize("damage", ["page", "ledger", "gone"])
def test_a_damaged_shard_is_refused(
    order: Order, shards: list[Path], places: list[str], tmp_path: Path, damage: str
) -> None:
    spoilt = Path(shutil.copytree(shards[0].resolve(), tmp_path / "shard"))
    page, ledger = spoilt / places[0].lower() / "en/tips/index.html", spoilt / "shard.json"
    if damage == "page":
        page.write_bytes(page.read_bytes().replace(b"e", b"E", 1))
    elif damage == "ledger":
        ledger.write_bytes(ledger.read_bytes()[:-1])
    else:
        ledger.unlink()
    with pytest.raises(CannotPublish):
        press.assemble(order, RING, [spoilt, shards[1]], tmp_path / "site", silent)
    assert not (tmp_path / "site").exists()


def test_a_shard_of_other_content_is_refused(shards: list[Path], places: list[str], tmp_path: Path) -> None:
    project = small_world(tmp_path / "project")
    edit(project, f"content/jurisdictions/{places[0]}/en.yml", "intro: ", "intro: Now. ")
    with pytest.raises(CannotPublish, match=r"en\.yml has changed"):
        press.assemble(Order(project, TODAY), RING, shards, tmp_path / "site", silent)


def test_a_shard_of_another_day_is_refused(world: Path, shards: list[Path], tmp_path: Path) -> None:
    with pytest.raises(CannotPublish, match="another day"):
        press.assemble(Order(world, TODAY.replace(day=23)), RING, shards, tmp_path / "site", silent)
