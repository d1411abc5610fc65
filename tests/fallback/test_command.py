"""`export app-fallback`: from a finished build that proves itself, or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builder.cli import ENVIRONMENT
from builder.cli.exporting import export_app
from builder.emit import emit
from builder.model.order import Order
from builder.model.output import OutputFile
from builder.pipeline import make
from builder.render.fallback import fallback_zip
from tests.clock import set_clock
from tests.conftest import GOLDEN, TODAY
from tests.parties import PARTIES
from tests.signing import at


@pytest.fixture(autouse=True)
def _the_day_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, at(str(TODAY)))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "app" / "warnings.zip"


@pytest.fixture
def of_a_developer(tmp_path: Path) -> Path:
    """A finished build that says it was signed by a developer's machine."""
    emit(make(Order(GOLDEN, TODAY), replace(PARTIES, development=True)).files, tmp_path / "dist")
    return tmp_path / "dist"


def export(dist: Path, archive: Path, *more: str) -> Result:
    arguments = ["app-fallback", "--from", str(dist), "--out", str(archive), *more]
    result = CliRunner().invoke(export_app, arguments, env={"COLUMNS": "200"})
    assert not isinstance(result.exception, Exception), result.exception
    return result


def test_a_finished_build_becomes_one_archive(dist: Path, archive: Path, fallback: tuple[OutputFile, ...]) -> None:
    result = export(dist, archive)
    assert (result.exit_code, result.stderr) == (0, f"{archive}: {len(fallback)} files.\n")
    assert archive.read_bytes() == fallback_zip(fallback)


def test_a_developers_build_is_refused_unless_it_is_asked_for(of_a_developer: Path, archive: Path) -> None:
    result = export(of_a_developer, archive)
    assert result.exit_code == ENVIRONMENT
    assert result.stderr.startswith("Nothing was made. It is signed by a developer's machine.")
    assert not archive.exists()
    assert export(of_a_developer, archive, "--development").exit_code == 0


def test_a_changed_number_is_noticed_before_it_reaches_an_app(dist: Path, archive: Path) -> None:
    (bundle,) = dist.glob("warnings/v1/NO/en.*.json")
    bundle.write_bytes(bundle.read_bytes().replace(b"0", b"1"))
    result = export(dist, archive)
    assert result.exit_code == ENVIRONMENT
    assert "was changed after the build" in result.stderr
    assert not archive.exists()
