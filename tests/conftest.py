"""Shared by all tests: the golden content, and how to run the compiler on it."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from builder.emit import emit
from builder.model.library import Library
from builder.model.order import Order
from builder.model.site import Site
from builder.pipeline import Built, check, make
from builder.plan import plan
from tests.parties import PARTIES

GOLDEN = Path(__file__).parent / "golden"
SHIPPED = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write what the compiler does now as what is expected")


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--rewrite"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A fresh copy of the golden content, to be broken at will."""
    return copy_project(GOLDEN, tmp_path / "project")


@pytest.fixture
def order(project: Path) -> Order:
    return Order(project, TODAY)


@pytest.fixture(scope="session")
def golden() -> Built:
    """The golden content, made once; nothing in it can be changed."""
    return make(Order(GOLDEN, TODAY), PARTIES)


@pytest.fixture(scope="session")
def shipped() -> Built:
    """The content of this repository, made once."""
    return make(Order(SHIPPED, TODAY), PARTIES)


@pytest.fixture
def dist(golden: Built, tmp_path: Path) -> Path:
    """A finished build of the golden content, as “antiscam build” leaves it."""
    emit(golden.files, tmp_path / "dist")
    return tmp_path / "dist"


@pytest.fixture(scope="session")
def golden_site(golden: Built) -> Site:
    assert golden.site, golden.problems
    return golden.site


@pytest.fixture(scope="session")
def shipped_site(shipped: Built) -> Site:
    assert shipped.site, shipped.problems
    return shipped.site


@pytest.fixture(scope="session")
def shipped_library(shipped: Built) -> Library:
    """The content of this repository after the gate."""
    assert shipped.checked.verdict.library, shipped.problems
    return shipped.checked.verdict.library


def edit(project: Path, path: str, old: str, new: str) -> None:
    """Changes one text in one file; the text must stand there exactly once."""
    text = (project / path).read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    (project / path).write_text(text.replace(old, new), "utf-8")


def found(project: Path, today: date = TODAY) -> list[tuple[str, int, str]]:
    """What the gate says: file, line and code of every problem."""
    problems = check(Order(project, today)).verdict.problems
    return [(problem.place.file, problem.place.line, problem.code) for problem in problems]


def site_of(project: Path, today: date = TODAY) -> Site:
    """What is planned for a project; its content must be sound."""
    verdict = check(Order(project, today)).verdict
    assert verdict.library, verdict.problems
    return plan(verdict.library, today, PARTIES.trust(verdict.library.jurisdictions))


def copy_project(source: Path, target: Path) -> Path:
    shutil.copytree(source / "content", target / "content")
    shutil.copy(source / "site_config.yml", target / "site_config.yml")
    return target


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder: path and bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.fixture(scope="session")
def own_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where this machine's development keys are made: not in the folder of whoever runs the tests."""
    return tmp_path_factory.mktemp("own")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch, own_folder: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(own_folder))
    for name in [name for name in os.environ if name.startswith(("NO_COLOR", "FORCE_COLOR", "TERMINAL_"))]:
        monkeypatch.delenv(name)
