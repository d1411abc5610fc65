"""Shared by all tests: the golden content, and how to run the compiler on it."""

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from builder.pipeline import Order

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


def copy_project(source: Path, target: Path) -> Path:
    shutil.copytree(source / "content", target / "content")
    shutil.copy(source / "site_config.yml", target / "site_config.yml")
    return target


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder: path and bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in [name for name in os.environ if name.startswith(("NO_COLOR", "FORCE_COLOR", "TERMINAL_"))]:
        monkeypatch.delenv(name)
    yield
